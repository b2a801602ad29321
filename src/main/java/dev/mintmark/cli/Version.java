package dev.mintmark.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the manifest of the program. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {Program.NAME + ' ' + number()};
    }

    /** The number; {@code development} for classes that are not packaged. */
    static String number() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
