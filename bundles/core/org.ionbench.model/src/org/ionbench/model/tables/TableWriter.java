// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.model.tables;

import org.ionbench.api.problem.Problem;
import org.ionbench.api.table.Column;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.api.table.Table;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Writes a table row by row. Rows gather in blocks; a table of more than a few blocks spills to a
 * temporary file, so that memory stays bounded however long the recording is. {@link #finish} lays
 * the columns out one after the other and makes all files durable; a writer that is closed before
 * leaves nothing behind. Not safe for several threads.
 */
public final class TableWriter implements AutoCloseable {
    private static final int BLOCK_ROWS = 8192;
    private static final int BLOCKS_IN_MEMORY = 16;

    private final Path folder;
    private final String id;
    private final List<ColumnSpec> specs = new ArrayList<>();
    private final Map<Integer, Words> texts = new LinkedHashMap<>();
    private final Map<Integer, String> nextTexts = new LinkedHashMap<>();
    private final List<double[][]> blocks = new ArrayList<>();
    private int[] numeric = {};
    private double[][] block;
    private int inBlock;
    private int rows;
    private int spilled;
    private FileChannel spill;
    private boolean started;

    /**
     * A writer of the table {@code id} in a folder.
     *
     * @param folder where the files go; made when missing
     * @param id the files' name without extension
     */
    public TableWriter(Path folder, String id) {
        this.folder = folder;
        this.id = id;
    }

    /**
     * Adds a column and returns its index.
     *
     * @throws IllegalStateException after the first row
     */
    public int column(ColumnSpec spec) {
        if (started) {
            throw new IllegalStateException("columns come before rows");
        }
        specs.add(spec);
        if (spec.isText()) {
            texts.put(specs.size() - 1, new Words());
        }
        return specs.size() - 1;
    }

    /** Sets the text of a text column for the row that is added next. */
    public void text(int column, String value) {
        if (!texts.containsKey(column)) {
            throw new IllegalArgumentException("column " + column + " is not text");
        }
        nextTexts.put(column, value);
    }

    /**
     * Adds a row.
     *
     * @param values one for each column; ignored for text columns
     */
    public void row(double[] values) throws IOException {
        room();
        for (int c = 0; c < numeric.length; c++) {
            block[c][inBlock] = values[numeric[c]];
        }
        inBlock++;
        rows++;
        texts.forEach((column, words) -> words.add(nextTexts.getOrDefault(column, "")));
        nextTexts.clear();
    }

    /**
     * Adds many rows of numbers; text columns get empty texts.
     *
     * @param columns one array for each column, each with at least {@code count} values
     */
    public void rows(double[][] columns, int count) throws IOException {
        for (int done = 0; done < count; ) {
            room();
            int n = Math.min(count - done, BLOCK_ROWS - inBlock);
            for (int c = 0; c < numeric.length; c++) {
                System.arraycopy(columns[numeric[c]], done, block[c], inBlock, n);
            }
            inBlock += n;
            rows = Math.addExact(rows, n);
            done += n;
            for (Words words : texts.values()) {
                for (int i = 0; i < n; i++) {
                    words.add("");
                }
            }
        }
    }

    /** Rows so far. */
    public int rowCount() {
        return rows;
    }

    /** Adds all columns and rows of a table in memory. */
    public TableWriter copy(Table table) throws IOException {
        List<? extends Column> columns = table.columns();
        columns.forEach(c -> column(c.spec()));
        double[] row = new double[columns.size()];
        if (texts.isEmpty()) {
            double[][] values = new double[columns.size()][BLOCK_ROWS];
            for (int from = 0; from < table.rows(); from += BLOCK_ROWS) {
                int n = Math.min(BLOCK_ROWS, table.rows() - from);
                for (int c = 0; c < values.length; c++) {
                    columns.get(c).copy(from, values[c], 0, n);
                }
                rows(values, n);
            }
        } else {
            for (int r = 0; r < table.rows(); r++) {
                for (int c = 0; c < row.length; c++) {
                    if (texts.containsKey(c)) {
                        text(c, columns.get(c).text(r));
                    } else {
                        row[c] = columns.get(c).at(r);
                    }
                }
                row(row);
            }
        }
        return this;
    }

    /**
     * Writes the files and makes them durable; the description last, so that a table with a
     * description is whole.
     *
     * @param metadata what the vendor's file says
     * @param problems what was noticed while reading
     */
    public TableInfo finish(Map<String, Object> metadata, List<Problem> problems)
            throws IOException {
        start();
        Files.createDirectories(folder);
        Path npy = folder.resolve(id + ".npy");
        MessageDigest digest = sha256();
        try (FileChannel out =
                FileChannel.open(npy, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer header = ByteBuffer.wrap(Npy.header(rows, numeric.length));
            digest.update(header.duplicate());
            writeFully(out, header);
            ByteBuffer buffer = ByteBuffer.allocate(8 * BLOCK_ROWS).order(ByteOrder.LITTLE_ENDIAN);
            for (int c = 0; c < numeric.length; c++) {
                for (int b = 0; b * (long) BLOCK_ROWS < rows; b++) {
                    int n = Math.min(BLOCK_ROWS, rows - b * BLOCK_ROWS);
                    values(b, c, n, buffer.clear());
                    digest.update(buffer.duplicate());
                    writeFully(out, buffer);
                }
            }
            out.force(true);
        }
        if (!texts.isEmpty()) {
            durable(folder.resolve(id + ".texts.json"), Sidecar.writeTexts(texts));
        }
        String hash = HexFormat.of().formatHex(digest.digest());
        TableInfo info = new TableInfo(rows, hash, specs, metadata, problems);
        durable(folder.resolve(id + ".json"), Sidecar.write(info));
        close();
        return info;
    }

    /** Lets go of temporary files. */
    @Override
    public void close() throws IOException {
        if (spill != null) {
            spill.close();
            spill = null;
        }
        blocks.clear();
    }

    private void start() {
        if (!started) {
            started = true;
            numeric =
                    IntStream.range(0, specs.size()).filter(c -> !specs.get(c).isText()).toArray();
        }
    }

    private void room() throws IOException {
        start();
        if (block != null && inBlock < BLOCK_ROWS) {
            return;
        }
        if (blocks.size() >= BLOCKS_IN_MEMORY) {
            spillBlocks();
        }
        block = new double[numeric.length][BLOCK_ROWS];
        blocks.add(block);
        inBlock = 0;
    }

    private void spillBlocks() throws IOException {
        if (spill == null) {
            Path file = Files.createTempFile("ionbench", ".rows");
            spill =
                    FileChannel.open(
                            file,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.DELETE_ON_CLOSE);
        }
        ByteBuffer buffer = ByteBuffer.allocate(8 * BLOCK_ROWS).order(ByteOrder.LITTLE_ENDIAN);
        for (double[][] full : blocks) {
            for (double[] values : full) {
                buffer.clear().asDoubleBuffer().put(values);
                writeFully(spill, buffer);
            }
        }
        spilled += blocks.size();
        blocks.clear();
    }

    /** Fills the buffer with the first {@code n} values of column {@code c} of block {@code b}. */
    private void values(int b, int c, int n, ByteBuffer buffer) throws IOException {
        buffer.limit(8 * n);
        if (b >= spilled) {
            buffer.asDoubleBuffer().put(blocks.get(b - spilled)[c], 0, n);
            return;
        }
        long at = 8L * BLOCK_ROWS * ((long) b * numeric.length + c);
        while (buffer.hasRemaining()) {
            int read = spill.read(buffer, at + buffer.position());
            if (read < 0) {
                throw new IOException("the temporary file of table " + id + " was cut short");
            }
        }
        buffer.flip();
    }

    private static void durable(Path file, String text) throws IOException {
        try (FileChannel out =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            writeFully(out, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            out.force(true);
        }
    }

    private static void writeFully(FileChannel out, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            out.write(buffer);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
