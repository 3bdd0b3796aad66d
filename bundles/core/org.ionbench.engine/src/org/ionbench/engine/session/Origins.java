// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.engine.session;

import org.ionbench.model.Recording;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * The vendor's files a recording came from. One that was joined names them all, their paths and
 * their hashes in one order, parted by a bar, which stands in no name of a raw file.
 */
public final class Origins {
    private static final String BAR = "|";

    private Origins() {}

    /** The hashes of the files, in order. */
    public static List<String> hashes(Recording recording) {
        return parts(recording.getSha256());
    }

    /** The hashes by the files' paths within the project, in order. */
    public static SequencedMap<String, String> files(Recording recording) {
        return files(recording.getRawFile(), recording.getSha256());
    }

    /** The same of the texts that a recording has for them. */
    public static SequencedMap<String, String> files(String rawFile, String sha256) {
        List<String> names = parts(rawFile);
        List<String> hashes = parts(sha256);
        SequencedMap<String, String> files = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            files.put(names.get(i), i < hashes.size() ? hashes.get(i) : "");
        }
        return files;
    }

    /** The text that names several. */
    static String joined(List<String> parts) {
        return String.join(BAR, parts);
    }

    /** The name of the first file without its folders, and how many follow: what a list shows. */
    public static String shortly(String rawFile) {
        List<String> names = parts(rawFile);
        String first = names.isEmpty() ? "" : names.getFirst();
        String name = first.substring(first.lastIndexOf('/') + 1);
        return names.size() < 2 ? name : name + " + " + (names.size() - 1);
    }

    private static List<String> parts(String text) {
        return text.indexOf('|') < 0 ? List.of(text) : List.of(text.split("\\|"));
    }
}
