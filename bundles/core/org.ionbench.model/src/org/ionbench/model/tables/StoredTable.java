// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.model.tables;

import org.ionbench.api.problem.FormatException;
import org.ionbench.api.table.Column;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.api.table.Table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A table read from its files. Up to 1 MiB it is copied into memory, above it is mapped and lives
 * until the arena is closed; reading it later raises an IllegalStateException. Safe to read from
 * any thread when the arena is a shared one.
 */
public final class StoredTable implements Table {
    private static final long MAPPED_ABOVE = 1 << 20;
    private static final long LARGEST_DESCRIPTION = 64L << 20;
    private static final ValueLayout.OfDouble DOUBLE =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final TableInfo info;
    private final String contentHash;
    private final List<Column> columns;

    private StoredTable(TableInfo info, String contentHash, List<Column> columns) {
        this.info = info;
        this.contentHash = contentHash;
        this.columns = List.copyOf(columns);
    }

    /**
     * Opens the table {@code id} of a folder.
     *
     * @throws FormatException if the files do not fit together
     */
    public static StoredTable open(Path folder, String id, Arena arena) throws IOException {
        Path description = folder.resolve(id + ".json");
        byte[] bytes = limited(description);
        String name = description.getFileName().toString();
        TableInfo info = Sidecar.read(name, new String(bytes, StandardCharsets.UTF_8));
        Path npy = folder.resolve(id + ".npy");
        MemorySegment numbers;
        try (FileChannel channel = FileChannel.open(npy, StandardOpenOption.READ)) {
            Npy header = Npy.read(npy.getFileName().toString(), channel);
            long numeric = info.columns().stream().filter(c -> !c.isText()).count();
            if (header.rows() != info.rows() || header.columns() != numeric) {
                throw new FormatException(
                        name, "", "does not describe the numbers in " + npy.getFileName());
            }
            numbers =
                    channel.size() > MAPPED_ABOVE
                            ? channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena)
                                    .asSlice(header.offset())
                            : MemorySegment.ofArray(Files.readAllBytes(npy))
                                    .asSlice(header.offset());
        }
        Texts texts = new Texts(folder.resolve(id + ".texts.json"));
        List<Column> columns = new ArrayList<>();
        int at = 0;
        for (int c = 0; c < info.columns().size(); c++) {
            ColumnSpec spec = info.columns().get(c);
            if (spec.isText()) {
                columns.add(new TextColumn(spec, c, info.rows(), texts));
            } else {
                MemorySegment slice = numbers.asSlice(8L * info.rows() * at++, 8L * info.rows());
                columns.add(new NumberColumn(spec, info.rows(), slice));
            }
        }
        String hash = HexFormat.of().formatHex(TableWriter.sha256().digest(bytes));
        return new StoredTable(info, hash, columns);
    }

    /** The names of the files a table may consist of. */
    public static List<String> files(String id) {
        return List.of(id + ".npy", id + ".json", id + ".texts.json");
    }

    /**
     * Reads all numbers and compares their hash with the one written down.
     *
     * @return whether they are still what was written
     */
    public static boolean isIntact(Path folder, String id) throws IOException {
        Path description = folder.resolve(id + ".json");
        TableInfo info =
                Sidecar.read(
                        description.getFileName().toString(),
                        new String(limited(description), StandardCharsets.UTF_8));
        return hash(folder.resolve(id + ".npy")).equals(info.sha256());
    }

    /** SHA-256 of a file in hexadecimal. */
    public static String hash(Path file) throws IOException {
        var digest = TableWriter.sha256();
        byte[] buffer = new byte[1 << 16];
        try (var in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    public TableInfo info() {
        return info;
    }

    /** A hash over numbers and description: equal for tables that mean the same. */
    public String contentHash() {
        return contentHash;
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public int rows() {
        return info.rows();
    }

    private static byte[] limited(Path file) throws IOException {
        if (Files.size(file) > LARGEST_DESCRIPTION) {
            throw new FormatException(
                    file.getFileName().toString(), "", "is too large to describe a table");
        }
        return Files.readAllBytes(file);
    }

    private record NumberColumn(ColumnSpec spec, int rows, MemorySegment values) implements Column {
        @Override
        public double at(int row) {
            return values.get(DOUBLE, 8L * row);
        }

        @Override
        public void copy(int row, double[] target, int offset, int count) {
            MemorySegment.copy(values, DOUBLE, 8L * row, target, offset, count);
        }
    }

    private record TextColumn(ColumnSpec spec, int index, int rows, Texts texts) implements Column {
        @Override
        public double at(int row) {
            return Double.NaN;
        }

        @Override
        public String text(int row) {
            Words words = texts.columns().get(index);
            return words == null || row >= words.rows() ? "" : words.at(row);
        }
    }

    /** The text columns, read when first asked for. */
    private static final class Texts {
        private final Path file;
        private Map<Integer, Words> columns;

        Texts(Path file) {
            this.file = file;
        }

        synchronized Map<Integer, Words> columns() {
            if (columns == null) {
                try {
                    columns =
                            Sidecar.readTexts(
                                    file.getFileName().toString(),
                                    Files.readString(file, StandardCharsets.UTF_8));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return columns;
        }
    }
}
