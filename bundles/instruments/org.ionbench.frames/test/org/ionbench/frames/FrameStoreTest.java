// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.frames;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;

import org.ionbench.api.problem.FormatException;
import org.ionbench.testkit.MemorySource;
import org.ionbench.testkit.Samples;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

class FrameStoreTest {
    private static byte[] file() throws IOException {
        Path path = Files.createTempFile("ionbench", ".h5");
        try {
            try (WritableHdfFile file = HdfFile.write(path)) {
                WritableGroup data = file.putGroup("frame");
                data.putDataset("axis0", new String[] {"b", "word", "a", "c"});
                data.putDataset("block0_items", new String[] {"a", "b"});
                data.putDataset("block0_values", new double[][] {{1.5, 2}, {3, 4}, {5, 6}});
                data.putDataset("block1_items", new String[] {"c"});
                data.putDataset("block1_values", new long[][] {{1L << 52}, {-1}, {0}});
                file.putGroup("other").putDataset("x", new int[] {1});
            }
            return Files.readAllBytes(path);
        } finally {
            Files.delete(path);
        }
    }

    @Test
    void columnsInTheOrderOfTheFrame() throws IOException {
        try (FrameStore store = FrameStore.open(MemorySource.of("a.h5", file()))) {
            DataFrame frame = store.frame("frame").orElseThrow();
            assertEquals(List.of("b", "a", "c"), List.copyOf(frame.columns().keySet()));
            assertEquals(List.of("word"), frame.unread());
            assertEquals(3, frame.rows());
            assertArrayEquals(new double[] {2, 4, 6}, frame.columns().get("b"));
            assertArrayEquals(new double[] {0x1p52, -1, 0}, frame.columns().get("c"));
            assertTrue(store.frame("none").isEmpty());
            assertThrows(FormatException.class, () -> store.frame("other"));
        }
    }

    @Test
    void damageEndsInASentence() throws IOException {
        byte[] whole = file();
        assertTrue(FrameStore.isHdf5(MemorySource.of("a", whole).head()));
        for (byte[] damaged :
                List.of(Arrays.copyOf(whole, 700), new byte[] {1, 2, 3}, new byte[0])) {
            String said =
                    assertThrows(
                                    FormatException.class,
                                    () -> {
                                        MemorySource source = MemorySource.of("a.h5", damaged);
                                        try (FrameStore store = FrameStore.open(source)) {
                                            store.frame("frame");
                                        }
                                    })
                            .getMessage();
            assertTrue(said.contains("whole HDF5 file"), said);
        }
    }

    /** The head of a file says where it ends. */
    @Test
    void aFileThatIsCutIsToldSo() throws IOException {
        byte[] whole = file();
        try (FrameStore store = FrameStore.open(MemorySource.of("a.h5", whole))) {
            assertTrue(store.cut().isEmpty());
        }
        byte[] cut = Arrays.copyOf(whole, whole.length - 8);
        try (FrameStore store = FrameStore.open(MemorySource.of("a.h5", cut))) {
            String said = store.cut().orElseThrow().message();
            assertTrue(said.contains("8 bytes are missing"), said);
        }
    }

    @Test
    void framesOfTwoCyclers() throws IOException {
        Path indigo = Samples.one("indigo", "beep__indigo_test_sample.h5");
        try (FrameStore store = FrameStore.open(MemorySource.of(indigo))) {
            DataFrame frame = store.frame("time_series_data").orElseThrow();
            assertEquals(20_000, frame.rows());
            assertEquals(13, frame.columns().size());
        }
        Path arbin = Samples.one("arbin", "cellpy__20200624_test001_cc_01.h5");
        try (FrameStore store = FrameStore.open(MemorySource.of(arbin))) {
            DataFrame frame = store.frame("data_df").orElseThrow();
            // points of three tests
            assertEquals(47, frame.rows());
            assertTrue(frame.columns().containsKey("Voltage"));
        }
    }
}
