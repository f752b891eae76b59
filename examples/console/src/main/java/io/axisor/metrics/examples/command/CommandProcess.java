package io.axisor.metrics.examples.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** A process that is one command. */
public final class CommandProcess {

    private CommandProcess() {}

    /**
     * Runs a command and ends the process with its exit code. On Ctrl-C and SIGTERM the process lives until the command has
     * ended, at most 15 seconds.
     *
     * @param command makes the command from what is counted down when it shall end
     * @param arguments those of the process
     */
    public static void run(Function<CountDownLatch, CommandLine> command, String[] arguments) {
        CountDownLatch stop = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> endCleanly(stop, ended), "end"));
        int exitCode;
        try {
            exitCode = command.apply(stop).execute(arguments);
        } finally {
            ended.countDown();
        }
        System.exit(exitCode);
    }

    private static void endCleanly(CountDownLatch stop, CountDownLatch ended) {
        stop.countDown();
        try {
            var unused = ended.await(15, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * A command that writes UTF-8 everywhere and explains what is wrong without a stack trace.
     *
     * @param command annotated as picocli wants it
     * @param exitCodes the exit code of a failure whose message says all; empty for one that nobody expected
     * @return the command, to be executed
     */
    public static CommandLine commandLine(Object command, Function<Exception, Optional<Integer>> exitCodes) {
        return new CommandLine(command)
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(CommandProcess::explain)
                .setExecutionExceptionHandler((failure, failed, arguments) -> {
                    Optional<Integer> exitCode = exitCodes.apply(failure);
                    if (exitCode.isEmpty()) {
                        throw failure;
                    }
                    failed.getErr().println(failure.getMessage());
                    return exitCode.get();
                });
    }

    private static int explain(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        command.getErr().println(wrong.getMessage());
        command.getErr().println("See --help.");
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }
}
