// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli.project;

import org.ionbench.cli.CannotGoOn;
import org.ionbench.cli.Door;
import org.ionbench.cli.Exit;
import org.ionbench.cli.Verb;
import org.ionbench.engine.session.Session;
import org.ionbench.engine.session.Template;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Makes a project. */
@Command(description = "Makes a new experiment project in a folder.")
public final class NewCommand extends Verb {
    @Parameters(paramLabel = "PROJECT", description = "The folder; it may exist already.")
    private Path project;

    @Option(
            names = "--template",
            paramLabel = "NAME",
            defaultValue = "empty",
            description = "What it starts with: empty, pellet or battery.")
    private String template;

    public NewCommand(Door door) {
        super(door);
    }

    @Override
    public Integer call() throws CannotGoOn, IOException {
        Template chosen =
                Template.named(template)
                        .orElseThrow(
                                () ->
                                        wrong(
                                                "There is no template "
                                                        + template
                                                        + "; there are "
                                                        + Template.all().stream()
                                                                .map(Template::name)
                                                                .collect(
                                                                        Collectors.joining(", "))));
        if (Projects.isProject(project)) {
            throw new CannotGoOn(project + " holds a project already.");
        }
        needFolder(project);
        Session.create(project, chosen, Runnable::run, door().clock()).close();
        door().say("Made the project " + project + ".");
        return Exit.DONE;
    }
}
