// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.consistency;

import org.ionbench.api.cell.Cell;
import org.ionbench.api.cell.Sample;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.problem.Change;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.Dimension;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Pellets denser than their material, areas that are not those of their diameter, compositions that
 * are not a whole. A thickness is allowed the rounding of its last digit: 34 mg in 0.5 mm may be
 * 102 % dense.
 */
final class GeometryCheck implements Check {
    private static final double POROUS = 0.3;
    private static final double WHOLE = 0.005;

    @Override
    public List<Problem> of(List<Subject> all, double share) {
        List<Problem> problems = new ArrayList<>();
        for (Subject s : all) {
            density(s, share, problems);
            shape(s, problems);
            typedArea(s, share, problems);
            areaOfFiles(s, share, problems);
        }
        all.stream()
                .map(s -> s.cell().sample())
                .distinct()
                .forEach(sample -> whole(sample, problems));
        return problems;
    }

    /** The density of the sample without pores: its own, or that of its components. */
    static Optional<Double> theoretical(Sample sample) {
        if (sample.density().isPresent() && sample.density().get().si() > 0) {
            return sample.density().map(Quantity::si);
        }
        double volumes = 0;
        double masses = 0;
        for (Sample.Component c : sample.components()) {
            if (c.density().isEmpty() || !(c.density().get().si() > 0)) {
                return Optional.empty();
            }
            double density = c.density().get().si();
            boolean isMass = c.basis().toLowerCase(Locale.ROOT).startsWith("mass");
            volumes += isMass ? c.fraction() / density : c.fraction();
            masses += isMass ? c.fraction() : c.fraction() * density;
        }
        return volumes > 0 ? Optional.of(masses / volumes) : Optional.empty();
    }

    /** Mass over volume over the density without pores. */
    static Optional<Rounded> relativeDensity(Subject s) {
        Optional<Rounded> mass = s.quantity(Cell.MASS).map(Rounded::of);
        Optional<Rounded> thickness = s.quantity(Cell.THICKNESS).map(Rounded::of);
        Optional<Double> area = s.cell().area().map(Quantity::si);
        Optional<Double> density = theoretical(s.cell().sample());
        if (mass.isEmpty() || thickness.isEmpty() || area.isEmpty() || density.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                mass.get().over(thickness.get()).times(1 / (area.get() * density.get())));
    }

    private static void density(Subject s, double share, List<Problem> problems) {
        if (s.quantity(Cell.ACTIVE_FRACTION).isPresent()) {
            // The mass is that of the electrode, the thickness often that of the separator.
            return;
        }
        Optional<Rounded> relative = relativeDensity(s);
        if (relative.isEmpty()) {
            return;
        }
        double thickness = s.quantity(Cell.THICKNESS).orElseThrow().si();
        if (relative.get().low() > 1 + share) {
            problems.add(
                    s.problem(
                            Problem.warning(
                                            "consistency.density",
                                            "The pellet of "
                                                    + s.name()
                                                    + " would be "
                                                    + percent(relative.get().value())
                                                    + " dense: its mass of "
                                                    + s.cell().sample().name()
                                                    + " is at least "
                                                    + Texts.in(
                                                            thickness * relative.get().value(),
                                                            "mm")
                                                    + " thick, not "
                                                    + Texts.in(thickness, "mm")
                                                    + ".")
                                    .with(relative.get().value())
                                    .mend(
                                            "Check thickness, mass and diameter, and whether the"
                                                    + " sample is the right one.")
                                    .mendedBy(slips(s, thickness, relative.get()))));
        } else if (relative.get().high() < POROUS) {
            problems.add(
                    s.problem(
                            Problem.info(
                                            "consistency.porous",
                                            "The pellet of "
                                                    + s.name()
                                                    + " would be only "
                                                    + percent(relative.get().value())
                                                    + " dense.")
                                    .mend("Check the units of thickness, mass and diameter.")
                                    .mendedBy(slips(s, thickness, relative.get()))));
        }
    }

    /** A thickness that is off by a power of ten is likely in the wrong unit. */
    private static List<Change> slips(Subject s, double thickness, Rounded relative) {
        List<Change> slips = new ArrayList<>();
        for (double factor : new double[] {10, 1000, 0.1, 0.001}) {
            double dense = relative.value() / factor;
            if (dense > 0.4 && dense < 1.03) {
                slips.add(s.change(Cell.THICKNESS, Texts.in(thickness * factor, "mm")));
            }
        }
        return slips;
    }

    private static String percent(double share) {
        return Texts.number(100 * share, 3) + " %";
    }

