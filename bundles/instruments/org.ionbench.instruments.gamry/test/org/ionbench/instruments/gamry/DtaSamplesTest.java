// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.gamry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.Column;
import org.ionbench.testkit.Samples;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Public Gamry files against an independent reading of them. */
class DtaSamplesTest {
    private final DtaImporter importer = new DtaImporter();

    @TestFactory
    List<DynamicTest> readAsExpected() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path sample : Samples.of("gamry", ".dta")) {
            tests.add(
                    DynamicTest.dynamicTest(
                            sample.getFileName().toString(), () -> readAsExpected(sample)));
        }
        assertTrue(tests.size() >= 24);
        return tests;
    }

    private void readAsExpected(Path sample) throws IOException {
        String file = sample.getFileName().toString();
        assertEquals(
                Sniff.Certainty.CERTAIN,
                Collected.sniff(importer, file, Files.readAllBytes(sample)).certainty());
        List<Recording> recordings = Collected.read(importer, sample).recordings;
        List<Samples.Table> tables = Samples.expected(sample);
        assertTrue(recordings.size() >= tables.size());
        for (int i = 0; i < tables.size(); i++) {
            Recording recording = recordings.get(i);
            Samples.Table table = tables.get(i);
            assertEquals(table.name(), recording.name());
            assertEquals(table.rows(), recording.table().rows());
            List<Samples.Expectation> columns = table.columns();
            assertEquals(
                    columns.stream().map(Samples.Expectation::name).toList(),
                    recording.table().columns().stream().map(c -> c.spec().vendorName()).toList());
            for (int c = 0; c < columns.size(); c++) {
                Column column = recording.table().columns().get(c);
                String name = recording.name() + " " + column.spec().vendorName();
                boolean numeric =
                        columns.get(c).numbers().isPresent()
                                || columns.get(c).missing() == table.rows();
                assertEquals(numeric, !column.spec().isText(), name);
                if (numeric) {
                    columns.get(c).check(name, Samples.stored(column));
                }
            }
        }
    }

    private List<Recording> sample(String name) throws IOException {
        return Collected.read(importer, Samples.one("gamry", name)).recordings;
    }

    @Test
    void controlSpectrum() throws IOException {
        List<Recording> all = sample("pyimpspec__data.dta");
        assertEquals(
                List.of(Technique.OCV, Technique.EIS),
                all.stream().map(Recording::technique).toList());
        Recording eis = all.get(1);
        assertEquals(10000, eis.si(QuantityKind.FREQUENCY).orElseThrow()[0], 1);
        assertEquals(109.009, eis.si(QuantityKind.IMPEDANCE_REAL).orElseThrow()[0], 1e-3);
        assertEquals(-26.556, eis.si(QuantityKind.IMPEDANCE_IMAGINARY).orElseThrow()[0], 1e-3);
        assertEquals(-0.0334858, eis.metadata().get("EOC"));
        assertTrue(eis.assumptions().contains("decimal comma"));
    }

    @ParameterizedTest
    @CsvSource({
        "GamryParser__20240321_C_GM0016_HL03_E01_CV50.DTA, 2024-03-21T16:10:21",
        "nomad-chemical-energy__230531-CA-test2.DTA,       2023-05-31T14:15:38",
        "nomad-chemical-energy__ref_calibration.DTA,       2025-08-14T09:40:00",
        "gamry-parser__ocp_data.dta,                       2020-02-10T17:18:00",
        "Gamry-eQCM__QCM_RCV_Cu_calibration.DTA,           2016-12-02T11:02:38",
    })
    void dates(String file, LocalDateTime start) throws IOException {
        assertEquals(Optional.of(start), sample(file).getFirst().start());
    }

    @Test
    void workingElectrodesOfTheirOwn() throws IOException {
        assertEquals(
                List.of(Technique.CP, Technique.CV, Technique.CV),
                sample("nomad-chemical-energy__CVCPHintereinander_pos2.DTA").stream()
                        .map(Recording::technique)
                        .toList());
        assertEquals(
                List.of(Technique.CA, Technique.CV, Technique.CV),
                sample("nomad-chemical-energy__CVCA.DTA").stream()
                        .map(Recording::technique)
                        .toList());
    }

    @Test
    void cathodicConventionIsTurned() throws IOException {
        Recording swv = sample("gamry-parser__squarewave_data.dta").getFirst();
        assertEquals(Technique.SWV, swv.technique());
        assertEquals(1, swv.changes().size());
        Column idif = swv.table().column("Idif").orElseThrow();
        assertEquals(-idif.at(0), swv.si(QuantityKind.CURRENT).orElseThrow()[0]);
    }

    @Test
    void balanceIsRead() throws IOException {
        List<Recording> all = sample("Gamry-eQCM__QCM_RCV_Cu_calibration.DTA");
        assertEquals("QCMCurve", all.getLast().name());
        assertEquals(10.01088249, all.getLast().table().column("fs").orElseThrow().at(0));
        assertTrue(all.getLast().si(QuantityKind.FREQUENCY).isEmpty());
    }

    @Test
    void openThermocoupleIsNoTemperature() throws IOException {
        assertTrue(
                sample("nomad-chemical-energy__ref_calibration.DTA")
                        .getFirst()
                        .si(QuantityKind.TEMPERATURE)
                        .isEmpty());
    }
}
