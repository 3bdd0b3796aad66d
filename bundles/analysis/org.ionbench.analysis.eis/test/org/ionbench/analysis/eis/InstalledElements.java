// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.eis;

import org.ionbench.analysis.eis.elements.Capacitor;
import org.ionbench.analysis.eis.elements.ConstantPhase;
import org.ionbench.analysis.eis.elements.ConstantPhaseInductor;
import org.ionbench.analysis.eis.elements.Gerischer;
import org.ionbench.analysis.eis.elements.HavriliakNegami;
import org.ionbench.analysis.eis.elements.Inductor;
import org.ionbench.analysis.eis.elements.OpenWarburg;
import org.ionbench.analysis.eis.elements.PorousElectrode;
import org.ionbench.analysis.eis.elements.Resistor;
import org.ionbench.analysis.eis.elements.ShortWarburg;
import org.ionbench.analysis.eis.elements.Warburg;
import org.ionbench.analysis.eis.elements.Zarc;
import org.ionbench.api.circuit.Elements;

import java.util.List;

/** The elements of this bundle, made by hand as the catalog would make them. */
public final class InstalledElements {
    private InstalledElements() {}

    public static Elements all() {
        return Elements.of(
                List.of(
                        new Resistor(),
                        new Capacitor(),
                        new Inductor(),
                        new ConstantPhase(),
                        new Warburg(),
                        new OpenWarburg(),
                        new ShortWarburg(),
                        new ConstantPhaseInductor(),
                        new Gerischer(),
                        new Zarc(),
                        new HavriliakNegami(),
                        new PorousElectrode()));
    }
}
