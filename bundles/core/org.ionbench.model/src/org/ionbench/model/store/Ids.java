// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.model.store;

import java.security.SecureRandom;

/** Ids of objects: twelve random letters and digits, the first a letter. */
public final class Ids {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String ALL = LETTERS + "0123456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** A new id; 71 random bits, so that two never meet. */
    public static String fresh() {
        StringBuilder id = new StringBuilder(12);
        id.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        while (id.length() < 12) {
            id.append(ALL.charAt(RANDOM.nextInt(ALL.length())));
        }
        return id.toString();
    }
}
