// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.instruments.biologic.internal;

import org.ionbench.instruments.biologic.internal.MprColumn.Storage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where each column lies in a record of a data module. The flag columns share one byte, {@code
 * flags}, which stands where the first of them is listed and is kept beside them; every other
 * column takes its own bytes in the order of the ids.
 *
 * @param fields the columns that can be read
 * @param bytes size of a record
 * @param unknown ids without a meaning; they are left out
 */
public record RecordLayout(List<Field> fields, int bytes, List<Integer> unknown) {

    /**
     * A column within the record.
     *
     * @param mask bits of the flags byte, 0 where the value is no flag
     */
    public record Field(String name, Storage storage, int offset, int mask) {}

    private record Flag(String name, int mask) {}

    private static final Map<Integer, Flag> FLAGS =
            Map.of(
                    1, new Flag("mode", 0x03),
                    2, new Flag("ox/red", 0x04),
                    3, new Flag("error", 0x08),
                    21, new Flag("control changes", 0x10),
                    31, new Flag("Ns changes", 0x20),
                    65, new Flag("counter inc.", 0x80));

    /**
     * Lays out the columns.
     *
     * @param exact whether the high bytes of the ids have a meaning
     * @param recordBytes the size of a record by the length of the module, 0 where it does not tell
     * @return empty where the columns cannot fill such a record
     */
    public static Optional<RecordLayout> of(List<Integer> ids, boolean exact, int recordBytes) {
        return lay(ids, exact, false, recordBytes).or(() -> lay(ids, exact, true, recordBytes));
    }

    private static Optional<RecordLayout> lay(
            List<Integer> ids, boolean exact, boolean rival, int recordBytes) {
        List<Integer> unknown = new ArrayList<>();
        int known = 0;
        boolean flags = false;
        for (int id : ids) {
            if (FLAGS.containsKey(id)) {
                known += flags ? 0 : 1;
                flags = true;
            } else {
                Optional<MprColumn> column = MprColumn.of(id, ids, exact, rival);
                known += column.map(c -> c.storage().bytes()).orElse(0);
                if (column.isEmpty()) {
                    unknown.add(id);
                }
            }
        }
        int size = recordBytes > 0 ? recordBytes : known + 4 * unknown.size();
        int spare = size - known;
        if (unknown.isEmpty() ? spare != 0 : spare < unknown.size()) {
            return Optional.empty();
        }
        boolean even = !unknown.isEmpty() && spare % unknown.size() == 0;
        int unknownBytes =
                unknown.size() == 1
                        ? spare
                        : even && (spare / unknown.size() == 4 || spare / unknown.size() == 8)
                                ? spare / unknown.size()
                                : 0;
        return Optional.of(
                new RecordLayout(
                        place(ids, exact, rival, unknownBytes, size), size, List.copyOf(unknown)));
    }

    /**
     * Gives each column its place: from the front, and behind unknown columns whose sizes cannot be
     * told from the end of the record.
     */
    private static List<Field> place(
            List<Integer> ids, boolean exact, boolean rival, int unknownBytes, int size) {
        int lastUnknown = -1;
        int behind = 0;
        boolean flagsBefore = false;
        for (int i = 0; i < ids.size(); i++) {
            int id = ids.get(i);
            if (FLAGS.containsKey(id)) {
                behind += flagsBefore ? 0 : 1;
                flagsBefore = true;
            } else {
                Optional<MprColumn> column = MprColumn.of(id, ids, exact, rival);
                behind += column.map(c -> c.storage().bytes()).orElse(0);
                if (column.isEmpty()) {
                    lastUnknown = i;
                    behind = 0;
                }
            }
        }
        List<Field> fields = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        int at = 0;
        int flagsAt = -1;
        boolean flagsMet = false;
        boolean lost = false;
        for (int i = 0; i < ids.size(); i++) {
            int id = ids.get(i);
            Flag flag = FLAGS.get(id);
            if (flag != null) {
                if (!flagsMet && !lost) {
                    flagsAt = at++;
                    fields.add(new Field("flags", Storage.U1, flagsAt, 0));
                }
                flagsMet = true;
                if (flagsAt >= 0) {
                    fields.add(
                            new Field(unique(flag.name(), seen), Storage.U1, flagsAt, flag.mask()));
                }
                continue;
            }
            Optional<MprColumn> column = MprColumn.of(id, ids, exact, rival);
            if (column.isPresent()) {
                MprColumn c = column.get();
                if (!lost) {
                    fields.add(new Field(unique(c.name(), seen), c.storage(), at, 0));
                }
                at += c.storage().bytes();
            } else if (unknownBytes > 0) {
                at += unknownBytes;
            } else {
                lost = i != lastUnknown;
                at = lost ? at : size - behind;
            }
        }
        return List.copyOf(fields);
    }

    private static String unique(String name, Map<String, Integer> seen) {
        int count = seen.merge(name, 1, Integer::sum);
        return count == 1 ? name : name + " " + count;
    }
}
