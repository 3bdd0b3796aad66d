// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.demo.dc;

import java.util.List;

/**
 * Lithium plated and stripped again, and nothing else. Falling, plating begins at the nucleation
 * overpotential E_n below zero and then follows I = g E, on the way back until zero; above zero
 * what can be stripped leaves with I = g E until it is used up, which rounds the flank of the peak:
 *
 * <pre>I = g E (1 - exp(-q / q_0)),  q = share x charge plated - charge stripped</pre>
 *
 * @param background current of the double layer in A, with the sign of the scan
 * @param conductance g in S
 * @param nucleation E_n in V, below zero
 * @param share of the plated charge that comes off again, 0 to 1
 */
public record PlatingScan(double background, double conductance, double nucleation, double share) {
    /** q_0 in C. */
    private static final double FLANK = 3e-3;

    /** Records a ramp. */
    public Trace record(Ramp ramp, Meter meter, long seed) {
        List<Ramp.Point> points = ramp.points();
        double[] truth = new double[points.size()];
        double left = 0;
        boolean nucleated = false;
        for (int i = 0; i < truth.length; i++) {
            Ramp.Point p = points.get(i);
            double e = p.potential();
            double dt = i == 0 ? 0 : p.seconds() - points.get(i - 1).seconds();
            nucleated = nucleated ? e < 0 : e < nucleation && p.direction() < 0;
            double current = 0;
            if (nucleated) {
                current = conductance * e;
                left -= share * current * dt;
            } else if (e > 0 && left > 0) {
                current =
                        Math.min(
                                conductance * e * (1 - StrictMath.exp(-left / FLANK)),
                                dt > 0 ? left / dt : 0);
                left -= current * dt;
            }
            truth[i] = p.direction() * background + current;
        }
        return ramp.trace(points, truth, meter, seed);
    }
}
