// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * The electrode a potential is counted against.
 *
 * <p>Potentials against the standard hydrogen electrode at 25 degC (Bard and Faulkner,
 * Electrochemical Methods, 2001): Li+/Li -3.040, Na+/Na -2.714, Ag/AgCl in saturated KCl +0.197, in
 * 3 mol/l KCl +0.210, saturated calomel +0.241 V. Indium with lithium (the two-phase field of InLi
 * and In) lies 0.62 V above Li+/Li (Santhosha et al., Batteries and Supercaps 2 (2019) 524, doi
 * 10.1002/batt.201800149). The reversible hydrogen electrode lies -2.303 RT/F pH from the standard
 * one.
 *
 * @param name as printed, {@code "Li+/Li"}
 * @param againstStandard V against the standard hydrogen electrode; empty where it is not known
 */
public record Reference(String name, OptionalDouble againstStandard) {
    /** Of an electrode nobody has named. */
    public static final Reference UNKNOWN =
            new Reference("the reference used", OptionalDouble.empty());

    private static final double LITHIUM = -3.040;
    private static final double INDIUM = 0.62;
    private static final double NERNST = 0.0591597;
    private static final Map<String, String> NAMES = new TreeMap<>();
    private static final Map<String, Double> TABLE = new TreeMap<>();

    static {
        add("Li+/Li", LITHIUM, "li", "lithium", "li/li+", "limetal", "lithiummetal");
        add("Li-In", LITHIUM + INDIUM, "liin", "inli", "in/inli", "in-li", "li-in/in", "in/li-in");
        add("Na+/Na", -2.714, "na", "sodium", "na/na+");
        add("SHE", 0, "nhe");
        add("Ag/AgCl", 0.197, "agcl/ag", "ag/agcl(sat)", "ag/agcl(sat.kcl)", "ag/agclsat.kcl");
        add("Ag/AgCl (3 M)", 0.210, "ag/agcl(3mkcl)", "ag/agcl3m", "ag/agcl(3mnacl)");
        add("SCE", 0.241, "calomel", "hg/hg2cl2");
    }

    private static void add(String name, double volts, String... spellings) {
        TABLE.put(name, volts);
        NAMES.put(folded(name), name);
        for (String s : spellings) {
            NAMES.put(s, name);
        }
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replace('\u207a', '+')
                .replace('\u2013', '-')
                .replaceAll("^(vs\\.?|against)", "")
                .replaceAll("\\s", "");
    }

    /**
     * Reads a name as people write it.
     *
     * @param pH of the electrolyte, for the reversible hydrogen electrode; NaN where not known
     */
    public static Reference of(String text, double pH) {
        String key = folded(text);
        if (key.isEmpty()) {
            return UNKNOWN;
        }
        if (key.equals("rhe")) {
            return new Reference(
                    "RHE",
                    Double.isNaN(pH) ? OptionalDouble.empty() : OptionalDouble.of(-NERNST * pH));
        }
        String known = NAMES.get(key);
        return known == null
                ? new Reference(text.strip(), OptionalDouble.empty())
                : new Reference(known, OptionalDouble.of(TABLE.get(known)));
    }

    /** Whether anybody said what it is. */
    public boolean isKnown() {
        return !equals(UNKNOWN);
    }

    /**
     * What is added to a potential against this electrode to have it against another; empty where
     * that is not known.
     */
    public Optional<Double> to(Reference other) {
        if (name.equals(other.name)) {
            return Optional.of(0.);
        }
        return againstStandard.isPresent() && other.againstStandard.isPresent()
                ? Optional.of(againstStandard.getAsDouble() - other.againstStandard.getAsDouble())
                : Optional.empty();
    }

    /** As printed on an axis, {@code "E vs Li⁺/Li"}. */
    public String axis() {
        return isKnown() ? "E vs " + name.replace('+', '\u207a') : "E";
    }
}
