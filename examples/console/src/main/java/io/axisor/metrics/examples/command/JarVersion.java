package io.axisor.metrics.examples.command;

import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The version that the build wrote into the jar. */
public final class JarVersion implements IVersionProvider {

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Override
    public String[] getVersion() {
        String version = command.userObject().getClass().getPackage().getImplementationVersion();
        return new String[] {command.name() + " " + (version == null ? "(not from a jar)" : version)};
    }
}
