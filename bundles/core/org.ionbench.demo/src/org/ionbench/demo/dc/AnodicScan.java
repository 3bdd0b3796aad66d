// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.demo.dc;

import java.util.List;

/**
 * Oxidation of an electrolyte that passivates. While the first cycle rises,
 *
 * <pre>I = I_b + s w ln(1 + exp((E - E_on) / w))</pre>
 *
 * a line of slope s from the onset E_on, rounded over the width w, on the background I_b of the
 * double layer, whose sign is that of the scan. On the way back the oxidation dies away within 0.1
 * V (our invention); in later cycles only the background is left.
 *
 * @param background I_b in A
 * @param slope s in A/V
 * @param onset E_on in V
 * @param width w in V
 */
public record AnodicScan(double background, double slope, double onset, double width) {
    private static final double DYING = 0.1;

    /** The current of the oxidation alone in A on the first rise. */
    public double oxidation(double e) {
        double x = (e - onset) / width;
        double softened = x > 30 ? x : StrictMath.log1p(StrictMath.exp(x));
        return slope * width * softened;
    }

    /** Records a ramp. */
    public Trace record(Ramp ramp, Meter meter, long seed) {
        List<Ramp.Point> points = ramp.points();
        double[] truth = new double[points.size()];
        for (int i = 0; i < truth.length; i++) {
            Ramp.Point p = points.get(i);
            double oxidation = 0;
            if (p.cycle() == 1) {
                oxidation = oxidation(p.potential());
                if (p.direction() < 0) {
                    oxidation *= StrictMath.exp((p.potential() - ramp.first()) / DYING);
                }
            }
            truth[i] = p.direction() * background + oxidation;
        }
        return ramp.trace(points, truth, meter, seed);
    }
}
