// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.ametek;

import org.ionbench.api.importing.Source;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.progress.Progress;
import org.ionbench.formats.LastLine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a {@code .par} holds besides its points: the settings of each section, and where each run of
 * points begins. Found in a first pass, because sections may follow the points.
 */
final class ParOutline {
    private static final Pattern ACTION = Pattern.compile("Action(\\d+)");

    /** Sections without any meaning for a measurement. */
    private static final Pattern SCENERY =
            Pattern.compile("(DockingLayout|Graph|DataView|StripView|Overlays|PStatACCal).*");

    private final Map<String, Map<String, String>> sections = new LinkedHashMap<>();
    private final Map<String, ParLayout> layouts = new LinkedHashMap<>();
    private final List<Run> runs = new ArrayList<>();
    private double lastPoint = Double.NaN;
    private boolean calibrationPolynomials;
    private boolean unfinished;
    private int strange;
    private String firstStrange = "";

    /**
     * Points of one action, one after another.
     *
     * @param section the section of the points
     * @param segment the value of {@code Segment #}, empty where the file has no such column
     * @param actionId the value of {@code ActionId}, likewise
     * @param line the line of the first point
     * @param rows how many points
     * @param impedance whether a point has a frequency
     */
    record Run(
            String section,
            String segment,
            String actionId,
            int line,
            int rows,
            boolean impedance) {
        boolean holds(String inSection, String ofSegment, String ofAction) {
            return section.equals(inSection)
                    && segment.equals(ofSegment)
                    && actionId.equals(ofAction);
        }

        Optional<Integer> action() {
            try {
                return Optional.of(Integer.valueOf(actionId.strip()));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
    }

    /**
     * An action with its settings.
     *
     * @param number the number in {@code <Action3>}
     * @param settings keys and values as written
     */
    record Action(int number, Map<String, String> settings) {
        String name() {
            return settings.getOrDefault("Name", "").strip();
        }
    }

    static ParOutline of(Source source, Progress progress) throws IOException {
        ParOutline outline = new ParOutline();
        try (ParLines lines = ParLines.of(source, progress)) {
            outline.scan(lines);
        }
        return outline;
    }

    private void scan(ParLines lines) throws IOException {
        while (lines.next()) {
            String section = lines.section();
            if (lines.opensSection()) {
                calibrationPolynomials |= section.startsWith("PStatACCalibration");
                if (!SCENERY.matcher(section).matches()) {
                    sections.putIfAbsent(section, new LinkedHashMap<>());
                }
            } else if (lines.isPoint()) {
                point(lines);
            } else if (!section.isEmpty() && sections.containsKey(section)) {
                setting(lines);
            }
        }
        unfinished = lines.section().startsWith("Segment");
    }

    private void setting(ParLines lines) throws IOException {
        String line = lines.line().text();
        int equals = line.indexOf('=');
        if (equals > 0) {
            sections.get(lines.section())
                    .putIfAbsent(
                            line.substring(0, equals).strip(), line.substring(equals + 1).strip());
        } else if (lines.section().startsWith("Segment") && !line.isBlank() && !runs.isEmpty()) {
            firstStrange = strange++ == 0 ? lines.line().place() : firstStrange;
        } else if (lines.section().startsWith("Segment") && !line.isBlank()) {
            throw lines.line()
                    .wrong(
                            "expected a row of numbers in <"
                                    + lines.section()
                                    + ">; an experiment saved as binary must be saved as text by"
                                    + " VersaStudio first");
        }
    }

    private void point(ParLines lines) throws IOException {
        ParLayout layout = layouts.get(lines.section());
        if (layout == null) {
            layout =
                    ParLayout.of(
                            sections.get(lines.section()).getOrDefault("Definition", ""),
                            lines.line());
            layouts.put(lines.section(), layout);
        }
        List<String> fields = layout.split(lines.line().text());
        boolean few = !lines.line().isComplete() && fields.size() < layout.width();
        if (few || lines.line().ending() == LastLine.CUT) {
            return;
        }
        String segment = layout.segment(fields);
        String action = layout.action(fields);
        boolean impedance = layout.hasFrequency(fields);
        Run last = runs.isEmpty() ? null : runs.getLast();
        double point = layout.point(fields);
        boolean again = point < lastPoint;
        lastPoint = point;
        if (last != null && !again && last.holds(lines.section(), segment, action)) {
            runs.set(
                    runs.size() - 1,
                    new Run(
                            last.section,
                            segment,
                            action,
                            last.line,
                            last.rows + 1,
                            last.impedance || impedance));
        } else {
            runs.add(
                    new Run(lines.section(), segment, action, lines.line().number(), 1, impedance));
        }
    }

    boolean hasSegment() {
        return sections.keySet().stream().anyMatch(s -> s.startsWith("Segment"));
    }

    Map<String, String> section(String name) {
        return sections.getOrDefault(name, Map.of());
    }

    List<Run> runs() {
        return runs;
    }

    Map<String, ParLayout> layouts() {
        return layouts;
    }

    /** Whether the file brings polynomials to correct impedances with. */
    boolean hasCalibrationPolynomials() {
        return calibrationPolynomials;
    }

    /** Whether the file ends within its points. */
    boolean isUnfinished() {
        return unfinished;
    }

    /** The problem of damaged lines among the points; empty where there are none. */
    Optional<Problem> strange() {
        return strange == 0
                ? Optional.empty()
                : Optional.of(
                        Problem.warning(
                                        "par.lines",
                                        strange
                                                + " lines among the points are no rows of numbers"
                                                + " and were left out.")
                                .with(strange)
                                .at(firstStrange));
    }

    /** The actions that run, without {@code <Action0>}, in their order. */
    List<Action> actions() {
        List<Action> actions = new ArrayList<>();
        sections.forEach(
                (name, settings) -> {
                    Matcher m = ACTION.matcher(name);
                    if (m.matches() && !m.group(1).matches("0+") && m.group(1).length() < 9) {
                        actions.add(new Action(Integer.parseInt(m.group(1)), settings));
                    }
                });
        actions.sort((a, b) -> Integer.compare(a.number, b.number));
        return actions;
    }
}
