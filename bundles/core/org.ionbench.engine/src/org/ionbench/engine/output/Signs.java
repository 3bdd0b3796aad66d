// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.output;

import java.util.Map;

/** Raised and lowered digits, and how texts are spelt where only ASCII is shown. */
final class Signs {
    private static final String RAISED =
            "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";
    private static final String LOWERED =
            "\u2080\u2081\u2082\u2083\u2084\u2085\u2086\u2087\u2088\u2089";

    private static final Map<Character, String> ASCII =
            Map.ofEntries(
                    Map.entry('\u2212', "-"),
                    Map.entry('\u2009', " "),
                    Map.entry('\u202f', " "),
                    Map.entry('\u00a0', " "),
                    Map.entry('\u00b1', "+-"),
                    Map.entry('\u00d7', "x"),
                    Map.entry('\u00b7', "*"),
                    Map.entry('\u03a9', "ohm"),
                    Map.entry('\u00b5', "u"),
                    Map.entry('\u03bc', "u"),
                    Map.entry('\u03c3', "sigma"),
                    Map.entry('\u03c4', "tau"),
                    Map.entry('\u03b7', "eta"),
                    Map.entry('\u03c7', "chi"),
                    Map.entry('\u03b5', "epsilon"),
                    Map.entry('\u03c1', "rho"),
                    Map.entry('\u03c6', "phi"),
                    Map.entry('\u0394', "Delta"),
                    Map.entry('\u207a', "+"),
                    Map.entry('\u207b', "-"),
                    Map.entry('\u00b0', "deg"),
                    Map.entry('\u2013', "-"),
                    Map.entry('\u2014', "-"));

    private Signs() {}

    /** Digits and minus signs as raised characters. */
    static String raised(String digits) {
        StringBuilder text = new StringBuilder();
        for (char c : digits.toCharArray()) {
            text.append(c == '-' ? '\u207b' : RAISED.charAt(c - '0'));
        }
        return text.toString();
    }

    /** Digits after an underscore as lowered characters: {@code σ₀} for {@code σ_0}. */
    static String lowered(String symbol) {
        int at = symbol.indexOf('_');
        if (at < 0 || !symbol.substring(at + 1).chars().allMatch(c -> c >= '0' && c <= '9')) {
            return symbol;
        }
        StringBuilder text = new StringBuilder(symbol.substring(0, at));
        for (char c : symbol.substring(at + 1).toCharArray()) {
            text.append(LOWERED.charAt(c - '0'));
        }
        return text.toString();
    }

    /** A text with ASCII characters only; what has no spelling becomes a question mark. */
    static String ascii(String text) {
        StringBuilder out = new StringBuilder();
        for (char c : text.toCharArray()) {
            int raised = RAISED.indexOf(c);
            int lowered = LOWERED.indexOf(c);
            if (c < 128) {
                out.append(c);
            } else if (raised >= 0) {
                out.append(raised);
            } else if (lowered >= 0) {
                out.append(lowered);
            } else {
                out.append(ASCII.getOrDefault(c, "?"));
            }
        }
        return out.toString();
    }
}
