// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.maccor;

import org.ionbench.api.importing.Source;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.formats.ClockTime;
import org.ionbench.formats.Dates;
import org.ionbench.formats.Dialect;
import org.ionbench.formats.Lines;
import org.ionbench.formats.Rows;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What rows must be looked at for before columns can be told: the decimal sign, which columns hold
 * text, whether the current has a sign, in which unit times and voltages are. Reads as far as it
 * has to, at most once through the file.
 */
final class MaccorSurvey {
    private static final int SAMPLE = 200;
    private static final Pattern POINT = Pattern.compile("\"?\\s*[-+]?[\\d,]*\\d\\.\\d+\\s*\"?");
    private static final Pattern COMMA = Pattern.compile("\"?\\s*[-+]?\\d+,\\d+\\s*\"?");

    /** What the current is written as. */
    enum Sign {
        WRITTEN,
        MISSING,
        UNKNOWN
    }

    private final MaccorHead head;
    private final MaccorColumns columns;
    private final List<String> clocks = new ArrayList<>();
    private final boolean[] texts;
    private final String[] units;
    private Dialect dialect;
    private Sign sign = Sign.UNKNOWN;
    private double unitOfTime = Double.NaN;
    private boolean timesAreClocks;
    private boolean millivolts;
    private boolean voltsKnown;
    private Optional<LocalDateTime> firstClock = Optional.empty();
    private double firstTime = Double.NaN;

    private MaccorSurvey(MaccorHead head) {
        this.head = head;
        columns = MaccorColumns.of(head.names());
        texts = new boolean[columns.names().size()];
        units = new String[columns.names().size()];
        Arrays.fill(units, "");
        dialect = Dialect.of(columns.delimiter());
    }

    static MaccorSurvey of(Source source, Progress progress) throws IOException {
        MaccorSurvey survey;
        try (Lines lines = Lines.of(source, progress.split(0))) {
            survey = new MaccorSurvey(MaccorHead.read(lines));
            List<String> sample = new ArrayList<>();
            while (sample.size() < SAMPLE && lines.next()) {
                sample.add(lines.text());
            }
            survey.decimals(sample, Dialect.decimal(source.options()));
        }
        try (Lines lines = Lines.of(source, progress.split(0))) {
            MaccorHead.read(lines);
            Rows rows = new Rows(survey.dialect, survey.texts.length);
            int seen = 0;
            while (lines.next() && (seen < SAMPLE || !survey.isDecided())) {
                if (rows.read(lines) > 1 && !rows.isText(0)) {
                    survey.see(rows, lines, seen++ < SAMPLE);
                }
            }
        }
        return survey;
    }

    private void decimals(List<String> sample, Optional<Character> wanted) {
        char delimiter = columns.delimiter();
        int points = 0;
        int commas = 0;
        for (String line : sample) {
            for (String field : line.split(Pattern.quote(String.valueOf(delimiter)))) {
                points += field.length() < 40 && POINT.matcher(field).matches() ? 1 : 0;
                commas += field.length() < 40 && COMMA.matcher(field).matches() ? 1 : 0;
            }
        }
        boolean isComma = wanted.map(c -> c == ',').orElse(commas > points && delimiter != ',');
        dialect = new Dialect(delimiter, isComma ? ',' : '.', isComma ? '.' : ',');
    }

    private boolean isDecided() {
        int time = columns.index(QuantityKind.TIME);
        boolean unitNeeded = time >= 0 && columns.lacksUnit(time) && columns.clock() >= 0;
        boolean timed = !unitNeeded || timesAreClocks || !Double.isNaN(unitOfTime);
        boolean signed = columns.state() < 0 || sign != Sign.UNKNOWN;
        return timed && signed && (voltsKnown || !maybeMillivolts());
    }

    private boolean maybeMillivolts() {
        return columns.isMilli(columns.index(QuantityKind.CURRENT))
                && columns.index(QuantityKind.CELL_VOLTAGE) >= 0
                && !columns.isMilli(columns.index(QuantityKind.CELL_VOLTAGE))
                && columns.index(QuantityKind.CHARGE) >= 0
                && columns.index(QuantityKind.ENERGY) >= 0;
    }

