// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.instruments.biologic;

import static org.ionbench.instruments.biologic.Collected.column;
import static org.ionbench.instruments.biologic.Collected.names;
import static org.ionbench.instruments.biologic.Collected.si;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.importing.Head;
import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.testkit.ImporterContract;
import org.ionbench.testkit.MemorySource;
import org.ionbench.testkit.RecordedSink;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;

class MprImporterTest implements ImporterContract {
    private static final String DATE = "04/13/26";
    private static final int[] CA = {1, 2, 3, 21, 31, 65, 131, 4, 19, 6, 8};

    /** Three rows of flags, Ns, time, control, Ewe, I. */
    private static byte[] ca(int rows) {
        ByteBuffer b = MprWriter.little(rows * 23);
        for (int i = 0; i < rows; i++) {
            b.put((byte) (i == 1 ? 0xb6 : 0x0a)).putShort((short) i);
            b.putDouble(0.5 * i).putFloat(0.3f).putFloat(0.25f).putFloat(-2f * i);
        }
        return b.array();
    }

    @Override
    public Importer importer() {
        return new MprImporter();
    }

    @Override
    public List<MemorySource> fixtures() {
        return List.of(
                MemorySource.of("made.mpr", caFile(true, 11)),
                MemorySource.of("elder.mpr", caFile(false, 2)));
    }

    private static Collected read(byte[] file) throws IOException {
        return read(MemorySource.of("made.mpr", file));
    }

    private static Collected read(MemorySource source) throws IOException {
        return Collected.read(new MprImporter(), source);
    }

    private static byte[] caFile(boolean recent, int version) {
        return new MprWriter(recent)
                .settings(0x18, DATE, "25 \u00b0C")
                .data(version, 3, CA, ca(3))
                .log(DATE, 46125.5)
                .bytes();
    }

    @Test
    void readsEveryVersionAlike() throws IOException {
        for (byte[] file :
                List.of(caFile(true, 11), caFile(false, 3), caFile(false, 2), caFile(false, 0))) {
            Collected sink = read(file);
            assertEquals(List.of(), sink.codes());
            assertEquals(1, sink.tables().size());
            Recording t = sink.first();
            assertEquals(Technique.CA, t.technique());
            assertEquals("CA", t.name());
            assertEquals(
                    List.of(
                            "flags",
                            "mode",
                            "ox/red",
                            "error",
                            "control changes",
                            "Ns changes",
                            "counter inc.",
                            "Ns",
                            "time/s",
                            "control/V",
                            "Ewe/V",
                            "I/mA",
                            "P/W",
                            "R/Ohm"),
                    names(t));
            assertArrayEquals(new double[] {2, 2, 2}, column(t, "mode"));
            assertArrayEquals(new double[] {0, 1, 0}, column(t, "ox/red"));
            assertArrayEquals(new double[] {1, 0, 1}, column(t, "error"));
            assertArrayEquals(new double[] {0, 1, 0}, column(t, "control changes"));
            assertArrayEquals(new double[] {0, 1, 0}, column(t, "Ns changes"));
            assertArrayEquals(new double[] {0, 1, 0}, column(t, "counter inc."));
            assertArrayEquals(new double[] {0, 1, 2}, column(t, "Ns"));
            assertArrayEquals(new double[] {0, 0.5, 1}, column(t, "time/s"));
            assertArrayEquals(new double[] {-0.0, -2, -4}, column(t, "I/mA"));
            assertEquals(LocalDateTime.of(2026, 4, 13, 12, 0), t.start().orElseThrow());
            assertEquals("BioLogic (SN 0967)", t.instrument());
            assertEquals("25 \u00b0C", t.metadata().get("Comments"));
            assertEquals(1.131, t.metadata().get("Electrode surface area (cm\u00b2)"));
            assertEquals(4.97, t.metadata().get("Characteristic mass (mg)"));
            assertEquals(5L, t.metadata().get("Run on channel"));
            assertEquals("11.61", t.metadata().get("EC-Lab version"));
        }
    }

