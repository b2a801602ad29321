package dev.mintmark.drills.generate;

/** Makes the tokens of one drill, or says why it cannot. */
@FunctionalInterface
interface DrillGenerator {
    Outcome generate(DrillContext drill);
}