    private void see(Rows rows, Lines lines, boolean sample) {
        int width = texts.length;
        if (sample) {
            for (int i = 0; i < Math.min(width, rows.fields()); i++) {
                if (rows.isText(i)) {
                    String text = rows.text(i, lines);
                    texts[i] |= ClockTime.seconds(text).isEmpty();
                    timesAreClocks |= i == columns.index(QuantityKind.TIME);
                    if (units[i].isEmpty()) {
                        units[i] = text;
                    }
                }
            }
        }
        int clock = columns.clock();
        if (clock >= 0 && clock < rows.fields()) {
            String text = rows.text(clock, lines);
            if (sample) {
                clocks.add(text);
            }
            time(rows, text);
        }
        current(rows, lines);
        voltage(rows);
    }

    private void time(Rows rows, String text) {
        int time = columns.index(QuantityKind.TIME);
        if (time < 0 || !Double.isNaN(unitOfTime) || timesAreClocks) {
            return;
        }
        Optional<LocalDateTime> now = Dates.parse(text, order()).map(Dates.Stamp::local);
        double value = rows.values()[time];
        if (firstClock.isEmpty()) {
            firstClock = now;
            firstTime = value;
        } else if (now.isPresent()) {
            double seconds = Duration.between(firstClock.get(), now.get()).toSeconds();
            if (seconds >= 20 && value > firstTime) {
                double ratio = seconds / (value - firstTime);
                unitOfTime = ratio < 8 ? 1 : ratio < 460 ? 60 : ratio < 18_000 ? 3600 : 86_400;
            }
        }
    }

    private void current(Rows rows, Lines lines) {
        int state = columns.state();
        int current = columns.index(QuantityKind.CURRENT);
        if (state >= 0 && current >= 0 && sign == Sign.UNKNOWN && rows.fields() > state) {
            double value = rows.values()[current];
            if (isDischarge(rows.text(state, lines)) && value != 0 && !Double.isNaN(value)) {
                sign = value < 0 ? Sign.WRITTEN : Sign.MISSING;
            }
        }
    }

    private void voltage(Rows rows) {
        if (voltsKnown || !maybeMillivolts()) {
            return;
        }
        double charge = rows.values()[columns.index(QuantityKind.CHARGE)];
        double energy = rows.values()[columns.index(QuantityKind.ENERGY)];
        double volts = rows.values()[columns.index(QuantityKind.CELL_VOLTAGE)];
        if (charge > 0 && energy > 0 && volts > 0) {
            voltsKnown = true;
            millivolts = volts * charge / energy > 100;
        }
    }

    /** Whether a state is one of discharge. */
    static boolean isDischarge(String state) {
        return state.toUpperCase(Locale.ROOT).startsWith("D");
    }

    /** Whether a state is one of charge. */
    static boolean isCharge(String state) {
        return state.toUpperCase(Locale.ROOT).startsWith("C");
    }

    MaccorHead head() {
        return head;
    }

    MaccorColumns columns() {
        return columns;
    }

    Dialect dialect() {
        return dialect;
    }

    Sign sign() {
        return sign;
    }

    boolean hasMillivolts() {
        return millivolts;
    }

    /** Seconds in the unit of times that name none; NaN if nothing shows it. */
    double unitOfTime() {
        return timesAreClocks ? 1 : unitOfTime;
    }

    boolean timesAreClocks() {
        return timesAreClocks;
    }

    boolean isText(int column) {
        return columns.isText(column) || texts[column] && !columns.isTime(column);
    }

    /** What an auxiliary column is measured in, as the column behind it says. */
    String unitBehind(int column) {
        boolean there =
                column + 1 < units.length
                        && columns.names().get(column + 1).strip().equalsIgnoreCase("units");
        return there ? units[column + 1] : "";
    }

    /** Whether the order of day and month is only assumed. */
    boolean isOrderAssumed() {
        return proven().isEmpty()
                && clocks.stream()
                        .findFirst()
                        .flatMap(c -> Dates.parse(c, order()))
                        .map(Dates.Stamp::isAmbiguous)
                        .orElse(false);
    }

    /** Day first where a date proves it or decimals are written with a comma. */
    Dates.Order order() {
        return proven().orElse(
                        dialect.decimal() == ',' ? Dates.Order.DAY_MONTH : Dates.Order.MONTH_DAY);
    }

    private Optional<Dates.Order> proven() {
        List<String> all = new ArrayList<>(clocks);
        all.addAll(head.said().values());
        return Dates.order(all);
    }

    /** When the first point was measured, else when the head says the test began. */
    Optional<LocalDateTime> start() {
        List<String> candidates = new ArrayList<>(clocks.stream().limit(1).toList());
        candidates.add(head.said("Started"));
        candidates.add(head.said("Date of Test"));
        return candidates.stream()
                .flatMap(c -> Dates.parse(c, order()).stream())
                .map(Dates.Stamp::local)
                .findFirst();
    }
}
