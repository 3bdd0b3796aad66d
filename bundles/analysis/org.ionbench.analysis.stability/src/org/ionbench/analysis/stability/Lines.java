// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability;

import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.quantity.Interval;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.numerics.UndeterminedException;
import org.ionbench.numerics.regression.LineFit;
import org.ionbench.numerics.regression.StraightLine;

/** Straight lines and what is read from them. */
public final class Lines {
    private Lines() {}

    /**
     * The line through points.
     *
     * @param what the points are, for the sentence of the error
     * @throws AnalysisException if they determine none
     */
    public static LineFit through(double[] x, double[] y, String what) throws AnalysisException {
        try {
            return StraightLine.fit(x, y);
        } catch (UndeterminedException e) {
            throw new AnalysisException("The " + what + " determine no line: widen the window.", e);
        }
    }

    /**
     * A result with its standard error from the scatter about a line, and its 95 % interval: the
     * t-quantile of the line for that, 1.96 for what the result has besides, in quadrature.
     */
    public static Quantity with(Quantity q, double error, LineFit line, String source) {
        if (!Double.isFinite(error)) {
            return q;
        }
        double half = Math.hypot(line.coverageFactor(0.95) * error, 1.96 * q.standardUncertainty());
        Quantity with = q.withContribution(source, error);
        return Double.isFinite(half)
                ? with.withInterval95(new Interval(q.value() - half, q.value() + half))
                : with;
    }
}