    @Test
    void knowsWhatColumnsMean() throws IOException {
        int[] ids = {32, 37, 38, 36, 35, 4, 77, 76, 24};
        ByteBuffer b = MprWriter.little(44);
        b.putFloat(1000).putFloat(3).putFloat(4).putFloat(5).putFloat(-53.13f).putDouble(7);
        b.putFloat(0.1f).putFloat(2).putDouble(1);
        Recording t =
                read(new MprWriter(true)
                                .settings(0x1d, DATE, "")
                                .data(11, 1, ids, b.array())
                                .bytes())
                        .first();
        assertEquals(Technique.EIS, t.technique());
        assertEquals(
                List.of(
                        QuantityKind.FREQUENCY,
                        QuantityKind.IMPEDANCE_REAL,
                        QuantityKind.IMPEDANCE_IMAGINARY,
                        QuantityKind.IMPEDANCE_MODULUS,
                        QuantityKind.IMPEDANCE_PHASE,
                        QuantityKind.TIME,
                        QuantityKind.POTENTIAL,
                        QuantityKind.CURRENT,
                        QuantityKind.CYCLE),
                t.table().columns().stream().limit(9).map(c -> c.spec().kind()).toList());
        assertEquals(-4, si(t, 2, 0));
        assertEquals(0.002, si(t, 7, 0), 1e-12);
    }

    /** The first byte of an id says nothing since 11.50; 174 depends on its neighbours. */
    @Test
    void resolvesIdsModulo256() throws IOException {
        byte[] alone =
                new MprWriter(true)
                        .settings(0x0b, DATE, "")
                        .data(11, 1, new int[] {1, 3, 4, 174}, new byte[13])
                        .bytes();
        assertTrue(names(read(alone).first()).contains("<Ewe>/V"));
        int[] ids = {32, 77, 174, 431, 432, 433, 272, 468};
        byte[] beside =
                new MprWriter(true).settings(0x1d, DATE, "").data(11, 1, ids, new byte[32]).bytes();
        assertEquals(
                List.of(
                        "freq/Hz",
                        "<Ewe>/V",
                        "Phase(Zwe-ce)/deg",
                        "|Zwe-ce|/Ohm",
                        "Re(Zwe-ce)/Ohm",
                        "-Im(Zwe-ce)/Ohm",
                        "Analog IN 1/V",
                        "half cycle",
                        "cycle number"),
                names(read(beside).first()));
        byte[] exact =
                new MprWriter(false)
                        .settings(0x1d, DATE, "")
                        .data(3, 1, new int[] {32, 272, 424}, new byte[12])
                        .bytes();
        assertEquals(
                List.of("freq/Hz", "Phase(Z2)/deg", "Re(Zstack)/Ohm"), names(read(exact).first()));
    }

    @Test
    void anUnknownColumnCostsOnlyItself() throws IOException {
        ByteBuffer one = MprWriter.little(2 * 18);
        for (int i = 0; i < 2; i++) {
            one.putDouble(i).putShort((short) 9).putFloat(0.5f).putFloat(1.5f);
        }
        byte[] file =
                new MprWriter(true)
                        .settings(0x18, DATE, "")
                        .data(11, 2, new int[] {4, 200, 6, 8}, one.array())
                        .bytes();
        Collected sink = read(file);
        assertEquals(List.of("mpr.column"), sink.codes());
        assertEquals(List.of("time/s", "Ewe/V", "I/mA", "P/W"), names(sink.first()));
        assertArrayEquals(new double[] {1.5, 1.5}, column(sink.first(), "I/mA"));

        ByteBuffer two = MprWriter.little(2 * 21);
        for (int i = 0; i < 2; i++) {
            two.putDouble(i).put((byte) 1).putFloat(9).putShort((short) 2).putShort((short) 3);
            two.putFloat(1.5f);
        }
        byte[] several =
                new MprWriter(true)
                        .settings(0x18, DATE, "")
                        .data(11, 2, new int[] {4, 200, 6, 201, 202, 8}, two.array())
                        .bytes();
        sink = read(several);
        assertEquals(List.of("time/s", "I/mA"), names(sink.first()));
        assertArrayEquals(new double[] {0, 1}, column(sink.first(), "time/s"));
        assertArrayEquals(new double[] {1.5, 1.5}, column(sink.first(), "I/mA"));
    }

    @Test
    void refusesRowsThatDoNotFit() {
        byte[] file =
                new MprWriter(true)
                        .settings(0x18, DATE, "")
                        .data(11, 3, new int[] {4, 6}, new byte[33])
                        .bytes();
        FormatException e = assertThrows(FormatException.class, () -> read(file));
        assertTrue(e.place().startsWith("byte "), e.getMessage());
    }

