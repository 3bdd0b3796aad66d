// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.neware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.testkit.ImporterContract;
import org.ionbench.testkit.MemorySource;
import org.ionbench.testkit.RecordedSink;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class NewareTextImporterTest implements ImporterContract {
    private static final List<Cycling.Point> POINTS = Cycling.points(90, 10);
    private static final String FLAT =
            ExportFile.text(ExportFile.flat(ExportFile.ENGLISH, POINTS), ',', false);
    private static final String LAYERED = ExportFile.text(ExportFile.layered(POINTS), ',', true);
    private static final String CHINESE =
            ExportFile.text(ExportFile.flat(ExportFile.CHINESE, POINTS), ';', false);

    @Override
    public Importer importer() {
        return new NewareTextImporter();
    }

    @Override
    public List<MemorySource> fixtures() {
        return List.of(
                latin("flat.csv", FLAT),
                MemorySource.of("layered.csv", LAYERED),
                MemorySource.of("chinese.csv", gbk(CHINESE)));
    }

    private static MemorySource latin(String name, String text) {
        return MemorySource.of(name, text.getBytes(Charset.forName("windows-1252")));
    }

    private static byte[] gbk(String text) {
        return text.getBytes(Charset.forName("GBK"));
    }

    private static List<Recording> all(MemorySource file) throws IOException {
        assertEquals(
                Sniff.Certainty.CERTAIN,
                new NewareTextImporter().sniff(file.head()).certainty(),
                file.name());
        return RecordedSink.read(new NewareTextImporter(), file).recordings();
    }

    private static Recording one(MemorySource file) throws IOException {
        List<Recording> all = all(file);
        assertEquals(1, all.size());
        return all.getFirst();
    }

    @Test
    void flatExport() throws IOException {
        Recording r = one(latin("a.csv", FLAT));
        Expected.check(r, POINTS);
        assertEquals(
                "Current(uA)",
                r.table().column(QuantityKind.CURRENT).orElseThrow().spec().vendorName());
        assertEquals(Optional.of(LocalDateTime.of(2024, 5, 6, 8, 58, 57)), r.start());
        assertEquals("Close", r.table().column("Module start-stop switch").orElseThrow().text(3));
        assertEquals(List.of(), r.problems());
    }

    @Test
    void flatExportWithDecimalCommaAndInOtherEncodings() throws IOException {
        String comma = FLAT.replace(',', ';').replaceAll("(\\d)\\.(\\d)", "$1,$2");
        Recording r = one(MemorySource.of("a.csv", comma));
        Expected.check(r, POINTS);
        assertTrue(r.assumptions().contains("Decimal comma assumed."), r.assumptions()::toString);
        Expected.check(one(MemorySource.of("a.txt", FLAT.replace(',', '\t'))), POINTS);
        byte[] wide = ("\ufeff" + FLAT).getBytes(StandardCharsets.UTF_16LE);
        Expected.check(
                RecordedSink.read(new NewareTextImporter(), MemorySource.of("a.csv", wide))
                        .recordings()
                        .getFirst(),
                POINTS);
    }

    /** As it is written, by name and by character. */
    @Test
    void theUserSaysTheDecimalSign() throws IOException {
        String comma = FLAT.replace(',', ';').replaceAll("(\\d)\\.(\\d)", "$1,$2");
        for (String said : List.of("comma", ",")) {
            Recording r = one(MemorySource.of("a.csv", comma).with(Map.of("decimal", said)));
            Expected.check(r, POINTS);
            assertFalse(r.assumptions().contains("Decimal comma assumed."));
        }
        Recording r = one(latin("a.csv", FLAT).with(Map.of("decimal", "point")));
        Expected.check(r, POINTS);
    }

    @Test
    void chineseExport() throws IOException {
        Recording r = one(MemorySource.of("a.csv", gbk(CHINESE)));
        Expected.check(r, POINTS);
        assertTrue(r.assumptions().toString().contains("GBK"), r.assumptions()::toString);
        Expected.check(one(MemorySource.of("a.csv", CHINESE)), POINTS);
    }

    @Test
    void layersOfCyclesAndSteps() throws IOException {
        List<Recording> all = all(MemorySource.of("a.csv", LAYERED));
        assertEquals(
                List.of("Test", "Cycles", "Steps"), all.stream().map(Recording::name).toList());
        Expected.check(all.getFirst(), POINTS);
        assertEquals(3, all.get(1).table().rows());
        assertEquals(9, all.get(2).table().rows());
        assertEquals("CC Chg", all.get(2).table().column("Step Name").orElseThrow().text(1));
        assertEquals(9, Expected.values(all.get(2), "Step Time(h:min:s.ms)")[0], 1e-9);
        assertTrue(all.getFirst().assumptions().toString().contains("total time is worked out"));
        assertEquals(Optional.of(LocalDateTime.of(2024, 5, 6, 8, 58, 57)), all.getFirst().start());
    }

    @Test
    void aRowThatIsCutIsLeftOut() throws IOException {
        Recording r = one(latin("a.csv", FLAT.substring(0, FLAT.length() - 40)));
        assertEquals(89, r.table().rows());
        assertEquals(List.of("rows.cut"), r.problems().stream().map(Problem::code).toList());
    }

    @Test
    void unitsThatAreMissingAreTakenAndTold() throws IOException {
        String text =
                "DataPoint,Cycle Index,Step Index,Voltage,Current,T1(?)\n1,1,1,3.5,0.001,25.5\n";
        Recording r = one(MemorySource.of("a.csv", text));
        assertEquals(3.5, r.si(QuantityKind.CELL_VOLTAGE).orElseThrow()[0]);
        assertEquals(25.5 + 273.15, r.si(QuantityKind.TEMPERATURE).orElseThrow()[0], 1e-9);
        assertEquals(
                List.of(
                        "Voltage is taken in V.",
                        "Current is taken in A.",
                        "T1(?) is taken in degC."),
                r.assumptions());
    }

    @Test
    void unitsThatAreUnknownAreKept() throws IOException {
        String text = "DataPoint,Step Index,Voltage(V),Current(A),Chg. Cap.(furlong)\n1,1,3,0,7\n";
        Recording r = one(MemorySource.of("a.csv", text));
        assertEquals(7, Expected.values(r, "Chg. Cap.(furlong)")[0]);
        assertEquals(Optional.empty(), r.si(QuantityKind.CAPACITY_CHARGE));
    }

    @Test
    void longTimesAndMissingValues() throws IOException {
        String text =
                "DataPoint,Step Index,Total Time,Voltage(V),Current(A),DCIR(O)\n"
                        + "1,1,144:02:18.5,3,0,-\n2,1,when,3,0,\n";
        Recording r = one(MemorySource.of("a.csv", text));
        double[] time = r.si(QuantityKind.TIME).orElseThrow();
        assertEquals(144 * 3600 + 2 * 60 + 18.5, time[0], 1e-9);
        assertTrue(Double.isNaN(time[1]));
        assertEquals("rows.number", r.problems().getFirst().code());
        assertEquals("line 3", r.problems().getFirst().place());
    }

    @Test
    void headingsOfOtherCyclersAreLeftAlone() {
        String arbin =
                "Data Point,Date Time,Test Time (s),Step Time (s),Cycle Index,Step Index,Current"
                        + " (A),Voltage (V)\n"
                        + "1,0,0,0,1,1,0,3\n";
        assertEquals(
                Sniff.Certainty.NO,
                new NewareTextImporter().sniff(MemorySource.of("a.csv", arbin).head()).certainty());
        assertThrows(
                FormatException.class,
                () ->
                        RecordedSink.read(
                                new NewareTextImporter(), MemorySource.of("a.csv", "a,b\n1,2\n")));
    }
}
