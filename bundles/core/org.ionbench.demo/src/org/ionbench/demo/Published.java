// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.demo;

import org.ionbench.demo.studies.CompositionStudy;
import org.ionbench.engine.output.PublishedValue;

import java.util.List;
import java.util.Map;

/** What the paper printed, to stand beside what analyses find. No analysis reads it. */
public final class Published {
    private static final String HEHN = "Hehn et al. 2025, doi 10.1021/acsami.5c01939";
    private static final String ENERGY = "activation energy";
    private static final String CONDUCTIVITY = "conductivity";

    private static final List<PublishedValue> ALL =
            List.of(
                    conductivity(30, 2.9e-4),
                    conductivity(60, 1.2e-3),
                    energy(Labels.COMPOSITE, 0.42),
                    energy(Labels.PRISTINE, 0.52),
                    massFraction(25, 0.625),
                    poreFilling(25, 2.07),
                    massFraction(50, 0.833),
                    poreFilling(50, 0.69),
                    massFraction(75, 0.938),
                    poreFilling(75, 0.23),
                    of("ionic transference number", "t-ion", Map.of(), 1, "1", HEHN),
                    of(
                            "cation transference number",
                            "t-lithium",
                            Map.of("method", "simple"),
                            0.9,
                            "1",
                            HEHN + ", printed as above 0.9"),
                    of("onset potential", "anodic", Map.of("method", "regression"), 3.8, "V", HEHN),
                    of("discharge capacity", "TiS2-60C", Map.of("cycle", "1"), 205, "mAh/g", HEHN),
                    of("capacity retention", "TiS2-60C", Map.of("cycle", "151"), 0.605, "1", HEHN),
                    of(
                            "capacity fade per cycle",
                            "TiS2-60C",
                            Map.of("rate", "C/10"),
                            0.0026,
                            "1",
                            HEHN),
                    of(
                            "mean coulombic efficiency",
                            "TiS2-60C",
                            Map.of("convention", "charge/discharge same cycle"),
                            0.997,
                            "1",
                            HEHN),
                    of(
                            "areal capacity",
                            "LFP-60C",
                            Map.of("basis", "theoretical capacity"),
                            0.122,
                            "mAh/cm2",
                            HEHN + ", a slip: only 0.433 fits its own mass, area and current"));

    private Published() {}

    private static PublishedValue conductivity(double celsius, double value) {
        return new PublishedValue(
                Labels.COMPOSITE,
                "",
                CONDUCTIVITY,
                Map.of("temperature", String.valueOf(celsius + 273.15)),
                value,
                "S/cm",
                HEHN);
    }

    private static PublishedValue energy(String sample, double value) {
        return new PublishedValue(sample, "", ENERGY, Map.of("form", "sigma T"), value, "eV", HEHN);
    }

    private static PublishedValue massFraction(int percent, double value) {
        return table(percent, "mass fraction", value);
    }

    private static PublishedValue poreFilling(int percent, double value) {
        return table(percent, "pore filling", value);
    }

    /** Of Table 1. */
    private static PublishedValue table(int percent, String quantity, double value) {
        return new PublishedValue(
                CompositionStudy.name(percent),
                "",
                quantity,
                Map.of("material", "ZrO2"),
                value,
                "1",
                HEHN + ", Table 1");
    }

    private static PublishedValue of(
            String quantity,
            String cell,
            Map<String, String> conditions,
            double value,
            String unit,
            String source) {
        return new PublishedValue(
                Labels.COMPOSITE, cell, quantity, conditions, value, unit, source);
    }

    /** All that are known, in the order of the workflow. */
    public static List<PublishedValue> all() {
        return ALL;
    }
}