    @Test
    void aGrowingFileGivesWhatIsWhole() throws IOException {
        byte[] whole = new MprWriter(true).settings(0x18, DATE, "").data(11, 3, CA, ca(3)).bytes();
        Collected sink = read(Arrays.copyOf(whole, whole.length - 10));
        assertEquals(2, sink.first().table().rows());
        assertTrue(
                sink.codes().containsAll(List.of("mpr.rows", "mpr.cut")), sink.codes().toString());

        byte[] ahead = new MprWriter(true).settings(0x18, DATE, "").data(11, 2, CA, ca(3)).bytes();
        sink = read(ahead);
        assertEquals(3, sink.first().table().rows());
        assertEquals(List.of("mpr.rows"), sink.codes());
    }

    /** 0.01 mA.h in 36 s are 1 mA. */
    @Test
    void computesWhatTheTextExportComputes() throws IOException {
        int[] ids = {4, 7, 211, 468, 36, 35};
        ByteBuffer b = MprWriter.little(3 * 36);
        double[][] rows = {{0, 0, 0, 0}, {36, 0.01, 0.01, 1}, {36, -0.5, -0.49, 2}};
        for (double[] r : rows) {
            b.putDouble(r[0]).putDouble(r[1]).putDouble(r[2]).putInt((int) r[3]);
            b.putFloat(10).putFloat(-30);
        }
        Recording t =
                read(new MprWriter(true)
                                .settings(0x7f, DATE, "")
                                .data(11, 3, ids, b.array())
                                .bytes())
                        .first();
        assertArrayEquals(new double[] {0, 1, 0}, column(t, "<I>/mA"), 1e-12);
        assertArrayEquals(new double[] {0, 0, 1}, column(t, "cycle number"));
        assertArrayEquals(new double[] {0, 0.01, 0}, column(t, "Q charge/mA.h"));
        assertArrayEquals(new double[] {0, 0, 0.49}, column(t, "Q discharge/mA.h"));
        assertEquals(10 * Math.sqrt(3) / 2, column(t, "Re(Z)/Ohm")[2], 1e-9);
        assertEquals(5, column(t, "-Im(Z)/Ohm")[2], 1e-9);
        assertArrayEquals(new double[] {0, 0.01, 0.49}, column(t, "Capacity/mA.h"));
        assertEquals(9, t.changes().size() + t.assumptions().size());
    }

    /** Z = 5 ohm at -53.13 deg (3 - 4i) and 1 kHz; 100 mV and 2 mA. */
    @Test
    void computesAdmittanceAndPower() throws IOException {
        int[] ids = {32, 36, 35, 77, 76, 23};
        ByteBuffer b = MprWriter.little(2 * 28);
        double degrees = -Math.toDegrees(Math.atan2(4, 3));
        for (int i = 0; i < 2; i++) {
            b.putFloat(1000).putFloat(5).putFloat((float) degrees).putFloat(0.1f).putFloat(2);
            b.putDouble(0.5 * (i + 1));
        }
        Recording t =
                read(new MprWriter(true)
                                .settings(0x1d, DATE, "")
                                .data(11, 2, ids, b.array())
                                .bytes())
                        .first();
        double omega = 2 * Math.PI * 1000;
        assertEquals(0.12, column(t, "Re(Y)/Ohm-1")[0], 1e-8);
        assertEquals(0.16, column(t, "Im(Y)/Ohm-1")[0], 1e-8);
        assertEquals(0.2, column(t, "|Y|/Ohm-1")[0], 1e-8);
        assertEquals(-degrees, column(t, "Phase(Y)/deg")[0], 1e-5);
        assertEquals(0.16e9 / omega, column(t, "Re(C)/nF")[0], 1e-3);
        assertEquals(0.12e9 / omega, column(t, "Im(C)/nF")[0], 1e-3);
        assertEquals(0.75, column(t, "Tan(Delta)")[0], 1e-7);
        assertEquals(2e-4, column(t, "P/W")[0], 1e-11);
        assertEquals(50, column(t, "Rwe/Ohm")[0], 1e-5);
    }

    @Test
    void separatesSpectraOnDemand() throws IOException {
        int[] ids = {32, 37, 38, 24};
        ByteBuffer b = MprWriter.little(6 * 20);
        for (int i = 0; i < 6; i++) {
            b.putFloat(i % 2 == 0 ? 0 : 10).putFloat(i).putFloat(1).putDouble(i < 2 ? 1 : 2);
        }
        byte[] file =
                new MprWriter(true)
                        .settings(0x1e, DATE, "")
                        .data(11, 6, ids, b.array())
                        .loops(0, 4, 6)
                        .bytes();
        Collected together = read(file);
        assertEquals(1, together.tables().size());
        assertEquals(6, together.first().table().rows());
        assertEquals(3L, together.first().metadata().get("Number of spectra"));
        assertEquals("0, 2, 4", together.first().metadata().get("First rows of spectra"));
        Collected apart =
                read(MemorySource.of("made.mpr", file).with(Map.of("spectra", "separate")));
        assertEquals(3, apart.tables().size());
        assertArrayEquals(new double[] {0, 1}, column(apart.tables().get(0), "Re(Z)/Ohm"));
        assertArrayEquals(new double[] {2, 3}, column(apart.tables().get(1), "Re(Z)/Ohm"));
        assertArrayEquals(new double[] {4, 5}, column(apart.tables().get(2), "Re(Z)/Ohm"));
        assertEquals("GEIS, spectrum 3", apart.tables().get(2).name());
    }

