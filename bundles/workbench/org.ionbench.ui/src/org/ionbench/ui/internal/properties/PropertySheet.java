// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.properties;

import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.SettingSpec;
import org.ionbench.api.analysis.Settings;
import org.ionbench.api.cell.Cell;
import org.ionbench.api.cell.Sample;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;
import org.ionbench.engine.catalog.Contribution;
import org.ionbench.engine.figures.FigureSpec;
import org.ionbench.engine.figures.Figures;
import org.ionbench.engine.output.Printed;
import org.ionbench.engine.session.Measurement;
import org.ionbench.engine.session.Origins;
import org.ionbench.engine.session.Outline;
import org.ionbench.engine.session.Session;
import org.ionbench.model.Recording;
import org.ionbench.model.Run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The lines shown for one subject, made anew whenever its project changes. */
final class PropertySheet {
    private static final Map<String, String> HINTS =
            Map.of(
                    "thickness", "0.42 mm +- 0.01 mm",
                    "diameter", "10 mm",
                    "mass", "50 mg",
                    "active fraction", "0.40 or 40 %",
                    "density", "1.18 g/cm3",
                    "electrodes", "Au | Au",
                    "reference", "Li+/Li",
                    "temperature", "60 degC");
    private static final Map<String, String> FIGURE_OPTIONS = figureOptions();
    private static final String PROVENANCE = "Provenance";
    private static final String SETTINGS = "Settings";

    private final Subject subject;
    private final Session session;
    private final List<Property> lines = new ArrayList<>();

