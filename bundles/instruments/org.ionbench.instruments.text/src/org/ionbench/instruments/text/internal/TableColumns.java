// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.text.internal;

import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.Dimension;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.formats.ClockTime;
import org.ionbench.formats.Dates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** The columns that are kept of a table, and what is said about them. */
final class TableColumns {
    private static final int FEWEST_POINTS = 5;
    private static final int FEWEST_GROWING = 10;
    private static final double HOTTEST_CELSIUS = 200;

    private final List<ColumnSpec> specs = new ArrayList<>();
    private final List<Integer> fields = new ArrayList<>();
    private final BitSet clocks = new BitSet();
    private final List<String> assumptions = new ArrayList<>();
    private final List<String> changes = new ArrayList<>();

    private final List<String> withoutUnit = new ArrayList<>();
    private final Set<QuantityKind> taken = EnumSet.noneOf(QuantityKind.class);

    private TableColumns() {}

    /**
     * Tells the columns from the user's map, their headings and their values.
     *
     * @throws FormatException if the user's map is not understood
     */
    static TableColumns of(Layout layout, ColumnMap map, Survey survey) throws FormatException {
        List<String> names = distinct(layout);
        IntPredicate named = i -> i < layout.names().size() && !layout.names().get(i).isEmpty();
        TableColumns columns = of(names, headings(layout, names), named, map, survey);
        if (layout.names().isEmpty() && map.isEmpty()) {
            columns.bareSpectrum(survey);
        }
        return columns;
    }

    /**
     * Tells the columns from the user's map, their names and their values.
     *
     * @param names the names, each but once
     * @throws FormatException if the user's map is not understood
     */
    static TableColumns of(List<String> names, ColumnMap map, Survey survey)
            throws FormatException {
        return of(names, names.stream().map(Heading::of).toList(), _ -> true, map, survey);
    }

