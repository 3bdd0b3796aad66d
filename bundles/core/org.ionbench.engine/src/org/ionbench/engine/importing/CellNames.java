// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.importing;

import java.util.List;

/** What a cell is called whose user gave it no name. */
public final class CellNames {
    private static final String SEPARATORS = "[\\s_.#(-]*";

    private CellNames() {}

    /**
     * What file names begin with, without what tells them apart; empty where that is less than two
     * characters. {@code pellet_030C.par} and {@code pellet_040C.par} give {@code pellet}, a single
     * one {@code pellet_030C}.
     */
    public static String common(List<String> fileNames) {
        String common = fileNames.isEmpty() ? "" : stem(fileNames.getFirst());
        for (String name : fileNames) {
            String other = stem(name);
            int n = 0;
            while (n < Math.min(common.length(), other.length())
                    && common.charAt(n) == other.charAt(n)) {
                n++;
            }
            common = common.substring(0, n);
        }
        boolean several = fileNames.stream().distinct().count() > 1;
        String whole = several ? common.replaceAll(SEPARATORS + "\\d*$", "") : common;
        String plain = whole.replaceAll(SEPARATORS + "$", "").strip();
        return plain.length() > 1 ? plain : "";
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
