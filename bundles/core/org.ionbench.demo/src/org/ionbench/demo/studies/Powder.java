// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.demo.studies;

import org.ionbench.demo.Labels;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A sample: its name and what is known of it.
 *
 * @param name as given
 * @param properties as texts by key
 */
record Powder(String name, Map<String, String> properties) {
    private static final String SALT = " @ 1.1773 +- 0.0012 g/cm3";
    private static final String OXIDE = " @ 5.89 +- 0.01 g/cm3";

    private static Powder of(String name, String composition) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("composition", composition);
        properties.put("note", Labels.NOTE);
        return new Powder(name, properties);
    }

    /** Nothing but Li2B12H12. */
    static Powder salt(String name) {
        return of(name, "Li2B12H12 100 vol%" + SALT);
    }

    /** With nanoporous ZrO2, of which the pore volume is known. */
    static Powder mixture(String name, int percent) {
        Powder powder =
                of(
                        name,
                        "Li2B12H12 "
                                + (100 - percent)
                                + " vol%"
                                + SALT
                                + "; ZrO2 "
                                + percent
                                + " vol%"
                                + OXIDE);
        powder.properties.put("pore volume ZrO2", "0.246 +- 0.003 cm3/g");
        return powder;
    }

    /** The composite of the paper, milled for some hours. */
    static Powder composite(String name, int hours) {
        Powder powder = mixture(name, 25);
        powder.properties.put("milling time", hours + " h");
        return powder;
    }

    /** The composite of the paper. */
    static Powder composite() {
        return composite(Labels.COMPOSITE, 50);
    }
}
