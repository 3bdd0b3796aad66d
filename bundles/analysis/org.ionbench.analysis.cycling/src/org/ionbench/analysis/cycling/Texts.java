// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling;

import org.ionbench.api.problem.AnalysisException;

import java.util.ArrayList;
import java.util.List;

/** Whole numbers in sentences and settings. */
public final class Texts {
    private Texts() {}

    /** {@code once}, {@code 3 times}. */
    static String times(int n) {
        return n == 1 ? "once" : n + " times";
    }

    /** Whole numbers in rising order as {@code 1-3, 5, 7-150}; empty for none. */
    public static String ranges(List<Integer> numbers) {
        StringBuilder s = new StringBuilder();
        for (int k = 0; k < numbers.size(); ) {
            int end = k;
            while (end + 1 < numbers.size() && numbers.get(end + 1) == numbers.get(end) + 1) {
                end++;
            }
            s.append(s.isEmpty() ? "" : ", ").append(numbers.get(k));
            if (end > k) {
                s.append(end == k + 1 ? ", " : "-").append(numbers.get(end));
            }
            k = end + 1;
        }
        return s.toString();
    }

    /**
     * Whole numbers parted by commas, as a setting has them.
     *
     * @throws AnalysisException if one of them is none
     */
    public static List<Integer> numbers(String text, String setting) throws AnalysisException {
        List<Integer> list = new ArrayList<>();
        for (String part : text.split("[,;]")) {
            if (part.isBlank()) {
                continue;
            }
            try {
                list.add(Integer.parseInt(part.strip()));
            } catch (NumberFormatException e) {
                throw new AnalysisException(
                        "setting "
                                + setting
                                + " takes whole numbers parted by commas, not \""
                                + part.strip()
                                + "\"",
                        e);
            }
        }
        return list;
    }
}