    /** What can be said of any figure, with an example. */
    private static Map<String, String> figureOptions() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("caption", "A sentence below it");
        options.put("labels", "before; after");
        options.put("series", "cycle 1; cycle 50");
        options.put("window", "0:600, 0:400");
        options.put("inset", "180:260, 0:40");
        options.put("graded", "yes");
        return Collections.unmodifiableMap(options);
    }

    private PropertySheet(Subject subject) {
        this.subject = subject;
        session = subject.project().session();
    }

    /** The lines of a subject that exists. */
    static List<Property> of(Subject subject) {
        PropertySheet sheet = new PropertySheet(subject);
        switch (subject.kind()) {
            case PROJECT, GROUP -> sheet.project();
            case SAMPLE -> sheet.object("Sample");
            case CELL -> sheet.cell();
            case RECORDING -> sheet.recording();
            case RUN -> sheet.run();
            case FIGURE -> sheet.figure();
        }
        return subject.project().session().isReadOnly()
                ? sheet.lines.stream().map(Property::locked).toList()
                : List.copyOf(sheet.lines);
    }

    private void figure() {
        Figures figures = new Figures(session, subject.project().runs());
        figures.find(subject.id()).ifPresent(spec -> figure(figures, spec));
    }

    private void figure(Figures figures, FigureSpec spec) {
        lines.add(Property.told("Figure", "Name", spec.name()));
        lines.add(Property.told("Figure", "Plots", String.join(", ", spec.plots())));
        lines.add(
                Property.told(
                        "Figure",
                        "Runs",
                        spec.runs().stream()
                                .flatMap(id -> session.find(Run.class, id).stream())
                                .map(Run::getLabel)
                                .collect(Collectors.joining("; "))));
        Set<String> options = new LinkedHashSet<>(FIGURE_OPTIONS.keySet());
        options.addAll(spec.options().keySet());
        for (String key : options) {
            lines.add(
                    Property.typed(
                            "Figure",
                            sentenceCase(key),
                            spec.option(key).orElse(""),
                            FIGURE_OPTIONS.getOrDefault(key, ""),
                            text -> figures.set(subject.id(), spec.with(key, text.strip()))));
        }
    }

    private void project() {
        Outline outline = session.outline();
        lines.add(
                Property.typed(
                        "Project",
                        "Name",
                        outline.name(),
                        "",
                        text -> {
                            if (text.isBlank()) {
                                throw new IllegalArgumentException("the name cannot be empty");
                            }
                            session.edit(
                                    "Rename project",
                                    () -> session.project().setName(text.strip()));
                        }));
        lines.add(Property.told("Project", "Folder", session.folder().toString()));
        session.readOnlyReason()
                .ifPresent(why -> lines.add(Property.told("Project", "Read only", why)));
        lines.add(
                Property.derived(
                        "Project",
                        "Holds",
                        String.join(
                                ", ",
                                counted(outline.samples().size(), "sample"),
                                counted(outline.cells().size(), "cell"),
                                counted(outline.recordings().size(), "recording"),
                                counted(outline.runs().size(), "run"))));
    }

    private static String counted(int n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }

    /** All properties that can be set, as the session knows them. */
    private void object(String section) {
        session.properties(subject.id())
                .forEach((key, value) -> lines.add(line(section, key, value)));
    }

    private Property line(String section, String key, String value) {
        Property line =
                Property.typed(
                        section,
                        sentenceCase(key.equals("cell") && section.equals("Cell") ? "name" : key),
                        value,
                        HINTS.getOrDefault(key, ""),
                        text -> session.set(subject.id(), key, text));
        Outline outline = session.outline();
        return switch (key) {
            case "sample" ->
                    line.withChoices(names(outline.samples(), Outline.SampleItem::name), true);
            case "cell" ->
                    section.equals("Cell")
                            ? line
                            : line.withChoices(
                                    names(outline.cells(), Outline.CellItem::name), true);
            case "technique" -> line.withChoices(names(Technique.KNOWN, Technique::id), true);
            case "short", "open" -> fixture(section, key, value);
            default -> line;
        };
    }

    /** A fixture's recording is chosen by its name and set by its id. */
    private Property fixture(String section, String key, String id) {
        List<Outline.RecordingItem> spectra =
                session.outline().recordings().stream()
                        .filter(r -> r.technique().equals(Technique.EIS.id()))
                        .toList();
        Map<String, String> idOf = new LinkedHashMap<>();
        spectra.forEach(r -> idOf.put(r.name() + ", " + fileName(r), r.id()));
        String shown =
                spectra.stream()
                        .filter(r -> r.id().equals(id))
                        .map(r -> r.name() + ", " + fileName(r))
                        .findFirst()
                        .orElse("");
        List<String> names = new ArrayList<>(idOf.keySet());
        names.addFirst("");
        return Property.typed(
                        section,
                        key.equals("short") ? "Shorted fixture" : "Open fixture",
                        shown,
                        "",
                        name -> session.set(subject.id(), key, idOf.getOrDefault(name, name)))
                .withChoices(names, false);
    }

    private static String fileName(Outline.RecordingItem r) {
        return Origins.shortly(r.rawFile());
    }

    private void cell() {
        object("Cell");
        Map<String, String> typed = session.properties(subject.id());
        Cell cell = Cell.of(subject.id(), "", Sample.named(""));
        for (String key : List.of(Cell.THICKNESS, Cell.DIAMETER, Cell.MASS)) {
            Optional<Measurement> m = Measurement.parse(typed.getOrDefault(key, ""));
            if (m.isPresent()) {
                cell = cell.with(key, m.get().value(), m.get().uncertainty(), m.get().unit());
            }
        }
        cell.area()
                .ifPresent(
                        a ->
                                lines.add(
                                        Property.derived(
                                                "Derived", "Area", printed(a.in(Unit.of("cm2"))))));
        constant(cell)
                .ifPresent(
                        k ->
                                lines.add(
                                        Property.derived(
                                                "Derived",
                                                "Cell constant L/A",
                                                Printed.TYPESET.number(k, "1")
                                                        + "\u2009cm\u207b\u00b9")));
    }

    /** Thickness over area in 1/cm. */
    private static Optional<Double> constant(Cell cell) {
        return cell.area()
                .flatMap(a -> cell.quantity(Cell.THICKNESS).map(l -> l.si() / a.si() / 100));
    }

    private static String printed(Quantity q) {
        return Printed.TYPESET.plusMinus(q);
    }

    private void recording() {
        object("Recording");
        if (lines.stream().noneMatch(l -> l.label().contains("emperature"))) {
            lines.add(line("Recording", "temperature", ""));
        }
        Recording r = session.find(Recording.class, subject.id()).orElseThrow();
        Origins.files(r)
                .forEach(
                        (file, hash) -> {
                            told(PROVENANCE, "File", file);
                            told(PROVENANCE, "SHA-256", hash);
                        });
        told(PROVENANCE, "Place in the file", Integer.toString(r.getIndexInFile() + 1));
        told(PROVENANCE, "Importer", r.getImporter() + ", revision " + r.getImporterRevision());
        told(PROVENANCE, "Instrument", r.getInstrument());
        told(PROVENANCE, "Started", r.getStart().replace('T', ' '));
        told(PROVENANCE, "Time zone", r.getZone());
        told(PROVENANCE, "Calibrated", r.isCalibrated() ? "yes" : "no, says the file's format");
        told(PROVENANCE, "Assumed", String.join("\n", r.getAssumptions()));
        told(PROVENANCE, "Changed", String.join("\n", r.getChanges()));
    }

    private void told(String section, String label, String value) {
        if (!value.isEmpty()) {
            lines.add(Property.told(section, label, value));
        }
    }

    private void run() {
        Run run = session.find(Run.class, subject.id()).orElseThrow();
        Optional<Contribution<Analysis<?>>> analysis =
                subject.project().runs().catalog().analysis(run.getAnalysis());
        lines.add(
                Property.typed(
                        "Run",
                        "Name",
                        run.getLabel(),
                        "",
                        text -> session.edit("Rename run", () -> run.setLabel(text.strip()))));
        told(
                "Run",
                "Analysis",
                analysis.map(Contribution::name)
                        .orElse(run.getAnalysis() + ", which is not installed"));
        told("Run", "State", subject.project().runs().state(subject.id()).id());
        told("Run", "Why", subject.project().runs().why(subject.id()).orElse(""));
        told(
                "Run",
                "Reads",
                counted(run.getRecordings().stream().map(Recording::getName).toList()));
        told(
                "Run",
                "Reads results of",
                counted(run.getUpstream().stream().map(Run::getLabel).toList()));
        Map<String, SettingSpec> specs =
                analysis
                        .flatMap(Contribution::instance)
                        .map(a -> Settings.describe(a.settings()))
                        .orElse(List.of())
                        .stream()
                        .collect(Collectors.toMap(SettingSpec::key, Function.identity()));
        subject.project()
                .runs()
                .settings(subject.id())
                .forEach((key, value) -> setting(key, value, Optional.ofNullable(specs.get(key))));
    }

    /** Names one a line; one that comes several times is counted. */
    private static String counted(List<String> names) {
        Map<String, Integer> count = new LinkedHashMap<>();
        names.forEach(n -> count.merge(n, 1, Integer::sum));
        return count.entrySet().stream()
                .map(e -> e.getValue() > 1 ? e.getValue() + " \u00d7 " + e.getKey() : e.getKey())
                .collect(Collectors.joining("\n"));
    }

    private void setting(String key, String value, Optional<SettingSpec> spec) {
        String unit = spec.map(SettingSpec::unit).filter(u -> !u.equals("1")).orElse("");
        String label = spec.map(SettingSpec::label).orElse(key);
        Property line =
                Property.typed(
                        SETTINGS,
                        unit.isEmpty() ? label : label + " / " + Printed.TYPESET.unit(unit),
                        value,
                        spec.map(SettingSpec::value).orElse(""),
                        text -> subject.project().runs().set(subject.id(), Map.of(key, text)));
        List<String> choices = spec.map(SettingSpec::choices).orElse(List.of());
        boolean isSwitch = spec.map(s -> s.type() == boolean.class).orElse(false);
        lines.add(
                isSwitch
                        ? line.withChoices(List.of("true", "false"), false)
                        : choices.isEmpty() ? line : line.withChoices(choices, false));
    }

    private static <T> List<String> names(List<T> items, Function<T, String> name) {
        return items.stream().map(name).distinct().toList();
    }

    private static String sentenceCase(String key) {
        return key.isEmpty() ? key : Character.toUpperCase(key.charAt(0)) + key.substring(1);
    }
}
