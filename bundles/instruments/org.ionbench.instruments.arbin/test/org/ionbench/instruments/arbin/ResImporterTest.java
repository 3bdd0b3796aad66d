// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.arbin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spannm.jackcess.ColumnBuilder;
import io.github.spannm.jackcess.DataType;
import io.github.spannm.jackcess.Database;
import io.github.spannm.jackcess.DatabaseBuilder;
import io.github.spannm.jackcess.Table;
import io.github.spannm.jackcess.TableBuilder;

import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.testkit.ImporterContract;
import org.ionbench.testkit.MemorySource;
import org.ionbench.testkit.RecordedSink;
import org.ionbench.testkit.Samples;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;

class ResImporterTest implements ImporterContract {
    private static final byte[] TWO_TESTS = database(true);

    @Override
    public Importer importer() {
        return new ResImporter();
    }

    @Override
    public List<MemorySource> fixtures() {
        return List.of(MemorySource.of("two.res", TWO_TESTS));
    }

    /** A database as MITS writes it, in our own words: two tests, points out of order. */
    private static byte[] database(boolean arbin) {
        try {
            Path file = Files.createTempFile("ionbench", ".res");
            try {
                try (FileChannel channel =
                                FileChannel.open(
                                        file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                        Database db =
                                new DatabaseBuilder()
                                        .withChannel(channel)
                                        .withFileFormat(Database.FileFormat.V2000)
                                        .create()) {
                    if (arbin) {
                        fill(db);
                    } else {
                        table(db, "Addresses", "Name", DataType.TEXT).addRow("somebody");
                    }
                }
                return Files.readAllBytes(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(Database db) throws IOException {
        table(db, "Version_Table", "Version_Schema_Field", DataType.TEXT)
                .addRow("Results File 5.26");
        Table tests =
                table(
                        db,
                        "Global_Table",
                        "Test_ID",
                        DataType.LONG,
                        "Test_Name",
                        DataType.TEXT,
                        "Channel_Index",
                        DataType.INT,
                        "Start_DateTime",
                        DataType.DOUBLE,
                        "Comments",
                        DataType.TEXT,
                        "MASS",
                        DataType.FLOAT,
                        "Log_Aux_Data_Flag",
                        DataType.BOOLEAN);
        tests.addRow(1, "first cell", 0, 44000.5, null, 0.0125f, true);
        tests.addRow(2, "second cell", 1, 44001.25, "warm", 0.5f, false);
        Table points =
                table(
                        db,
                        "Channel_Normal_Table",
                        "Test_ID",
                        DataType.LONG,
                        "Data_Point",
                        DataType.LONG,
                        "Test_Time",
                        DataType.DOUBLE,
                        "Step_Index",
                        DataType.INT,
                        "Cycle_Index",
                        DataType.INT,
                        "Current",
                        DataType.FLOAT,
                        "Voltage",
                        DataType.FLOAT,
                        "Charge_Capacity",
                        DataType.DOUBLE,
                        "Discharge_Capacity",
                        DataType.DOUBLE,
                        "dV/dt",
                        DataType.FLOAT);
        points.addRow(2, 1, 10.0, 1, 1, -0.5f, 3.5f, 0.0, 0.125, 0.0f);
        points.addRow(1, 3, 30.0, 2, 1, 0.25f, 3.75f, 0.5, 0.0, 0.0f);
        points.addRow(1, 1, 10.0, 1, 1, 0.0f, 3.25f, 0.0, 0.0, null);
        points.addRow(1, 2, 20.0, 2, 1, 0.25f, 3.5f, 0.25, 0.0, 0.0f);
        Table auxiliary =
                table(
                        db,
                        "Auxiliary_Table",
                        "Test_ID",
                        DataType.LONG,
                        "Data_Point",
                        DataType.LONG,
                        "Auxiliary_Index",
                        DataType.INT,
                        "Data_Type",
                        DataType.INT,
                        "X",
                        DataType.FLOAT);
        auxiliary.addRow(1, 3, 4, 1, 27.0f);
        auxiliary.addRow(1, 1, 4, 1, 25.0f);
        auxiliary.addRow(1, 9, 4, 1, 26.0f);
        Table channels =
                table(
                        db,
                        "Aux_Global_Data_Table",
                        "Channel_Index",
                        DataType.INT,
                        "Auxiliary_Index",
                        DataType.INT,
                        "Data_Type",
                        DataType.INT,
                        "Nickname",
                        DataType.TEXT,
                        "Unit",
                        DataType.TEXT);
        channels.addRow(0, 4, 1, "oven", "C");
        Table statistics =
                table(
                        db,
                        "Channel_Statistic_Table",
                        "Test_ID",
                        DataType.LONG,
                        "Data_Point",
                        DataType.LONG,
                        "Vmax_On_Cycle",
                        DataType.FLOAT);
        statistics.addRow(1, 3, 3.75f);
        Table batteries =
                table(
                        db,
                        "Smart_Battery_Data_Table",
                        "Test_ID",
                        DataType.LONG,
                        "Data_Point",
                        DataType.LONG);
        batteries.addRow(1, 1);
    }

    private static Table table(Database db, String name, Object... columns) throws IOException {
        TableBuilder table = new TableBuilder(name);
        for (int i = 0; i < columns.length; i += 2) {
            table.addColumn(
                    new ColumnBuilder((String) columns[i]).withType((DataType) columns[i + 1]));
        }
        return table.toTable(db);
    }

    @Test
    void testsOfOneFileAreRecordingsInTheOrderOfTheirPoints() throws IOException {
        RecordedSink sink =
                RecordedSink.read(new ResImporter(), MemorySource.of("two.res", TWO_TESTS));
        List<Recording> all = sink.recordings();
        assertEquals(
                List.of("first cell", "second cell", "first cell, statistics"),
                all.stream().map(Recording::name).toList());
        Recording first = all.getFirst();
        assertArrayEquals(
                new double[] {10, 20, 30}, first.si(QuantityKind.TIME).orElseThrow(), 1e-12);
        assertArrayEquals(
                new double[] {0, 0.25, 0.25}, first.si(QuantityKind.CURRENT).orElseThrow(), 1e-12);
        assertArrayEquals(
                new double[] {0, 900, 1800},
                first.si(QuantityKind.CAPACITY_CHARGE).orElseThrow(),
                1e-9);
        assertArrayEquals(
                new double[] {298.15, Double.NaN, 300.15},
                first.si(QuantityKind.TEMPERATURE).orElseThrow(),
                1e-9);
        assertEquals("oven", first.metadata().get("Aux_Temperature_4"));
        assertEquals(Optional.of(LocalDateTime.of(2020, 6, 18, 12, 0)), first.start());
        assertEquals(0.0125, (Double) first.metadata().get("MASS"), 1e-9);
        assertEquals(true, first.metadata().get("Log_Aux_Data_Flag"));
        assertEquals("arbin.auxiliary", first.problems().getFirst().code());
        assertTrue(Double.isNaN(first.table().column("dV/dt").orElseThrow().at(0)));
        Recording second = all.get(1);
        assertEquals("warm", second.metadata().get("Comments"));
        assertArrayEquals(
                new double[] {-0.5}, second.si(QuantityKind.CURRENT).orElseThrow(), 1e-12);
        assertEquals("arbin.unread", sink.problems().getFirst().code());
    }

    @Test
    void anotherDatabaseIsRefused() {
        MemorySource file = MemorySource.of("people.mdb", database(false));
        assertEquals(Sniff.Certainty.PERHAPS, new ResImporter().sniff(file.head()).certainty());
        String sentence =
                assertThrows(
                                FormatException.class,
                                () -> RecordedSink.read(new ResImporter(), file))
                        .getMessage();
        assertTrue(sentence.contains("expected results of Arbin"), sentence);
    }

    /** A sample damaged in a few places, where there is one; the contract damages our own. */
    @Test
    void damagedSamplesAreReadOrRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(Samples.one("arbin", "navani__arbin_example.res"));
        Random random = new Random(11);
        for (int n = 0; n < 40; n++) {
            byte[] damaged = bytes.clone();
            for (int i = 0; i < 20; i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            long start = System.nanoTime();
            try {
                RecordedSink.read(new ResImporter(), MemorySource.of("d.res", damaged));
            } catch (FormatException e) {
                assertTrue(e.getMessage().startsWith("d.res"), e.getMessage());
            }
            assertTrue(System.nanoTime() - start < 5_000_000_000L, "slow");
        }
    }
}
