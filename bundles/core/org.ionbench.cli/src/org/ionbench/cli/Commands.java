// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli;

import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.problem.Reason;
import org.ionbench.cli.demo.DemoCommand;
import org.ionbench.cli.files.ConvertCommand;
import org.ionbench.cli.files.FitCommand;
import org.ionbench.cli.files.InspectCommand;
import org.ionbench.cli.files.ListCommand;
import org.ionbench.cli.importing.ImportCommand;
import org.ionbench.cli.output.ProblemText;
import org.ionbench.cli.project.AnalyseCommand;
import org.ionbench.cli.project.CellsCommand;
import org.ionbench.cli.project.NewCommand;
import org.ionbench.cli.project.RunCommand;
import org.ionbench.cli.project.SetCommand;
import org.ionbench.cli.project.VerifyCommand;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All commands by name, and what becomes of those that end early. */
public final class Commands {
    private static final String EMPTY_WORD = "an empty word names no file or folder";
    private static final List<String> NAMES =
            List.of(
                    "demo",
                    "inspect",
                    "convert",
                    "fit",
                    "analyse",
                    "new",
                    "import",
                    "cells",
                    "set",
                    "run",
                    "verify",
                    "list",
                    "workbench");

    private Commands() {}

    /** Runs one command and returns its exit code; never throws. */
    public static int run(Door door, String... args) {
        try {
            return commandLine(door, args).execute(args);
        } catch (RuntimeException | Error e) {
            return defect(door, e);
        } finally {
            door.flush();
        }
    }

    /** Only the command that is called is looked at: the others would cost time at each start. */
    private static CommandLine commandLine(Door door, String... args) {
        CommandSpec top = CommandSpec.create().name("ionbench");
        top.usageMessage()
                .description(
                        "Reads the files of electrochemical instruments, analyses them, and says"
                                + " what the numbers are worth. Without a command it opens the"
                                + " workbench.")
                .footer("", "ionbench COMMAND --help describes a command.");
        top.versionProvider(() -> new String[] {"ionbench " + Version.text()});
        top.addMixin("standard", CommandSpec.forAnnotatedObject(new Standard()));
        CommandLine line = new CommandLine(top);
        if (args.length > 0 && NAMES.contains(args[0])) {
            add(line, args[0], verb(args[0], door));
        } else {
            NAMES.forEach(name -> add(line, name, verb(name, door)));
        }
        return line.registerConverter(Path.class, Commands::path)
                .registerConverter(Integer.class, Commands::wholeNumber)
                .registerConverter(int.class, Commands::wholeNumber)
                .setOut(new PrintWriter(door.out(), false, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setAbbreviatedOptionsAllowed(false)
                .setUsageHelpAutoWidth(false)
                .setParameterExceptionHandler((e, ignored) -> wrongUsage(door, e))
                .setExecutionExceptionHandler((e, ignored, result) -> failed(door, e));
    }

    /** An empty word comes of a script's unset variable; it would name the present folder. */
    private static Path path(String word) {
        if (word.isBlank()) {
            throw new TypeConversionException(EMPTY_WORD);
        }
        try {
            return Path.of(word);
        } catch (InvalidPathException e) {
            throw new TypeConversionException("\"" + word + "\" names no file or folder");
        }
    }

    private static Integer wholeNumber(String word) {
        try {
            return Integer.valueOf(word.strip());
        } catch (NumberFormatException e) {
            throw new TypeConversionException("\"" + word + "\" is no whole number");
        }
    }

    /** The command of a name; no class of another one is loaded. */
    private static Verb verb(String name, Door door) {
        return switch (name) {
            case "demo" -> new DemoCommand(door);
            case "verify" -> new VerifyCommand(door);
            case "workbench" -> new WorkbenchCommand(door);
            case "inspect" -> new InspectCommand(door);
            case "convert" -> new ConvertCommand(door);
            case "fit" -> new FitCommand(door);
            case "analyse" -> new AnalyseCommand(door);
            case "new" -> new NewCommand(door);
            case "import" -> new ImportCommand(door);
            case "cells" -> new CellsCommand(door);
            case "set" -> new SetCommand(door);
            case "run" -> new RunCommand(door);
            case "list" -> new ListCommand(door);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static void add(CommandLine line, String name, Verb verb) {
        CommandLine command = new CommandLine(verb);
        command.getHelpSectionMap().put("more", help -> verb.moreHelp());
        List<String> sections = new ArrayList<>(command.getHelpSectionKeys());
        sections.add("more");
        command.setHelpSectionKeys(sections);
        line.addSubcommand(name, command);
    }

    private static int wrongUsage(Door door, ParameterException e) {
        CommandSpec at = e.getCommandLine().getCommandSpec();
        String name = at.qualifiedName();
        boolean noCommand = at.parent() == null && e instanceof UnmatchedArgumentException;
        door.say(ProblemText.sentence(noCommand ? noSuchCommand(e) : said(e)));
        door.say("See " + name + " --help.");
        return Exit.WRONG_USAGE;
    }

    private static String said(ParameterException e) {
        return e instanceof UnmatchedArgumentException u && u.getUnmatched().getFirst().isBlank()
                ? EMPTY_WORD
                : e.getMessage().replace("option option", "option");
    }

    private static String noSuchCommand(ParameterException e) {
        String word = ((UnmatchedArgumentException) e).getUnmatched().getFirst();
        return "ionbench has no command " + word + "; it has " + String.join(", ", NAMES);
    }

    private static int failed(Door door, Exception e) {
        return switch (e) {
            case ParameterException wrong -> wrongUsage(door, wrong);
            case CannotGoOn cannot -> cannotGoOn(door, cannot.getMessage());
            case AnalysisException cannot -> cannotGoOn(door, cannot.getMessage());
            case IOException cannot -> cannotGoOn(door, Reason.of(cannot));
            case UncheckedIOException cannot -> cannotGoOn(door, Reason.of(cannot.getCause()));
            default -> defect(door, e);
        };
    }

    private static int cannotGoOn(Door door, String message) {
        door.say(ProblemText.sentence(message));
        return Exit.CANNOT_GO_ON;
    }

    private static int defect(Door door, Throwable e) {
        door.say(
                "Ionbench failed by a defect of its own ("
                        + e.getClass().getSimpleName()
                        + "). "
                        + DefectLog.write(e, door.clock()));
        return Exit.DEFECT;
    }

    /** Options of the program itself. */
    @CommandLine.Command
    private static final class Standard {
        @CommandLine.Option(
                names = {"-h", "--help"},
                usageHelp = true,
                description = "Shows this help and ends.")
        private boolean help;

        @CommandLine.Option(
                names = {"-V", "--version"},
                versionHelp = true,
                description = "Prints the version and ends.")
        private boolean version;
    }
}
