// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.eis.fitting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.ionbench.analysis.eis.InstalledElements;
import org.ionbench.api.circuit.CircuitCode;
import org.junit.jupiter.api.Test;

class ArcTest {
    /** R 1000 ohm, Q 1e-9, n 0.9: C 2.154e-10 F, f 738.7 kHz. */
    @Test
    void workedNumbers() throws Exception {
        var circuit = CircuitCode.parse("R0-p(CPE1,R1)-p(R2,C1)-Zarc1", InstalledElements.all());
        double[] p = {5, 1e-9, 0.9, 1000, 100, 1e-6, 50, 1e-4, 0.8};
        var arcs = Arc.of(circuit);
        assertEquals(3, arcs.size());
        assertEquals(2.154e-10, arcs.get(0).capacitance(p), 5e-14);
        assertEquals(738.7e3, arcs.get(0).frequency(p), 50);
        assertEquals(1e-6, arcs.get(1).capacitance(p), 1e-18);
        assertEquals(1591.549, arcs.get(1).frequency(p), 1e-3);
        assertEquals(2e-6, arcs.get(2).capacitance(p), 1e-18);
    }
}
