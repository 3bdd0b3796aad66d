// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.engine.session;

import org.ionbench.model.Cell;
import org.ionbench.model.Project;
import org.ionbench.model.Sample;
import org.ionbench.model.store.Fresh;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** What a new project starts with. */
public final class Template {
    /** Nothing but a name. */
    public static final Template EMPTY = new Template("empty", "An empty project", project -> {});

    /** One pressed pellet between blocking electrodes. */
    public static final Template PELLET =
            new Template(
                    "pellet",
                    "A solid electrolyte pressed to a pellet between blocking electrodes",
                    Template::pellet);

    /** One battery cell. */
    public static final Template BATTERY =
            new Template("battery", "A battery cell that is cycled", Template::battery);

    private final String name;
    private final String description;
    private final Consumer<Project> filling;

    private Template(String name, String description, Consumer<Project> filling) {
        this.name = name;
        this.description = description;
        this.filling = filling;
    }

    /** All templates. */
    public static List<Template> all() {
        return List.of(EMPTY, PELLET, BATTERY);
    }

    /** The template of this name. */
    public static Optional<Template> named(String name) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        return all().stream().filter(t -> t.name.equals(wanted)).findFirst();
    }

    public String name() {
        return name;
    }

    /** One noun phrase. */
    public String description() {
        return description;
    }

    void fill(Project project) {
        filling.accept(project);
    }

    private static void pellet(Project project) {
        Cell cell = cell(project, "electrolyte", "pellet 1");
        cell.setElectrodes("Au | Au");
    }

    private static void battery(Project project) {
        Cell cell = cell(project, "active material", "cell 1");
        cell.setReference("Li+/Li");
        cell.getConventions()
                .add(Fresh.pair("coulombic efficiency", "charge/discharge same cycle"));
    }

    private static Cell cell(Project project, String sampleName, String cellName) {
        Sample sample = Fresh.sample(sampleName);
        Cell cell = Fresh.cell(cellName);
        cell.setSample(sample);
        project.getSamples().add(sample);
        project.getCells().add(cell);
        return cell;
    }
}
