// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The outcome of a least-squares fit.
 *
 * @param model what was fitted: a circuit code, {@code "ln(sigma T) against 1/T"}
 * @param weight the name of the weighting
 * @param points points in the fit (complex points count once)
 * @param range the window of the abscissa that was fitted, two numbers in SI
 * @param success whether it converged
 * @param message how it ended
 * @param evaluations model evaluations
 * @param chiSquare weighted sum of squared residuals
 * @param reducedChiSquare chiSquare / (N - p)
 * @param aic N ln(chiSquare/N) + 2p
 * @param bic N ln(chiSquare/N) + p ln N
 * @param parameters all parameters, fixed ones too
 * @param correlations of the varying parameters
 * @param details other numbers by name, such as {@code starts}, {@code agreeing starts}
 */
public record Fit(
        String model,
        String weight,
        int points,
        List<Double> range,
        boolean success,
        String message,
        int evaluations,
        double chiSquare,
        double reducedChiSquare,
        double aic,
        double bic,
        List<FitParameter> parameters,
        List<Correlation> correlations,
        Map<String, Double> details) {

    public Fit {
        range = List.copyOf(range);
        parameters = List.copyOf(parameters);
        correlations = List.copyOf(correlations);
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    public Optional<FitParameter> parameter(String name) {
        return parameters.stream().filter(p -> p.name().equals(name)).findFirst();
    }

    /** The correlation of two parameters; 0 where it was not computed. */
    public double correlation(String a, String b) {
        if (a.equals(b)) {
            return 1;
        }
        return correlations.stream()
                .filter(
                        c ->
                                c.first().equals(a) && c.second().equals(b)
                                        || c.first().equals(b) && c.second().equals(a))
                .mapToDouble(Correlation::value)
                .findFirst()
                .orElse(0);
    }

    /**
     * The correlation of two parameters.
     *
     * @param value from -1 to 1
     */
    public record Correlation(String first, String second, double value) {}
}
