// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.neware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.formats.Archive;
import org.ionbench.testkit.ImporterContract;
import org.ionbench.testkit.MemorySource;
import org.ionbench.testkit.RecordedSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class NdaxImporterTest implements ImporterContract {
    private static final List<Cycling.Point> POINTS = Cycling.points(90, 10);

    @Override
    public Importer importer() {
        return new NdaxImporter();
    }

    @Override
    public List<MemorySource> fixtures() throws IOException {
        List<MemorySource> files = new ArrayList<>();
        for (int version : new int[] {2, 5, 11, 14, 16, 17}) {
            files.add(MemorySource.of(version + ".ndax", NdaxFile.of(version, POINTS, 3, true)));
        }
        return files;
    }

    private static Recording read(byte[] bytes) throws IOException {
        List<Recording> all =
                RecordedSink.read(new NdaxImporter(), MemorySource.of("a.ndax", bytes))
                        .recordings();
        assertEquals(1, all.size());
        return all.getFirst();
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "5, 1", "11, 1", "14, 1", "16, 1", "17, 1", "11, 4", "14, 4", "17, 7"})
    void pointsAreThoseOfTheCell(int version, int every) throws IOException {
        Recording r = read(NdaxFile.of(version, POINTS, every, false));
        Expected.check(r, POINTS);
        assertEquals(List.of(), r.problems());
    }

    @Test
    void pagesFollowEachOther() throws IOException {
        List<Cycling.Point> many = Cycling.points(3000, 100);
        for (int version : new int[] {2, 5, 14}) {
            Expected.check(read(NdaxFile.of(version, many, 1, false)), many);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 11, 14, 16, 17})
    void furtherChannelIsATemperature(int version) throws IOException {
        Recording r = read(NdaxFile.of(version, POINTS, 1, true));
        double[] kelvins = r.si(QuantityKind.TEMPERATURE).orElseThrow();
        assertEquals(25.7 + 273.15, kelvins[6], 1e-5);
        assertEquals(25.0 + 273.15, kelvins[89], 1e-5);
        if (version != 14 && version != 17) {
            assertEquals(1.2345, Expected.values(r, "V1")[5], 1e-7);
        }
    }

    @Test
    void descriptionsTellOfTheTest() throws IOException {
        Recording r = read(NdaxFile.of(14, POINTS, 1, true));
        assertEquals("\u7535\u6c60 7", r.metadata().get("Barcode"));
        assertEquals(45L, r.metadata().get("ChlID"));
        assertEquals(5.91, (double) r.metadata().get("Active material mass / mg"), 1e-12);
        assertEquals("1 Rest; 2 CC Chg; 3 Rest; 4 CC DChg; 5 Cycle", r.metadata().get("Schedule"));
        assertEquals(Optional.of(LocalDateTime.of(2024, 5, 6, 8, 58, 57, 250_000_000)), r.start());
        assertEquals(Optional.of("assumed +02:00"), r.zone());
        assertEquals("BTS Client 8.0.0.478", r.metadata().get("CurrClientVer"));
    }

    private static Map<String, byte[]> parts(List<Cycling.Point> points) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        byte[] zip = NdaxFile.of(14, points, 1, true);
        Archive.of(MemorySource.of("z", zip), 1 << 20, Progress.NONE)
                .each(name -> true, e -> parts.put(e.name(), e.bytes()));
        return parts;
    }

    private static Problem onlyProblem(Map<String, byte[]> parts) throws IOException {
        List<Problem> problems = read(NdaxFile.zip(parts)).problems();
        assertEquals(1, problems.size(), problems::toString);
        return problems.getFirst();
    }

    @Test
    void unknownPartsCostThemselvesOnly() throws IOException {
        Map<String, byte[]> parts = parts(POINTS);
        parts.get("data_AUX_9_3_1.ndc")[2] = 99;
        assertEquals("neware.channel", onlyProblem(parts).code());

        Map<String, byte[]> run = parts(POINTS);
        run.get("data_runInfo.ndc")[2] = 99;
        Problem problem = onlyProblem(run);
        assertEquals("neware.part", problem.code());
        assertTrue(problem.message().contains("found 99"), problem.message());
        assertEquals(
                POINTS.get(5).voltage() / 1e3,
                read(NdaxFile.zip(run)).si(QuantityKind.CELL_VOLTAGE).orElseThrow()[5],
                1e-6);

        Map<String, byte[]> about = parts(POINTS);
        about.put("Step.xml", NdaxFile.utf8("<root><config"));
        assertEquals("neware.description", onlyProblem(about).code());
    }

    @Test
    void unknownPointsSayWhatToSend() throws IOException {
        Map<String, byte[]> parts = parts(POINTS);
        parts.get("data.ndc")[2] = 99;
        byte[] zip = NdaxFile.zip(parts);
        String said = assertThrows(FormatException.class, () -> read(zip)).getMessage();
        assertTrue(said.contains("found 99") && said.contains("send us"), said);
    }

    @Test
    void aTestWithoutPointsIsRefused() throws IOException {
        byte[] empty = NdaxFile.of(14, List.of(), 1, false);
        String said = assertThrows(FormatException.class, () -> read(empty)).getMessage();
        assertTrue(said.contains("data.ndc: expected at least one measured point"), said);
    }

    @Test
    void aCutArchiveGivesWhatIsWhole() throws IOException {
        byte[] whole = NdaxFile.of(14, POINTS, 1, false);
        Recording r = read(Arrays.copyOf(whole, whole.length - 800));
        assertEquals(90, r.table().rows());
        assertTrue(r.problems().stream().anyMatch(p -> p.code().equals("neware.cut")));
    }

    @Test
    void pointsWithoutTimesAreToldWithoutThem() throws IOException {
        Map<String, byte[]> parts = parts(POINTS);
        parts.remove("data_runInfo.ndc");
        assertEquals("neware.part", onlyProblem(parts).code());
        Recording r = read(NdaxFile.zip(parts));
        assertEquals(
                List.of("Index", "Voltage(mV)", "Current(uA)", "T1"),
                r.table().columns().stream().map(c -> c.spec().vendorName()).toList());
        assertEquals(List.of(), r.assumptions());
        assertEquals(Optional.of(LocalDateTime.of(2024, 5, 6, 8, 58, 57)), r.start());
    }

    @Test
    void cyclesAreCountedAnewWhereTheFileDemandsIt() throws IOException {
        Map<String, byte[]> parts = parts(POINTS);
        parts.put(
                "NdaxConfig.xml",
                NdaxFile.utf8("<root><config><config CycleMode=\"1\"/></config></root>"));
        Recording r = read(NdaxFile.zip(parts));
        double[] cycle = r.si(QuantityKind.CYCLE).orElseThrow();
        // the first charge after the discharge, not the rest before it
        assertEquals(1, cycle[45]);
        assertEquals(2, cycle[50]);
        assertEquals(1, r.changes().size());
    }

    /** A schedule whose loop holds two charges and discharges. */
    @Test
    void bothCountsAreToldWhereTheyDiffer() throws IOException {
        List<Cycling.Point> loop =
                POINTS.stream()
                        .map(
                                p ->
                                        new Cycling.Point(
                                                p.index(),
                                                1,
                                                p.step(),
                                                p.type(),
                                                p.count(),
                                                p.time(),
                                                p.voltage(),
                                                p.current(),
                                                p.charge(),
                                                p.discharge(),
                                                p.chargeEnergy(),
                                                p.dischargeEnergy(),
                                                p.seconds()))
                        .toList();
        Recording r = read(NdaxFile.zip(parts(loop)));
        assertEquals(1, r.si(QuantityKind.CYCLE).orElseThrow()[89]);
        double[] counted = Expected.values(r, "Cycle");
        assertEquals(1, counted[49]);
        assertEquals(2, counted[50]);
        assertTrue(r.changes().toString().contains("Cycle was counted"), r.changes()::toString);
        assertEquals(Optional.empty(), read(NdaxFile.zip(parts(POINTS))).table().column("Cycle"));
    }

    @Test
    void otherArchivesAreLeftAlone() throws IOException {
        byte[] zip = NdaxFile.zip(Map.of("[Content_Types].xml", new byte[10]));
        assertEquals(
                Sniff.Certainty.NO,
                new NdaxImporter().sniff(MemorySource.of("a.xlsx", zip).head()).certainty());
    }
}
