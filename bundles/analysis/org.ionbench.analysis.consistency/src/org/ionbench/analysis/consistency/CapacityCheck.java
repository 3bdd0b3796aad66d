// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.consistency;

import org.ionbench.api.cell.Cell;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.Dimension;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.Column;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Mass x fraction x reference capacity = absolute capacity; over the area it is the areal one,
 * times a C-rate the current. Every one of these that was typed is held against the others.
 */
final class CapacityCheck implements Check {
    private static final Pattern RATE = Pattern.compile("c\\s*/\\s*(\\d+(?:\\.\\d+)?)");
    private static final Pattern FAST = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*c");
    private static final double HOUR = 3600;
    private static final double MASS_ROOM = 0.05;
    private static final double FRACTION_ROOM = 0.025;
    private static final int LOOKED_AT = 20000;

    @Override
    public List<Problem> of(List<Subject> all, double share) {
        List<Problem> problems = new ArrayList<>();
        all.forEach(s -> new Chain(s, share).check(problems));
        return problems;
    }

    /** The chain of one cell: what follows from mass, fraction and reference. */
    static final class Chain {
        private final Subject subject;
        private final double share;
        private final Optional<Rounded> active;
        private final Optional<Rounded> absolute;
        private final Optional<Rounded> area;
        private final Optional<Rounded> areal;

        Chain(Subject subject, double share) {
            this.subject = subject;
            this.share = share;
            Optional<Rounded> mass =
                    subject.quantity(Cell.MASS).map(Rounded::of).map(r -> r.atMost(MASS_ROOM));
            Optional<Rounded> fraction =
                    subject.quantity(Cell.ACTIVE_FRACTION)
                            .map(Rounded::of)
                            .map(r -> r.atMost(FRACTION_ROOM));
            Optional<Rounded> reference = reference(subject);
            active =
                    mass.isPresent() && fraction.isPresent()
                            ? Optional.of(mass.get().times(fraction.get()))
                            : subject.quantity("active mass").map(Rounded::of);
            absolute =
                    active.isPresent() && reference.isPresent()
                            ? Optional.of(active.get().times(reference.get()))
                            : Optional.empty();
            area = subject.cell().area().map(a -> area(subject));
            areal =
                    absolute.isPresent() && area.isPresent()
                            ? Optional.of(absolute.get().over(area.get()))
                            : Optional.empty();
        }

        private static Rounded area(Subject s) {
            Rounded d = s.quantity(Cell.DIAMETER).map(Rounded::of).orElseThrow();
            // Diameters of dies are exact beyond the digits people write.
            return new Rounded(d.value(), d.value(), d.value())
                    .times(new Rounded(d.value(), d.value(), d.value()))
                    .times(Math.PI / 4);
        }

        static Optional<Rounded> reference(Subject s) {
            return s.quantity(
                            "reference capacity",
                            "theoretical capacity",
                            "nominal specific capacity",
                            "specific capacity")
                    .filter(q -> q.unit().dimension() == Dimension.SPECIFIC_CAPACITY)
                    .map(Rounded::of);
        }

        Optional<Rounded> absolute() {
            return absolute;
        }

        Optional<Rounded> areal() {
            return areal;
        }

        /** The current that usually flowed in the recordings of a cycler, in A. */
        Optional<Double> usualCurrent() {
            return subject.recordings().stream().flatMap(r -> usualCurrent(r).stream()).findFirst();
        }

        void check(List<Problem> problems) {
            activeMass(problems);
            arealCapacity(problems);
            absoluteCapacity(problems);
            currents(problems);
            measured(problems);
        }

        private void activeMass(List<Problem> problems) {
            Optional<Quantity> typed = subject.quantity("active mass");
            if (typed.isPresent()
                    && active.isPresent()
                    && typed.get().unit().dimension() == Dimension.MASS
                    && !Rounded.of(typed.get()).agrees(active.get(), share)) {
                problems.add(
                        subject.problem(
                                Problem.warning(
                                                "consistency.active.mass",
                                                "The active mass of "
                                                        + subject.name()
                                                        + ", "
                                                        + Texts.in(typed.get().si(), "mg")
                                                        + ", is not mass times active fraction, "
                                                        + Texts.in(active.get().value(), "mg")
                                                        + ".")
                                        .mend("Correct one of the three.")
                                        .mendedBy(
                                                List.of(
                                                        subject.change(
                                                                "active mass",
                                                                Texts.in(
                                                                        active.get().value(),
                                                                        "mg"))))));
            }
        }

