// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.demo;

import java.util.List;

/**
 * A measured spectrum.
 *
 * @param sweep its frequencies
 * @param impedances one for each frequency, in the order of the sweep
 */
public record Spectrum(Sweep sweep, List<Impedance> impedances) {

    public Spectrum {
        impedances = List.copyOf(impedances);
        if (impedances.size() != sweep.points()) {
            throw new IllegalArgumentException(
                    "a spectrum of "
                            + sweep.points()
                            + " frequencies has as many impedances, not "
                            + impedances.size());
        }
    }
}
