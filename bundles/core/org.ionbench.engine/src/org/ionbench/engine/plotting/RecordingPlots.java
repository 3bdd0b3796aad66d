// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.plotting;

import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.plot.Axis;
import org.ionbench.api.plot.Plot;
import org.ionbench.api.plot.Points;
import org.ionbench.api.plot.Series;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.table.Column;
import org.ionbench.api.table.ColumnSpec;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How a recording is looked at first: impedance as Nyquist plot and Bode plots, voltammograms as
 * current against potential, all else that has a time as potential and current against it. Spectra
 * are held in the plot, with the rows of their points; curves name columns of the recording by its
 * id, for they may be long.
 */
public final class RecordingPlots {
    private static final Set<Technique> VOLTAMMOGRAMS =
            Set.of(Technique.CV, Technique.LSV, Technique.SWV, Technique.DPV);

    /** The charge of an ion at its end. */
    private static final Pattern CHARGE = Pattern.compile("([1-4]?)\\+(?=/|\\s|$)");

    private RecordingPlots() {}

    /** The natural plots of a recording whose reference electrode is not known. */
    public static List<Plot> of(Recording recording) {
        return of(recording, "");
    }

    /**
     * The natural plots of a recording; none where it has no two columns of numbers that belong
     * together, which {@link #of(Recording, Column, Column, String)} then leaves to a choice.
     *
     * @param reference the reference electrode as people write it, {@code "Li+/Li"}; empty if it is
     *     not known
     */
    public static List<Plot> of(Recording recording, String reference) {
        Optional<Spectrum> spectrum = Spectrum.of(recording);
        if (spectrum.isPresent()) {
            return spectrum.get().plots();
        }
        Optional<Column> time = recording.table().column(QuantityKind.TIME);
        Optional<Column> potential = potential(recording);
        Optional<Column> current =
                first(recording, QuantityKind.CURRENT, QuantityKind.CURRENT_DENSITY);
        boolean swept = VOLTAMMOGRAMS.contains(recording.technique()) || time.isEmpty();
        if (swept && potential.isPresent() && current.isPresent()) {
            return List.of(of(recording, potential.get(), current.get(), reference));
        }
        return time.map(
                        t ->
                                Stream.of(potential, current)
                                        .flatMap(Optional::stream)
                                        .map(y -> of(recording, t, y, reference))
                                        .toList())
                .orElse(List.of());
    }

    /**
     * One column of a recording against another, as a curve.
     *
     * @param reference the reference electrode; empty if it is not known
     */
    public static Plot of(Recording recording, Column x, Column y, String reference) {
        Shown across = Shown.of(x.spec(), reference);
        Shown up = Shown.of(y.spec(), reference);
        return Plot.of(
                across.id + "/" + up.id,
                up.quantity + " against " + across.quantity,
                across.axis(),
                up.axis(),
                List.of(
                        Series.curve(
                                recording.name(),
                                0,
                                new Points.Columns(
                                        recording.id(),
                                        x.spec().name(),
                                        y.spec().name(),
                                        across.factor,
                                        up.factor))));
    }

    /** The columns of a recording that hold numbers. */
    public static List<Column> columns(Recording recording) {
        return recording.table().columns().stream().filter(c -> !c.spec().isText()).toList();
    }

    private static Optional<Column> potential(Recording recording) {
        return first(recording, QuantityKind.POTENTIAL, QuantityKind.CELL_VOLTAGE);
    }

    private static Optional<Column> first(Recording recording, QuantityKind... kinds) {
        return Stream.of(kinds).flatMap(k -> recording.table().column(k).stream()).findFirst();
    }

    /**
     * How a column is written at an axis.
     *
     * @param id of the axis
     * @param quantity what stands before the slash
     * @param unit the unit's symbol
     * @param factor from SI to that unit
     * @param isLogarithmic whether its values span decades
     */
    private record Shown(
            String id, String quantity, String unit, double factor, boolean isLogarithmic) {

        Axis axis() {
            return isLogarithmic
                    ? Axis.logarithmic(id, quantity, unit)
                    : Axis.linear(id, quantity, unit);
        }

        static Shown of(ColumnSpec spec, String reference) {
            String id = spec.kind().id().replace(' ', '-');
            return switch (spec.kind()) {
                case TIME -> si(id, "t", spec);
                case POTENTIAL -> si(id, "E" + against(reference), spec);
                case CELL_VOLTAGE, COUNTER_POTENTIAL -> si(id, "E", spec);
                case CURRENT -> si(id, "I", spec);
                case CURRENT_DENSITY -> in("A/cm2", id, "j", spec);
                case CHARGE, CAPACITY_CHARGE, CAPACITY_DISCHARGE -> in("Ah", id, "Q", spec);
                case TEMPERATURE -> si(id, "T", spec);
                case FREQUENCY -> si(id, "Frequency", spec);
                case IMPEDANCE_REAL -> si(id, "Re Z", spec);
                case IMPEDANCE_IMAGINARY -> si(id, "Im Z", spec);
                case IMPEDANCE_MODULUS -> si(id, "|Z|", spec);
                case IMPEDANCE_PHASE -> in("deg", id, "Phase", spec);
                case OTHER ->
                        new Shown(
                                "column-" + spec.vendorName().toLowerCase(Locale.ROOT),
                                spec.vendorName(),
                                spec.unit().dimension().siSymbol(),
                                1,
                                false);
                default -> si(id, spec.kind().label(), spec);
            };
        }

        /** {@code " vs Li⁺/Li"} for {@code "Li+/Li"}. */
        private static String against(String reference) {
            return reference.isBlank()
                    ? ""
                    : " vs "
                            + CHARGE.matcher(reference.strip())
                                    .replaceAll(m -> UnitText.superscript(m.group(1)) + "\u207a");
        }

        private static Shown si(String id, String quantity, ColumnSpec spec) {
            boolean spansDecades =
                    spec.kind() == QuantityKind.FREQUENCY
                            || spec.kind() == QuantityKind.IMPEDANCE_MODULUS;
            return new Shown(id, quantity, spec.kind().dimension().siSymbol(), 1, spansDecades);
        }

        private static Shown in(String unit, String id, String quantity, ColumnSpec spec) {
            Unit wanted = Unit.of(unit);
            return wanted.dimension() == spec.kind().dimension()
                    ? new Shown(id, quantity, unit, 1 / wanted.factor(), false)
                    : si(id, quantity, spec);
        }
    }

