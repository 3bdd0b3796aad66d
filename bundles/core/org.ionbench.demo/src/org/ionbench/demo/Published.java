// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.demo;

import org.ionbench.demo.studies.CompositionStudy;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value that the paper printed, to stand beside what an analysis found. No analysis reads it.
 *
 * @param quantity the quantity's name, {@code conductivity}
 * @param sample the sample's name
 * @param cell the cell's name; empty for any cell of the sample
 * @param conditions what it holds for, as the conditions of a quantity: {@code temperature} in K,
 *     {@code form} of the Arrhenius law
 * @param value as printed
 * @param unit its unit
 * @param source where it was printed
 */
public record Published(
        String quantity,
        String sample,
        String cell,
        Map<String, String> conditions,
        double value,
        String unit,
        String source) {
    private static final String HEHN = "Hehn et al. 2025, doi 10.1021/acsami.5c01939";
    private static final String ENERGY = "activation energy";
    private static final String CONDUCTIVITY = "conductivity";
    private static final double SAME = 1e-6;

    private static final List<Published> ALL =
            List.of(
                    conductivity(30, 2.9e-4),
                    conductivity(60, 1.2e-3),
                    energy(Twin.COMPOSITE, 0.42),
                    energy(Twin.PRISTINE, 0.52),
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

    public Published {
        conditions = Map.copyOf(conditions);
    }

    private static Published conductivity(double celsius, double value) {
        return new Published(
                CONDUCTIVITY,
                Twin.COMPOSITE,
                "",
                Map.of("temperature", String.valueOf(celsius + 273.15)),
                value,
                "S/cm",
                HEHN);
    }

    private static Published energy(String sample, double value) {
        return new Published(ENERGY, sample, "", Map.of("form", "sigma T"), value, "eV", HEHN);
    }

    private static Published massFraction(int percent, double value) {
        return table(percent, "mass fraction", value);
    }

    private static Published poreFilling(int percent, double value) {
        return table(percent, "pore filling", value);
    }

    /** Of Table 1. */
    private static Published table(int percent, String quantity, double value) {
        return new Published(
                quantity,
                CompositionStudy.name(percent),
                "",
                Map.of("material", "ZrO2"),
                value,
                "1",
                HEHN + ", Table 1");
    }

    private static Published of(
            String quantity,
            String cell,
            Map<String, String> conditions,
            double value,
            String unit,
            String source) {
        return new Published(quantity, Twin.COMPOSITE, cell, conditions, value, unit, source);
    }

    /** All that are known, in the order of the workflow. */
    public static List<Published> all() {
        return ALL;
    }

    /**
     * The value published for a quantity of a sample; empty where the paper printed none.
     *
     * @param cell the name of the cell it was found on
     * @param conditions the conditions of the quantity found; it may have more than were printed
     */
    public static Optional<Published> of(
            String quantity, String sample, String cell, Map<String, String> conditions) {
        return ALL.stream()
                .filter(p -> p.quantity.equals(quantity) && p.sample.equals(sample))
                .filter(p -> p.cell.isEmpty() || p.cell.equals(cell))
                .filter(p -> p.holdsFor(conditions))
                .findFirst();
    }

    private boolean holdsFor(Map<String, String> found) {
        return conditions.entrySet().stream()
                .allMatch(c -> isSame(c.getValue(), found.getOrDefault(c.getKey(), "")));
    }

    /** Numbers are compared as numbers: 333.15 is 333.1500. */
    private static boolean isSame(String printed, String found) {
        if (printed.equals(found)) {
            return true;
        }
        try {
            double a = Double.parseDouble(printed);
            return Math.abs(a - Double.parseDouble(found)) <= SAME * Math.abs(a);
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