    private static void shape(Subject s, List<Problem> problems) {
        Optional<Quantity> thickness = s.quantity(Cell.THICKNESS);
        Optional<Quantity> diameter = s.quantity(Cell.DIAMETER);
        if (thickness.isPresent()
                && diameter.isPresent()
                && thickness.get().si() > diameter.get().si()) {
            problems.add(
                    s.problem(
                            Problem.warning(
                                            "consistency.shape",
                                            "The pellet of "
                                                    + s.name()
                                                    + " is thicker than it is wide: "
                                                    + Texts.in(thickness.get().si(), "mm")
                                                    + " by "
                                                    + Texts.in(diameter.get().si(), "mm")
                                                    + ".")
                                    .mend("Are the two exchanged?")
                                    .mendedBy(List.of())));
        }
    }

    private static void typedArea(Subject s, double share, List<Problem> problems) {
        Optional<Quantity> area = s.cell().area();
        if (area.isEmpty()) {
            return;
        }
        for (Map.Entry<String, Quantity> typed : s.of(Dimension.AREA)) {
            String key = typed.getKey().toLowerCase(Locale.ROOT);
            boolean isMeant = key.equals("area") || key.endsWith("electrode area");
            Rounded q = Rounded.of(typed.getValue());
            if (isMeant && !q.agrees(exact(area.get().si()), share)) {
                String right = Texts.in(area.get().si(), "cm2");
                problems.add(
                        s.problem(
                                Problem.warning(
                                                "consistency.area",
                                                "The "
                                                        + typed.getKey()
                                                        + " of "
                                                        + s.name()
                                                        + ", "
                                                        + Texts.in(q.value(), "cm2")
                                                        + ", is not that of its diameter, "
                                                        + right
                                                        + ".")
                                        .mend("Correct one of the two.")
                                        .mendedBy(
                                                List.of(
                                                        s.change(typed.getKey(), right),
                                                        s.change(
                                                                Cell.DIAMETER,
                                                                Texts.in(
                                                                        2
                                                                                * Math.sqrt(
                                                                                        q.value()
                                                                                                / Math
                                                                                                        .PI),
                                                                        "mm"))))));
            }
        }
    }

    /** The area a file says its electrode has; 0 and 1 cm2 are what an instrument begins with. */
    private static void areaOfFiles(Subject s, double share, List<Problem> problems) {
        Optional<Quantity> area = s.cell().area();
        if (area.isEmpty()) {
            return;
        }
        for (Recording r : s.recordings()) {
            for (Map.Entry<String, Object> e : r.metadata().entrySet()) {
                String key = e.getKey().toLowerCase(Locale.ROOT);
                Optional<Double> cm2 =
                        key.contains("electrode area") && key.contains("cm2")
                                ? number(e.getValue())
                                : Optional.empty();
                if (cm2.isEmpty() || cm2.get() <= 0 || cm2.get() == 1) {
                    continue;
                }
                Rounded file = Rounded.of(Quantity.of("area", "A", cm2.get(), Unit.of("cm2")));
                if (!file.agrees(exact(area.get().si()), share)) {
                    problems.add(
                            s.problem(
                                    Problem.warning(
                                                    "consistency.area.file",
                                                    "The file of "
                                                            + r.name()
                                                            + " says an electrode of "
                                                            + Texts.number(cm2.get(), 3)
                                                            + " cm2; the diameter of "
                                                            + s.name()
                                                            + " gives "
                                                            + Texts.in(area.get().si(), "cm2")
                                                            + ".")
                                            .mend("Correct the diameter if the file is right.")
                                            .mendedBy(
                                                    List.of(
                                                            s.change(
                                                                    Cell.DIAMETER,
                                                                    Texts.in(
                                                                            2
                                                                                    * Math.sqrt(
                                                                                            cm2
                                                                                                            .get()
                                                                                                    * 1e-4
                                                                                                    / Math
                                                                                                            .PI),
                                                                            "mm"))))));
                    return;
                }
            }
        }
    }

    private static Optional<Double> number(Object value) {
        if (value instanceof Number n) {
            return Optional.of(n.doubleValue());
        }
        try {
            return Optional.of(Double.parseDouble(String.valueOf(value).strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Rounded exact(double value) {
        return new Rounded(value, value, value);
    }

    private static void whole(Sample sample, List<Problem> problems) {
        if (sample.components().size() < 2
                || sample.components().stream().map(Sample.Component::basis).distinct().count()
                        > 1) {
            return;
        }
        double sum = sample.components().stream().mapToDouble(Sample.Component::fraction).sum();
        double whole = sum > 1.5 ? sum / 100 : sum;
        if (Math.abs(whole - 1) > WHOLE) {
            problems.add(
                    Problem.warning(
                                    "consistency.composition",
                                    "The components of "
                                            + sample.name()
                                            + " add up to "
                                            + percent(whole)
                                            + ".")
                            .at(sample.name())
                            .mend("Correct the composition of the sample."));
        }
    }
}
