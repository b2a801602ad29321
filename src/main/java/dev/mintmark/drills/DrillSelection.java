package dev.mintmark.drills;

import java.util.Set;

/**
 * Which drills a suite has.
 *
 * @param include ids and names of groups; empty for all
 * @param exclude ids and names of groups
 * @param withDos whether drills that may exhaust a weak service are made
 */
public record DrillSelection(Set<String> include, Set<String> exclude, boolean withDos) {
    /** All drills but those that may exhaust a service. */
    public static final DrillSelection ALL = new DrillSelection(Set.of(), Set.of(), false);

    public DrillSelection {
        include = Set.copyOf(include);
        exclude = Set.copyOf(exclude);
    }

    /** Whether the selection names the drill. Whether it is made also depends on {@link #withDos}. */
    public boolean selects(Drill drill) {
        return (include.isEmpty() || names(include, drill)) && !names(exclude, drill);
    }

    private static boolean names(Set<String> names, Drill drill) {
        return names.contains(drill.id()) || names.contains(drill.group().wireName());
    }
}
