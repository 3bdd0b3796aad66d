// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.ametek;

import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Source;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.progress.Progress;
import org.ionbench.formats.Numbers;
import org.ionbench.formats.Unknown;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Hands the points over, one recording for each run of equal segment and action. */
final class ParRecordings {
    private final ParOutline outline;
    private final Sink sink;
    private final ParSettings settings;
    private final List<Optional<ParOutline.Action>> actions;

    ParRecordings(ParOutline outline, Sink sink) {
        this.outline = outline;
        this.sink = sink;
        settings = new ParSettings(outline);
        actions = ParActions.match(outline.runs(), outline.actions());
    }

    /** The recording of a file without points. */
    RecordingSink empty() {
        Optional<ParOutline.Action> action =
                outline.actions().stream()
                        .filter(a -> Techniques.ofName(a.name()).isPresent())
                        .findFirst();
        Technique technique =
                action.flatMap(a -> Techniques.ofName(a.name())).orElse(Technique.OTHER);
        RecordingSink recording =
                sink.recording(action.map(ParOutline.Action::name).orElse("Segment 1"), technique);
        settings.tell(recording, action);
        ParLayout layout = ParLayout.of(outline.section("Segment1").getOrDefault("Definition", ""));
        for (String name : layout.names()) {
            recording.column(Columns.of(name, technique.equals(Technique.EIS)));
        }
        return recording;
    }

    /** Reads the points of all runs. */
    void read(Source source, Progress progress) throws IOException {
        try (ParLines lines = ParLines.of(source, progress)) {
            boolean more = nextPoint(lines);
            for (int i = 0; i < outline.runs().size() && more; i++) {
                more = run(i, lines);
            }
        }
    }

    private static boolean nextPoint(ParLines lines) throws IOException {
        while (lines.next()) {
            if (lines.isPoint()) {
                return true;
            }
        }
        return false;
    }

    /** Reads run {@code i}, of which the first row is the present line. */
    private boolean run(int i, ParLines lines) throws IOException {
        ParOutline.Run run = outline.runs().get(i);
        ParLayout layout = outline.layouts().get(run.section());
        boolean impedance = technique(i).equals(Technique.EIS);
        RecordingSink recording = begin(i, layout, impedance);
        Rows rows = new Rows(layout, recording);
        boolean more = true;
        for (int row = 0; row < run.rows() && more; row++) {
            rows.add(lines);
            more = nextPoint(lines);
        }
        rows.finish();
        if (i == outline.runs().size() - 1) {
            outline.strange().ifPresent(recording::problem);
        }
        if (i == outline.runs().size() - 1 && outline.isUnfinished()) {
            recording.problem(
                    Problem.warning(
                                    "par.unfinished",
                                    "The file ends within the points: the measurement was still"
                                            + " running or the file was cut.")
                            .at(lines.line().place()));
        }
        return more;
    }

    private Technique technique(int i) {
        ParOutline.Run run = outline.runs().get(i);
        return run.action()
                .flatMap(Techniques::ofId)
                .or(() -> actions.get(i).flatMap(a -> Techniques.ofName(a.name())))
                .orElse(run.impedance() ? Technique.EIS : Technique.OTHER);
    }

    private RecordingSink begin(int i, ParLayout layout, boolean impedance) {
        ParOutline.Run run = outline.runs().get(i);
        String action =
                actions.get(i)
                        .map(ParOutline.Action::name)
                        .or(() -> run.action().flatMap(Techniques::nameOf))
                        .orElse("Action " + run.actionId());
        RecordingSink recording =
                sink.recording(
                        outline.runs().size() == 1
                                ? action
                                : action
                                        + (run.segment().isEmpty()
                                                ? " " + (i + 1)
                                                : " (segment " + run.segment() + ")"),
                        technique(i));
        Unknown.technique(action, technique(i), recording);
        settings.tell(recording, actions.get(i));
        if (layout.isAssumed()) {
            recording.assumption("the file defines no columns: those usual in VersaStudio");
        }
        if (layout.hasDecimalComma()) {
            recording.assumption("decimal comma");
        }
        if (!layout.missing().isEmpty()) {
            recording.problem(
                    Problem.warning(
                                    "par.columns",
                                    "The file defines columns that its rows do not have: "
                                            + String.join(", ", layout.missing())
                                            + ".")
                            .at("line " + run.line()));
        }
        if (impedance) {
            uncalibrated(recording);
        }
        for (String name : layout.names()) {
            recording.column(Columns.of(name, impedance));
        }
        return recording;
    }

    private void uncalibrated(RecordingSink recording) {
        recording.calibrated(false);
        recording.problem(
                Problem.warning(
                                "par.uncalibrated",
                                "VersaStudio keeps impedances in a .par file as measured, before"
                                        + " its calibration of the instrument"
                                        + (outline.hasCalibrationPolynomials()
                                                ? "; the file brings calibration polynomials,"
                                                        + " which are not applied."
                                                : "."))
                        .at("<Segment1>")
                        .mend(
                                "Compare with an export of VersaStudio where high frequencies or"
                                        + " low impedances matter."));
    }

    /** Takes rows apart and counts what is wrong with them. */
    private static final class Rows {
        private final ParLayout layout;
        private final RecordingSink recording;
        private final Numbers numbers;
        private final double[] values;
        private int ragged;
        private String firstRagged = "";
        private int odd;
        private String firstOdd = "";

        Rows(ParLayout layout, RecordingSink recording) {
            this.layout = layout;
            this.recording = recording;
            numbers = layout.numbers();
            values = new double[layout.width()];
        }

        void add(ParLines lines) {
            List<String> fields = layout.split(lines.line().text());
            if (fields.size() != values.length && ragged++ == 0) {
                firstRagged = lines.line().place();
            }
            Arrays.fill(values, Double.NaN);
            for (int i = 0; i < Math.min(values.length, fields.size()); i++) {
                OptionalDouble value = numbers.parse(fields.get(i));
                if (value.isPresent()) {
                    values[i] = value.getAsDouble();
                } else if (odd++ == 0) {
                    firstOdd = lines.line().place() + ", column " + layout.names().get(i);
                }
            }
            recording.row(values);
        }

        void finish() {
            if (ragged > 0) {
                recording.problem(
                        Problem.warning(
                                        "par.ragged",
                                        ragged
                                                + " rows have another number of values than the"
                                                + " first row; what is missing is left empty.")
                                .with(ragged)
                                .at(firstRagged));
            }
            if (odd > 0) {
                recording.problem(
                        Problem.warning(
                                        "par.number",
                                        odd + " values are no numbers and are left empty.")
                                .with(odd)
                                .at(firstOdd));
            }
        }
    }
}
