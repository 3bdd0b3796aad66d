// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.output;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Chemical formulas in names, set with lowered digits: {@code Li₂B₁₂H₁₂ + 25 vol% ZrO₂}. A word is
 * taken for one if it consists of two or more symbols of elements with numbers and one of the
 * symbols has two letters; so a laboratory's own short names stay as they are.
 */
public final class Formulas {
    private static final String SYMBOL = "[A-Z][a-z]?";
    private static final Pattern WORD =
            Pattern.compile("(?<![A-Za-z0-9_.])(?:" + SYMBOL + "\\d*){2,}(?![A-Za-z0-9_.])");
    private static final Pattern PART = Pattern.compile("(" + SYMBOL + ")(\\d*)");
    private static final Set<String> ELEMENTS =
            Arrays.stream(
                            ("H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe"
                                            + " Co Ni Cu Zn Ga Ge As Se Br Kr Rb Sr Y Zr Nb Mo Tc"
                                            + " Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd"
                                            + " Pm Sm Eu Gd Tb Dy Ho Er Tm Yb Lu Hf Ta W Re Os Ir"
                                            + " Pt Au Hg Tl Pb Bi Th U")
                                    .split(" "))
                    .collect(Collectors.toUnmodifiableSet());

    private Formulas() {}

    /** A text with the digits of its formulas lowered. */
    public static String lowered(String text) {
        return WORD.matcher(text).replaceAll(m -> Matcher.quoteReplacement(word(m.group())));
    }

    private static String word(String word) {
        StringBuilder set = new StringBuilder();
        boolean longer = false;
        Matcher m = PART.matcher(word);
        while (m.find()) {
            if (!ELEMENTS.contains(m.group(1))) {
                return word;
            }
            longer |= m.group(1).length() == 2;
            set.append(m.group(1));
            m.group(2).chars().forEach(d -> set.append((char) ('\u2080' + d - '0')));
        }
        return longer ? set.toString() : word;
    }
}