    /** The points of a spectrum that can be drawn. */
    private static final class Spectrum {
        private final String name;
        private final int[] rows;
        private final double[] frequency;
        private final double[] re;
        private final double[] im;

        private Spectrum(String name, double[] frequency, double[] re, double[] im) {
            List<Integer> good = new ArrayList<>();
            for (int i = 0; i < frequency.length; i++) {
                if (frequency[i] > 0 && Double.isFinite(re[i]) && Double.isFinite(im[i])) {
                    good.add(i);
                }
            }
            this.name = name;
            rows = good.stream().mapToInt(Integer::intValue).toArray();
            this.frequency = pick(frequency);
            this.re = pick(re);
            this.im = pick(im);
        }

        private double[] pick(double[] all) {
            double[] some = new double[rows.length];
            for (int i = 0; i < some.length; i++) {
                some[i] = all[rows[i]];
            }
            return some;
        }

        static Optional<Spectrum> of(Recording r) {
            Optional<double[]> frequency = r.si(QuantityKind.FREQUENCY);
            Optional<double[]> re = r.si(QuantityKind.IMPEDANCE_REAL);
            Optional<double[]> im = r.si(QuantityKind.IMPEDANCE_IMAGINARY);
            Optional<double[]> modulus = r.si(QuantityKind.IMPEDANCE_MODULUS);
            Optional<double[]> phase = r.si(QuantityKind.IMPEDANCE_PHASE);
            if (frequency.isEmpty()) {
                return Optional.empty();
            }
            double[] f = frequency.get();
            Optional<Spectrum> found = Optional.empty();
            if (re.isPresent() && im.isPresent()) {
                found = Optional.of(new Spectrum(r.name(), f, re.get(), im.get()));
            } else if (modulus.isPresent() && phase.isPresent()) {
                double[] x = new double[f.length];
                double[] y = new double[f.length];
                for (int i = 0; i < x.length; i++) {
                    x[i] = modulus.get()[i] * Math.cos(phase.get()[i]);
                    y[i] = modulus.get()[i] * Math.sin(phase.get()[i]);
                }
                found = Optional.of(new Spectrum(r.name(), f, x, y));
            }
            return found.filter(s -> s.rows.length > 0);
        }

        List<Plot> plots() {
            double[] minusIm = new double[re.length];
            double[] modulus = new double[re.length];
            double[] minusPhase = new double[re.length];
            for (int i = 0; i < re.length; i++) {
                minusIm[i] = -im[i];
                modulus[i] = Math.hypot(re[i], im[i]);
                minusPhase[i] = -Math.toDegrees(Math.atan2(im[i], re[i]));
            }
            return List.of(
                    plot(
                                    "nyquist",
                                    "Nyquist plot",
                                    Axis.linear("re", "Re Z", "ohm"),
                                    re,
                                    Axis.linear("im", "\u2212Im Z", "ohm"),
                                    minusIm)
                            .withEqualAspect(),
                    plot(
                            "bode-modulus",
                            "Modulus of the impedance",
                            Axis.logarithmic("frequency", "Frequency", "Hz"),
                            frequency,
                            Axis.logarithmic("modulus", "|Z|", "ohm"),
                            modulus),
                    plot(
                            "bode-phase",
                            "Phase of the impedance",
                            Axis.logarithmic("frequency", "Frequency", "Hz"),
                            frequency,
                            Axis.linear("phase", "\u2212Phase", "deg"),
                            minusPhase));
        }

        private Plot plot(String id, String title, Axis x, double[] xs, Axis y, double[] ys) {
            return Plot.of(
                    id,
                    title,
                    x,
                    y,
                    List.of(
                            Series.measured(name, 0, xs, ys)
                                    .withRows(rows)
                                    .withLabels("Frequency / Hz", frequency)));
        }
    }
}
