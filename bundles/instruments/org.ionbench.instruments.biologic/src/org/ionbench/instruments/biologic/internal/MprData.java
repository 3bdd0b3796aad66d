// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.instruments.biologic.internal;

import org.ionbench.api.importing.Sink;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.progress.Progress;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a data module: its column ids, then its records. */
final class MprData {
    private static final int HEAD = 1007;

    private final String file;
    private final MprModule module;
    private final MprSettings settings;

    MprData(String file, MprModule module, MprSettings settings) {
        this.file = file;
        this.module = module;
        this.settings = settings;
    }

    private FormatException wrong(int at, String sentence) {
        return new FormatException(file, "byte " + (module.offset() + at), sentence);
    }

    /** Where the records begin behind the column ids. */
    private int recordsAt() {
        if (module.recent()) {
            return HEAD;
        }
        return switch ((int) module.version()) {
            case 0 -> 100;
            case 2 -> 405;
            default -> 406;
        };
    }

    private List<Integer> ids(ByteBuffer head) throws FormatException {
        int count = head.get(4) & 0xff;
        int width = !module.recent() && module.version() == 0 ? 1 : 2;
        if (count == 0 || 5 + count * width > Math.min(head.limit(), recordsAt())) {
            throw wrong(4, "expected the ids of the columns, found a count of " + count);
        }
        List<Integer> ids = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int at = 5 + width * i;
            if (width == 1) {
                ids.add(head.get(at) & 0xff);
            } else if (module.recent()) {
                ids.add((head.get(at) & 0xff) << 8 | head.get(at + 1) & 0xff);
            } else {
                ids.add(head.getShort(at) & 0xffff);
            }
        }
        return ids;
    }

    void read(SeekableByteChannel channel, Sink sink, boolean separate, Progress progress)
            throws IOException {
        if (!module.recent() && module.version() > 3 || module.version() == 1) {
            throw wrong(0, "data modules of version " + module.version() + " are not known");
        }
        ByteBuffer head = module.head(channel, HEAD);
        if (head.limit() < 5) {
            throw wrong(0, "expected the number of rows and columns, found the end of the file");
        }
        long counted = Integer.toUnsignedLong(head.getInt(0));
        List<Integer> ids = ids(head);
        if (module.recent()) {
            ids = ids.stream().map(id -> id & 0xff).toList();
        }
        boolean exact = !module.recent() && module.version() != 0;
        long declared = Math.max(0, module.length() - recordsAt());
        RecordLayout layout = layout(ids, exact, counted, declared);
        long present = Math.max(0, module.present() - recordsAt());
        long records = present / layout.bytes();
        List<String> names =
                new ArrayList<>(layout.fields().stream().map(RecordLayout.Field::name).toList());
        DerivedColumns derived = new DerivedColumns(names, settings);
        EcLabTechnique technique = EcLabTechnique.ofCode(settings.technique(), names);
        names.addAll(derived.names());
        Spectra target =
                new Spectra(
                        sink,
                        technique,
                        names.stream().map(EcLabColumn::of).toList(),
                        recording -> {
                            settings.describe(recording);
                            derived.changes().forEach(recording::change);
                            problems(layout, counted, records, declared)
                                    .forEach(recording::problem);
                        },
                        settings.loops(),
                        separate);
        target.begin();
        if (records > 0) {
            new MprRows(layout, derived)
                    .read(channel, module.offset() + recordsAt(), records, target, progress);
        }
        target.end(true);
    }

    private RecordLayout layout(List<Integer> ids, boolean exact, long counted, long declared)
            throws FormatException {
        int bytes = 0;
        if (counted > 0 && declared % counted == 0 && declared / counted <= 8L * 256) {
            bytes = (int) (declared / counted);
        }
        Optional<RecordLayout> layout = RecordLayout.of(ids, exact, bytes);
        if (layout.isEmpty() || bytes == 0) {
            Optional<RecordLayout> natural = RecordLayout.of(ids, exact, 0);
            boolean grown =
                    natural.isPresent()
                            && natural.get().unknown().isEmpty()
                            && (bytes == 0 || declared % natural.get().bytes() == 0);
            layout = grown || counted == 0 ? natural : Optional.empty();
        }
        return layout.orElseThrow(
                () ->
                        wrong(
                                5,
                                counted
                                        + " records of the columns "
                                        + ids
                                        + " do not fill the "
                                        + declared
                                        + " bytes of the data module"));
    }

    private List<Problem> problems(RecordLayout layout, long counted, long records, long declared) {
        List<Problem> problems = new ArrayList<>();
        String place = "byte " + (module.offset() + 5);
        if (!layout.unknown().isEmpty()) {
            long left =
                    layout.fields().stream().filter(f -> f.mask() == 0).count()
                            + layout.unknown().size();
            problems.add(
                    Problem.warning(
                                    "mpr.column",
                                    "The columns with the ids "
                                            + layout.unknown()
                                            + " are not known and were left out, of "
                                            + left
                                            + " columns.")
                            .at(place)
                            .with(layout.unknown()));
        }
        if (records != counted) {
            problems.add(
                    Problem.warning(
                                    "mpr.rows",
                                    "The file announces "
                                            + counted
                                            + " rows and holds "
                                            + records
                                            + " whole ones"
                                            + (records < counted
                                                    ? ": it is still being written, or was cut."
                                                    : "."))
                            .at("byte " + module.offset())
                            .with(counted, records));
        } else if (declared % layout.bytes() != 0) {
            problems.add(
                    Problem.warning("mpr.rest", "Behind the last whole row stands a part of one.")
                            .at("byte " + (module.offset() + module.present())));
        }
        return problems;
    }
}
