// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.model.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A growing column of text in which few words occur often. */
final class Words {
    private final List<String> words = new ArrayList<>();
    private final Map<String, Integer> codes = new HashMap<>();
    private int[] rows = new int[64];
    private int count;

    void add(String word) {
        Integer code = codes.get(word);
        if (code == null) {
            code = words.size();
            codes.put(word, code);
            words.add(word);
        }
        if (count == rows.length) {
            rows = Arrays.copyOf(rows, 2 * count);
        }
        rows[count++] = code;
    }

    List<String> words() {
        return words;
    }

    int rows() {
        return count;
    }

    int code(int row) {
        return rows[row];
    }

    String at(int row) {
        return words.get(rows[row]);
    }
}
