// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.neware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.testkit.ImporterContract;
import org.ionbench.testkit.MemorySource;
import org.ionbench.testkit.RecordedSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

class NdaImporterTest implements ImporterContract {
    private static final List<Cycling.Point> POINTS = Cycling.points(90, 10);

    @Override
    public Importer importer() {
        return new NdaImporter();
    }

    @Override
    public List<MemorySource> fixtures() {
        return IntStream.of(8, 22, 29, 90, 91, 92)
                .mapToObj(v -> MemorySource.of(v + ".nda", NdaFile.of(v, POINTS, true)))
                .toList();
    }

    private static Recording read(byte[] bytes) throws IOException {
        List<Recording> all =
                RecordedSink.read(new NdaImporter(), MemorySource.of("a.nda", bytes)).recordings();
        assertEquals(1, all.size());
        return all.getFirst();
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 22, 23, 26, 29, 90, 91, 92})
    void pointsAreThoseOfTheCell(int version) throws IOException {
        Recording r = read(NdaFile.of(version, POINTS, false));
        Expected.check(r, POINTS);
        assertEquals(List.of(), r.problems());
    }

    @Test
    void temperatureIsTakenFromTheLongerRecord() throws IOException {
        Recording r = read(NdaFile.of(92, POINTS, false));
        assertEquals(25.5 + 273.15, r.si(QuantityKind.TEMPERATURE).orElseThrow()[3], 1e-9);
    }

    @Test
    void furtherChannelIsTakenByIndex() throws IOException {
        Recording r = read(NdaFile.of(29, POINTS, true));
        double[] celsius = Expected.values(r, "T2");
        assertEquals(25.7, celsius[6], 1e-9);
        assertEquals(1.2345, Expected.values(r, "V2")[0], 1e-9);
    }

    @Test
    void headTellsOfTheTest() throws IOException {
        Recording r = read(NdaFile.of(22, POINTS, false));
        assertEquals("Someone", r.metadata().get("Creator"));
        assertEquals(5.91, r.metadata().get("Active material mass / mg"));
        assertEquals("BTS 7.6.0.1304(2018.01.29)", r.metadata().get("Client version"));
        assertEquals(Optional.of(LocalDateTime.of(2024, 5, 6, 8, 58, 57)), r.start());
        assertEquals(Optional.of("assumed +02:00"), r.zone());
        assertEquals(22L, r.metadata().get("File version"));
    }

    @Test
    void cyclesAreCountedWhereTheFileDoesNot() throws IOException {
        Recording r = read(NdaFile.of(90, POINTS, false));
        double[] cycle = r.si(QuantityKind.CYCLE).orElseThrow();
        assertEquals(1, cycle[0]);
        assertEquals(2, cycle[55]);
        assertTrue(r.assumptions().getFirst().startsWith("Cycles are counted"));
    }

    @Test
    void aCutFileGivesWhatIsWhole() throws IOException {
        byte[] whole = NdaFile.of(29, POINTS, false);
        Recording r = read(Arrays.copyOf(whole, whole.length - 40));
        assertEquals(89, r.table().rows());
        assertEquals(List.of("neware.cut"), r.problems().stream().map(Problem::code).toList());
    }

    @Test
    void unknownRangeCostsItsValuesOnly() throws IOException {
        byte[] bytes = NdaFile.of(29, POINTS, false);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(bytes.length - 86 + 78, 777);
        Recording r = read(bytes);
        double[] current = r.si(QuantityKind.CURRENT).orElseThrow();
        assertTrue(Double.isNaN(current[89]));
        assertEquals(0.002, current[12], 1e-12);
        assertEquals(
                POINTS.getLast().voltage() / 1e3,
                r.si(QuantityKind.CELL_VOLTAGE).orElseThrow()[89],
                1e-9);
        Problem problem = r.problems().getFirst();
        assertEquals("neware.range", problem.code());
        assertTrue(problem.message().contains("777"), problem.message());
    }

    @Test
    void pointsThatComeAgainAreLeftOut() throws IOException {
        byte[] once = NdaFile.of(29, POINTS, false);
        byte[] twice = Arrays.copyOf(once, once.length + 86);
        System.arraycopy(once, once.length - 3 * 86, twice, once.length, 86);
        Recording r = read(twice);
        Expected.check(r, POINTS);
        assertEquals(1, r.changes().size());
    }

    @Test
    void unknownVersionSaysWhatToSend() {
        byte[] bytes = NdaFile.of(29, POINTS, false);
        bytes[14] = 77;
        String said = assertThrows(FormatException.class, () -> read(bytes)).getMessage();
        assertTrue(said.contains("version 77") && said.contains("send us"), said);
    }

    @Test
    void aTestWithoutPointsIsRefused() {
        String said =
                assertThrows(FormatException.class, () -> read(NdaFile.of(29, List.of(), false)))
                        .getMessage();
        assertTrue(said.contains("expected measured points"), said);
    }
}