    /** Without cycle numbers the frequency tells; a series at one frequency is one recording. */
    @Test
    void findsSpectraByTheirFirstFrequency() throws IOException {
        int[] ids = {32, 37, 38};
        double[][] series = {{1e4, 100, 1, 1e4, 100, 1, 1e4}, {50, 50, 50, 50, 50, 50, 50}};
        Object[] wanted = {"0, 3, 6", null};
        for (int s = 0; s < 2; s++) {
            ByteBuffer b = MprWriter.little(7 * 12);
            for (double f : series[s]) {
                b.putFloat((float) f).putFloat(1).putFloat(1);
            }
            byte[] file =
                    new MprWriter(true)
                            .settings(0x1d, DATE, "")
                            .data(11, 7, ids, b.array())
                            .bytes();
            Recording t = read(file).first();
            assertEquals(7, t.table().rows());
            assertEquals(wanted[s], t.metadata().get("First rows of spectra"));
        }
    }

    @Test
    void blocksJoinWithoutASeam() throws IOException {
        int rows = 100_000;
        ByteBuffer b = MprWriter.little(rows * 16);
        for (int i = 0; i < rows; i++) {
            b.putDouble(i).putDouble(i == 0 ? 0 : 1 / 3600.0);
        }
        byte[] file =
                new MprWriter(true)
                        .settings(4, DATE, "")
                        .data(11, rows, new int[] {4, 7}, b.array())
                        .bytes();
        Recording t = read(file).first();
        assertEquals(rows, t.table().rows());
        double[] time = column(t, "time/s");
        double[] current = column(t, "<I>/mA");
        for (int i = 1; i < rows; i++) {
            assertEquals(i, time[i]);
            assertEquals(1, current[i], 1e-9);
        }
    }

    @Test
    void sniffsByContent() {
        MprImporter importer = new MprImporter();
        byte[] file = caFile(true, 11);
        assertEquals(
                Sniff.Certainty.CERTAIN,
                importer.sniff(MemorySource.of("any.bin", file).head()).certainty());
        assertEquals(
                Sniff.Certainty.NO,
                importer.sniff(new Head("a.mpr", new byte[] {1, 2}, 2)).certainty());
        assertEquals(
                Sniff.Certainty.NO, importer.sniff(new Head("a.mpr", new byte[0], 0)).certainty());
    }

    @Test
    void cancels() {
        byte[] file = caFile(true, 11);
        assertThrows(
                CancellationException.class,
                () ->
                        new MprImporter()
                                .read(
                                        MemorySource.of("a.mpr", file),
                                        new RecordedSink(),
                                        Progress.until(() -> true)));
    }

    /** Cut at every length, and with bytes changed at random: read, or refused with a place. */
    @Test
    void readsOrRefusesWithAPlace() throws IOException {
        byte[] file =
                new MprWriter(true)
                        .settings(0x18, DATE, "c")
                        .data(11, 3, CA, ca(3))
                        .log(DATE, 46125.5)
                        .loops(0, 3)
                        .bytes();
        int refused = 0;
        for (int length = 0; length < file.length; length++) {
            refused += attempt(Arrays.copyOf(file, length)) ? 0 : 1;
        }
        assertTrue(refused > 1000 && refused < file.length, refused + " refused");
        Random random = new Random(20260413);
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = file.clone();
            for (int k = random.nextInt(8); k >= 0; k--) {
                int region =
                        random.nextBoolean() ? 52 + random.nextInt(70) : 2100 + random.nextInt(120);
                damaged[random.nextInt(4) == 0 ? random.nextInt(file.length) : region] =
                        (byte) random.nextInt(256);
            }
            attempt(damaged);
        }
    }

    private static boolean attempt(byte[] file) throws IOException {
        try {
            read(file);
            return true;
        } catch (FormatException e) {
            assertFalse(e.getMessage().isBlank());
            return false;
        }
    }
}