        private void arealCapacity(List<Problem> problems) {
            if (areal.isEmpty()) {
                return;
            }
            for (Map.Entry<String, Quantity> typed : subject.of(Dimension.AREAL_CAPACITY)) {
                Rounded q = Rounded.of(typed.getValue());
                if (q.agrees(areal.get(), share)) {
                    continue;
                }
                String right = Texts.in(areal.get().value(), "mAh/cm2");
                // The same digits in mAh: the capacity of the cell was taken for that of an area.
                boolean isAbsolute = q.times(1e-4).agrees(absolute.orElseThrow(), share);
                problems.add(
                        subject.problem(
                                Problem.warning(
                                                "consistency.areal.capacity",
                                                "The "
                                                        + typed.getKey()
                                                        + " of "
                                                        + subject.name()
                                                        + " is given as "
                                                        + Texts.in(q.value(), "mAh/cm2")
                                                        + (isAbsolute
                                                                ? ", which is its absolute"
                                                                        + " capacity, "
                                                                        + Texts.in(
                                                                                absolute.get()
                                                                                        .value(),
                                                                                "mAh")
                                                                        + ", without the area;"
                                                                : ";")
                                                        + " mass, fraction, reference capacity and"
                                                        + " diameter give "
                                                        + right
                                                        + ".")
                                        .with(q.value(), areal.get().value(), isAbsolute)
                                        .mend("Correct the areal capacity.")
                                        .mendedBy(List.of(subject.change(typed.getKey(), right)))));
            }
        }

        private void absoluteCapacity(List<Problem> problems) {
            if (absolute.isEmpty()) {
                return;
            }
            for (Map.Entry<String, Quantity> typed : subject.of(Dimension.CHARGE)) {
                String key = typed.getKey().toLowerCase(Locale.ROOT);
                boolean isMeant =
                        key.equals("capacity")
                                || key.matches("(nominal|theoretical|absolute|cell) capacity");
                Rounded q = Rounded.of(typed.getValue());
                if (isMeant && !q.agrees(absolute.get(), share)) {
                    String right = Texts.in(absolute.get().value(), "mAh");
                    problems.add(
                            subject.problem(
                                    Problem.warning(
                                                    "consistency.capacity",
                                                    "The "
                                                            + typed.getKey()
                                                            + " of "
                                                            + subject.name()
                                                            + ", "
                                                            + Texts.in(q.value(), "mAh")
                                                            + ", is not mass times active fraction"
                                                            + " times reference capacity, "
                                                            + right
                                                            + ".")
                                            .mend("Correct one of them.")
                                            .mendedBy(
                                                    List.of(
                                                            subject.change(
                                                                    typed.getKey(), right)))));
                }
            }
        }

        /** Currents named after a rate: {@code C/10 = 43.3 uA/cm2}, {@code current at C/10}. */
        private void currents(List<Problem> problems) {
            for (Map.Entry<String, Quantity> typed : subject.cell().quantities().entrySet()) {
                Optional<Double> rate =
                        rate(typed.getKey())
                                .or(
                                        () ->
                                                typed.getKey()
                                                                .toLowerCase(Locale.ROOT)
                                                                .contains("current")
                                                        ? typedRate()
                                                        : Optional.empty());
                Dimension d = typed.getValue().unit().dimension();
                Optional<Rounded> capacity =
                        d == Dimension.CURRENT_DENSITY
                                ? areal
                                : d == Dimension.CURRENT ? absolute : Optional.empty();
                if (rate.isEmpty() || capacity.isEmpty()) {
                    continue;
                }
                Rounded expected = capacity.get().times(rate.get() / HOUR);
                Rounded q = Rounded.of(typed.getValue());
                if (!q.agrees(expected, share)) {
                    String unit = d == Dimension.CURRENT ? "uA" : "uA/cm2";
                    String right = Texts.in(expected.value(), unit);
                    problems.add(
                            subject.problem(
                                    Problem.warning(
                                                    "consistency.rate",
                                                    "The current \""
                                                            + typed.getKey()
                                                            + "\" of "
                                                            + subject.name()
                                                            + ", "
                                                            + Texts.in(q.value(), unit)
                                                            + ", is a rate of "
                                                            + Texts.number(
                                                                    q.value()
                                                                            / capacity.get().value()
                                                                            * HOUR,
                                                                    3)
                                                            + " an hour; "
                                                            + right
                                                            + " would be the one it is named"
                                                            + " after.")
                                            .mend("Correct the current, the mass or the fraction.")
                                            .mendedBy(
                                                    List.of(
                                                            subject.change(
                                                                    typed.getKey(), right)))));
                }
            }
        }