    private static TableColumns of(
            List<String> names,
            List<Heading> headings,
            IntPredicate named,
            ColumnMap map,
            Survey survey)
            throws FormatException {
        TableColumns columns = new TableColumns();
        boolean spectra =
                headings.stream()
                        .anyMatch(h -> kind(h, true).orElse(null) == QuantityKind.FREQUENCY);
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (map.isSkipped(i, name) || !named.test(i) && survey.isEmpty(i)) {
                continue;
            }
            Optional<ColumnSpec> wanted = map.column(i, name);
            columns.add(
                    i,
                    wanted.isPresent()
                            ? wanted.get()
                            : columns.recognised(name, headings.get(i), spectra, survey, i));
        }
        columns.sayUnits();
        columns.turnCurrent(map, survey);
        return columns;
    }

    /**
     * Turns the current of a file that counts discharge as positive: in every row seen the charge
     * capacity grows under a negative current, or the discharge capacity under a positive one.
     */
    private void turnCurrent(ColumnMap map, Survey survey) {
        int current = index(QuantityKind.CURRENT);
        if (current < 0 || !map.isEmpty() || specs.get(current).isNegated()) {
            return;
        }
        double[] i = survey.values(fields.get(current));
        int opposite =
                grows(survey, QuantityKind.CAPACITY_CHARGE, i, -1)
                        + grows(survey, QuantityKind.CAPACITY_DISCHARGE, i, 1);
        int right =
                grows(survey, QuantityKind.CAPACITY_CHARGE, i, 1)
                        + grows(survey, QuantityKind.CAPACITY_DISCHARGE, i, -1);
        if (right == 0 && opposite >= FEWEST_GROWING) {
            specs.set(current, specs.get(current).negated());
            changes.add(
                    "sign of current turned: in the file it is negative where the charge capacity"
                            + " grows, or positive where the discharge capacity does");
        }
    }

    /** In how many rows a capacity grows under a current of this sign. */
    private int grows(Survey survey, QuantityKind capacity, double[] current, int sign) {
        int column = index(capacity);
        if (column < 0) {
            return 0;
        }
        double[] q = survey.values(fields.get(column));
        int rows = 0;
        for (int row = 1; row < Math.min(q.length, current.length); row++) {
            boolean through = sign * current[row] > 0 && sign * current[row - 1] > 0;
            rows += through && q[row] > q[row - 1] ? 1 : 0;
        }
        return rows;
    }

    private void sayUnits() {
        if (!withoutUnit.isEmpty()) {
            assumptions.add(
                    "Units that the file does not say assumed: "
                            + String.join(", ", withoutUnit)
                            + ".");
        }
    }

    private static List<Heading> headings(Layout layout, List<String> names) {
        List<Heading> headings = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Heading heading = Heading.of(names.get(i));
            headings.add(
                    i < layout.units().size()
                            ? heading.whole().withUnit(layout.units().get(i))
                            : heading);
        }
        return headings;
    }

    private void add(int field, ColumnSpec spec) {
        if (spec.kind() != QuantityKind.OTHER) {
            taken.add(spec.kind());
        }
        if (spec.isNegated()) {
            changes.add(
                    "sign of " + spec.kind().id() + " turned: the file has " + spec.vendorName());
        }
        specs.add(spec);
        fields.add(field);
    }

    private ColumnSpec recognised(
            String name, Heading heading, boolean spectra, Survey survey, int field) {
        if (!survey.isText(field)) {
            return number(name, heading, spectra, survey.values(field));
        }
        boolean clock =
                heading.label().toLowerCase(Locale.ROOT).contains("time")
                        && ClockTime.seconds(survey.firstText(field)).isPresent();
        return clock ? clock(name, heading) : ColumnSpec.text(name);
    }

    /** A column of times written as hours, minutes and seconds. */
    private ColumnSpec clock(String name, Heading heading) {
        clocks.set(specs.size());
        assumptions.add(
                "Column " + name + ", written as hours, minutes and seconds, read in seconds.");
        boolean time =
                Vocabulary.kinds(heading.label()).contains(QuantityKind.TIME)
                        && !taken.contains(QuantityKind.TIME);
        ColumnSpec spec = ColumnSpec.of(name);
        return time ? spec.as(QuantityKind.TIME, "s") : spec.unit("s");
    }

    private ColumnSpec number(String name, Heading written, boolean spectra, double[] values) {
        ColumnSpec spec = ColumnSpec.of(name);
        Heading heading = written;
        Optional<QuantityKind> kind = kind(heading, spectra).filter(this::isFree);
        if (kind.isEmpty()) {
            heading = written.whole();
            kind = kind(heading, spectra).filter(this::isFree);
        }
        if (kind.isEmpty()) {
            return heading.unit().isEmpty() ? spec : spec.unit(heading.unit());
        }
        Dimension dimension = kind.get().dimension();
        Unit unit = heading.unit(dimension).orElse(usual(kind.get(), values));
        if (kind.get() == QuantityKind.TEMPERATURE && unit.toSi(median(values)) <= 0) {
            // no thermocouple was connected
            return spec.unit(unit.toString());
        }
        if (heading.unit(dimension).isEmpty() && dimension != Dimension.NONE) {
            withoutUnit.add(name + " in " + unit);
        }
        spec = spec.as(kind.get(), unit);
        return heading.isNegative() ? spec.negated() : spec;
    }

    /** A table has one column of a kind, but temperatures of many places. */
    private boolean isFree(QuantityKind kind) {
        return kind == QuantityKind.TEMPERATURE || !taken.contains(kind);
    }

    /** What a heading means; its unit, where it has one, must fit. */
    private static Optional<QuantityKind> kind(Heading heading, boolean spectra) {
        for (QuantityKind kind : Vocabulary.kinds(heading.label())) {
            boolean fits =
                    heading.unit().isEmpty()
                            ? !Vocabulary.needsUnit(heading.label())
                            : heading.unit(kind.dimension()).isPresent();
            boolean placed =
                    spectra
                            || !Vocabulary.needsFrequency(heading.label(), kind)
                            || !heading.unit().isEmpty()
                                    && kind.dimension() == Dimension.RESISTANCE;
            if (fits && placed) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** The unit where none is written. */
    private static Unit usual(QuantityKind kind, double[] values) {
        return switch (kind) {
            case IMPEDANCE_PHASE -> Unit.of("deg");
            case TEMPERATURE -> Unit.of(median(values) > HOTTEST_CELSIUS ? "K" : "degC");
            case CHARGE, CAPACITY_CHARGE, CAPACITY_DISCHARGE -> Unit.of("Ah");
            case ENERGY -> Unit.of("Wh");
            case ROTATION_RATE -> Unit.of("rpm");
            default -> Unit.si(kind.dimension());
        };
    }

    /** Three columns of numbers without names, the first like the frequencies of a spectrum. */
    private void bareSpectrum(Survey survey) {
        if (specs.size() != 3 || specs.stream().anyMatch(ColumnSpec::isText)) {
            return;
        }
        double[] frequency = survey.values(fields.get(0));
        if (!Spectra.isFrequency(frequency)) {
            return;
        }
        boolean turned = Spectra.isTurned(frequency, survey.values(fields.get(2)));
        specs.set(0, specs.get(0).as(QuantityKind.FREQUENCY, "Hz"));
        specs.set(1, specs.get(1).as(QuantityKind.IMPEDANCE_REAL, "ohm"));
        ColumnSpec imaginary = specs.get(2).as(QuantityKind.IMPEDANCE_IMAGINARY, "ohm");
        specs.set(2, turned ? imaginary.negated() : imaginary);
        assumptions.add(
                "The columns have no names; frequency in Hz, Re Z in ohm and "
                        + (turned ? "-Im Z" : "Im Z")
                        + " in ohm assumed, since the first one is stepped like the frequencies of"
                        + " a spectrum"
                        + (turned ? " and the third one is positive." : "."));
        if (turned) {
            changes.add("sign of impedance imaginary turned: positive in the file");
        }
    }

    /** What each column of the recording is. */
    List<ColumnSpec> specs() {
        return specs;
    }

    /** For each column of the recording the field of the row it is read from. */
    int[] fields() {
        return fields.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Whether a column is written as hours, minutes and seconds, to be read in seconds. */
    boolean isClock(int column) {
        return clocks.get(column);
    }

    /** The first date and time of a column of such; empty if there is none. */
    Optional<String> date(Survey survey) {
        for (int i = 0; i < specs.size(); i++) {
            String first = survey.firstText(fields.get(i));
            if (specs.get(i).isText()
                    && first.indexOf(':') > 0
                    && Dates.parse(first, Dates.Order.DAY_MONTH).isPresent()) {
                return Optional.of(first);
            }
        }
        return Optional.empty();
    }

    /** The index of the column of a kind, -1 if there is none. */
    int index(QuantityKind kind) {
        for (int i = 0; i < specs.size(); i++) {
            if (specs.get(i).kind() == kind) {
                return i;
            }
        }
        return -1;
    }

    /** Begins a recording with these columns. */
    void begin(RecordingSink recording) {
        assumptions.forEach(recording::assumption);
        changes.forEach(recording::change);
        specs.forEach(recording::column);
    }

    /** Says of a recording of these columns what is doubtful about them. */
    void doubt(Survey survey, RecordingSink recording) {
        doubtfulSign(survey)
                .ifPresent(
                        name ->
                                recording.problem(
                                        Problem.warning(
                                                        "text.sign.doubtful",
                                                        "Nearly all values of "
                                                                + name
                                                                + " have the sign opposite to that"
                                                                + " of a capacitor.")
                                                .with(name)
                                                .mend(
                                                        "If the file has the sign turned, say so"
                                                                + " with the option columns, such"
                                                                + " as columns=*,*,-impedance"
                                                                + " imaginary:ohm.")));
        if (specs.stream().allMatch(s -> s.kind() == QuantityKind.OTHER)) {
            recording.problem(
                    Problem.warning("text.columns.unknown", "None of the columns was recognised.")
                            .mend(
                                    "Say what they are with the option columns, such as"
                                            + " columns=frequency:Hz,impedance real:ohm,-impedance"
                                            + " imaginary:ohm."));
        }
    }

    /**
     * A column of imaginary parts or phases that is called so, and whose values have the sign
     * opposite to that of a cell; empty where all is as usual.
     */
    private Optional<String> doubtfulSign(Survey survey) {
        int frequency = index(QuantityKind.FREQUENCY);
        int imaginary = index(QuantityKind.IMPEDANCE_IMAGINARY);
        int column = imaginary < 0 ? index(QuantityKind.IMPEDANCE_PHASE) : imaginary;
        if (frequency < 0 || column < 0) {
            return Optional.empty();
        }
        double[] values = survey.values(fields.get(column));
        if (specs.get(column).isNegated()) {
            values = Arrays.stream(values).map(v -> -v).toArray();
        }
        return values.length >= FEWEST_POINTS
                        && Spectra.isTurned(survey.values(fields.get(frequency)), values)
                ? Optional.of(specs.get(column).vendorName())
                : Optional.empty();
    }

    /** The technique these columns and values show. */
    Technique technique(Survey survey) {
        Set<QuantityKind> kinds =
                specs.stream()
                        .map(ColumnSpec::kind)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(QuantityKind.class)));
        return Techniques.of(
                kinds,
                kind -> {
                    int i = index(kind);
                    return i < 0 ? new double[0] : survey.values(fields.get(i));
                });
    }

    private static List<String> distinct(Layout layout) {
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < layout.columns(); i++) {
            String name = i < layout.names().size() ? layout.names().get(i) : "";
            name = name.isEmpty() ? "Column " + (i + 1) : name;
            String candidate = name;
            for (int n = 2; !seen.add(candidate); n++) {
                candidate = name + " (" + n + ")";
            }
            names.add(candidate);
        }
        return names;
    }

    private static double median(double[] values) {
        double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }
}
