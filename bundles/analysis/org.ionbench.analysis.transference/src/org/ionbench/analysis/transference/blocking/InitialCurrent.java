// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.transference.blocking;

import org.ionbench.analysis.transference.Amounts;
import org.ionbench.analysis.transference.Polarisation;
import org.ionbench.analysis.transference.Spectra;
import org.ionbench.analysis.transference.Tail;
import org.ionbench.analysis.transference.blocking.IonicSettings.Initial;
import org.ionbench.api.analysis.Context;
import org.ionbench.api.analysis.Window;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.Fit;
import org.ionbench.api.report.FitParameter;
import org.ionbench.numerics.UndeterminedException;
import org.ionbench.numerics.regression.LineFit;
import org.ionbench.numerics.regression.StraightLine;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The current ions and electrons carry together before anything has polarised, by every way there
 * is.
 *
 * <p>With a resistance of 100 ohm and a blocking capacitance of 10 uF the cell polarises within
 * milliseconds: the first sample misses it, and voltage over the resistance of a spectrum is what
 * there is to trust.
 */
final class InitialCurrent {
    private static final double FELL_TO = 1 / 3.;

    private final Map<Initial, Quantity> ways = new EnumMap<>(Initial.class);
    private final Initial chosen;
    private final Optional<Quantity> resistance;

    private InitialCurrent(
            Map<Initial, Quantity> ways, Initial chosen, Optional<Quantity> resistance) {
        this.ways.putAll(ways);
        this.chosen = chosen;
        this.resistance = resistance;
    }

    static InitialCurrent of(
            Polarisation p, Tail tail, IonicSettings settings, Spectra spectra, Context context)
            throws AnalysisException {
        Map<Initial, Quantity> ways = new EnumMap<>(Initial.class);
        Optional<Quantity> resistance = resistance(settings, spectra);
        resistance.ifPresent(
                r -> {
                    double i = p.voltage() / r.si();
                    ways.put(Initial.EIS, Amounts.add(current(i), r, -i / r.si()));
                });
        extrapolated(p, tail, settings.decay(), context)
                .ifPresent(q -> ways.put(Initial.EXTRAPOLATED, q));
        ways.put(
                Initial.MEASURED,
                current(p.current(0))
                        .withContribution(context.source("first sample"), p.firstError()));
        Initial chosen = settings.initial();
        if (chosen == Initial.AUTO) {
            chosen = ways.containsKey(Initial.EIS) ? Initial.EIS : Initial.EXTRAPOLATED;
            if (!ways.containsKey(chosen)) {
                throw new AnalysisException(
                        "The initial current is not known: there is no fitted spectrum of the cell,"
                                + " and the recording shows no decay to extrapolate. Fit a"
                                + " spectrum, or give the resistance; the first sample is taken"
                                + " only if the setting initial says so.");
            }
        }
        if (!ways.containsKey(chosen)) {
            throw new AnalysisException(
                    chosen == Initial.EIS
                            ? "There is no fitted spectrum of the cell to take the resistance from:"
                                    + " fit one, or give the resistance in the settings."
                            : "The initial current cannot be extrapolated, for the decay window"
                                    + " holds no decay: choose another window or way.");
        }
        if (!(ways.get(chosen).value() > 0)) {
            throw new AnalysisException(
                    "The initial current is not positive: the file's sign of the current is not"
                            + " that of its voltage, or the recording begins before the step.");
        }
        return new InitialCurrent(ways, chosen, resistance);
    }

    private static Quantity current(double amperes) {
        return Quantity.of("initial current", "I_0", amperes, Unit.of("A"));
    }

    // ---- resistance

    private static Optional<Quantity> resistance(IonicSettings settings, Spectra spectra)
            throws AnalysisException {
        if (settings.resistance() > 0) {
            return Optional.of(
                    Quantity.of("resistance", "R", settings.resistance(), Unit.of("ohm"))
                            .withCondition("of", "the settings"));
        }
        return spectra.before(settings.spectrum())
                .or(() -> spectra.all().stream().findFirst())
                .flatMap(InitialCurrent::resistance);
    }

    /** The fit's resistance of the electrolyte, else the sum of its resistors. */
    private static Optional<Quantity> resistance(Spectra.Fitted fitted) {
        if (fitted.electrolyte().isPresent()) {
            return fitted.electrolyte().map(q -> q.withCondition("spectrum", fitted.name()));
        }
        Fit fit = fitted.fit();
        List<FitParameter> resistors = new ArrayList<>();
        for (FitParameter p : fit.parameters()) {
            if (p.name().matches("R\\d*\\.R") && p.value() > 0) {
                resistors.add(p);
            }
        }
        double sum = 0;
        double variance = 0;
        for (FitParameter a : resistors) {
            sum += a.value();
            for (FitParameter b : resistors) {
                variance += fit.correlation(a.name(), b.name()) * error(a) * error(b);
            }
        }
        return sum > 0
                ? Optional.of(
                        Quantity.of("resistance", "R", sum, Unit.of("ohm"))
                                .withContribution(
                                        fitted.source("sum of resistors"),
                                        Math.sqrt(Math.max(0, variance)))
                                .withCondition("spectrum", fitted.name()))
                : Optional.empty();
    }

    private static double error(FitParameter p) {
        return Double.isFinite(p.stderr()) ? p.stderr() : 0;
    }

    // ---- extrapolation

    private static Optional<Quantity> extrapolated(
            Polarisation p, Tail tail, Window decay, Context context) {
        double above = p.current(0) - tail.current();
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < p.size(); i++) {
            double rest = p.current(i) - tail.current();
            boolean inside =
                    decay.equals(Window.ALL) ? rest >= FELL_TO * above : decay.contains(p.time(i));
            if (!inside && decay.equals(Window.ALL)) {
                break;
            }
            if (inside && rest > 3 * tail.error()) {
                points.add(new double[] {p.time(i), Math.log(rest)});
            }
        }
        if (points.size() < 3 || !(above > 0)) {
            return Optional.empty();
        }
        double[] x = points.stream().mapToDouble(a -> a[0]).toArray();
        double[] y = points.stream().mapToDouble(a -> a[1]).toArray();
        try {
            LineFit line = StraightLine.fit(x, y);
            double initial = Math.exp(line.intercept());
            return line.slope() < 0
                    ? Optional.of(
                            current(initial + tail.current())
                                    .withContribution(
                                            context.source("extrapolation"),
                                            initial * line.interceptError()))
                    : Optional.empty();
        } catch (UndeterminedException e) {
            return Optional.empty();
        }
    }

    // ---- what was found

    /** The one that was chosen. */
    Quantity current() {
        return ways.get(chosen).withCondition("method", text(chosen));
    }

    Initial chosen() {
        return chosen;
    }

    /** All ways there were. */
    Map<Initial, Quantity> ways() {
        return ways;
    }

    /** The resistance of the electrolyte, where one is known. */
    Optional<Quantity> resistance() {
        return resistance;
    }

    static String text(Initial way) {
        return switch (way) {
            case EIS -> "V/R";
            case EXTRAPOLATED -> "extrapolated";
            default -> "first sample";
        };
    }
}