        private Optional<Double> typedRate() {
            return subject.text("c-rate").or(() -> subject.text("c rate")).flatMap(Chain::rate);
        }

        private static Optional<Double> rate(String text) {
            String s = text.toLowerCase(Locale.ROOT);
            Matcher slow = RATE.matcher(s);
            if (slow.find()) {
                return Optional.of(1 / Double.parseDouble(slow.group(1)));
            }
            Matcher fast = FAST.matcher(s);
            return fast.matches()
                    ? Optional.of(Double.parseDouble(fast.group(1)))
                    : Optional.empty();
        }

        /** The currents that flowed against the rates that were typed. */
        private void measured(List<Problem> problems) {
            List<Double> rates = new ArrayList<>();
            typedRate().ifPresent(rates::add);
            subject.text("rates")
                    .ifPresent(
                            t ->
                                    Arrays.stream(t.split("[,;]"))
                                            .forEach(r -> rate(r.strip()).ifPresent(rates::add)));
            if (rates.isEmpty() || absolute.isEmpty()) {
                return;
            }
            for (Recording r : subject.recordings()) {
                Optional<Double> amps = usualCurrent(r);
                if (amps.isEmpty()) {
                    continue;
                }
                double found = amps.get() / absolute.get().value() * HOUR;
                boolean known =
                        rates.stream()
                                .anyMatch(
                                        x ->
                                                absolute.get()
                                                        .times(x / HOUR)
                                                        .agrees(
                                                                new Rounded(
                                                                        amps.get(),
                                                                        amps.get(),
                                                                        amps.get()),
                                                                Math.max(share, 0.02)));
                if (!known) {
                    problems.add(
                            subject.problem(
                                    Problem.warning(
                                                    "consistency.current.measured",
                                                    "In "
                                                            + r.name()
                                                            + " of "
                                                            + subject.name()
                                                            + " mostly "
                                                            + Texts.in(amps.get(), "uA")
                                                            + " flowed, a rate of "
                                                            + Texts.number(found, 3)
                                                            + " an hour by mass, fraction and"
                                                            + " reference capacity, which is none"
                                                            + " of the rates given.")
                                            .mend("Check mass, active fraction and rates.")));
                }
            }
        }

        /** The median size of the currents while one flows. */
        private static Optional<Double> usualCurrent(Recording r) {
            if (!r.technique().equals(Technique.CYCLING) && !r.technique().equals(Technique.CP)) {
                return Optional.empty();
            }
            Optional<Column> column = r.table().column(QuantityKind.CURRENT);
            if (column.isEmpty() || column.get().rows() == 0) {
                return Optional.empty();
            }
            Column c = column.get();
            int step = Math.max(1, c.rows() / LOOKED_AT);
            double[] sizes = new double[(c.rows() + step - 1) / step];
            int n = 0;
            for (int row = 0; row < c.rows(); row += step) {
                double i = Math.abs(c.spec().toSi(c.at(row)));
                if (i > 0 && Double.isFinite(i)) {
                    sizes[n++] = i;
                }
            }
            if (n < 3) {
                return Optional.empty();
            }
            Arrays.sort(sizes, 0, n);
            double large = sizes[(int) (0.95 * (n - 1))];
            int from = 0;
            while (from < n && sizes[from] < 0.02 * large) {
                from++;
            }
            return Optional.of(sizes[(from + n - 1) / 2]);
        }
    }
}
