// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.problem.Severity;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.Column;
import org.ionbench.testkit.ImporterContract;
import org.ionbench.testkit.MemorySource;
import org.ionbench.testkit.RecordedSink;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Text of every shape, written here. */
class DelimitedTextImporterTest implements ImporterContract {
    private static final double[] RE = {10, 20, 30, 40, 50, 60};
    private static final double[] IM = {-1, -2, -3, -3, -2, -1};
    private static final double[] F = {1e5, 1e4, 1e3, 100, 10, 1};

    @Override
    public DelimitedTextImporter importer() {
        return new DelimitedTextImporter();
    }

    @Override
    public List<MemorySource> fixtures() {
        return List.of(
                MemorySource.of(
                        "spectrum.csv", spectrum("Frequency / Hz,Z' / ohm,-Z'' / ohm", ',')),
                MemorySource.of("bare.txt", spectrum("", '\t')),
                MemorySource.of(
                        "german.csv",
                        ("Prüfling;Öse 7\n"
                                        + "Temperatur;25,5\n\n"
                                        + "Zeit [s];Spannung [V];Strom [mA];Status\n"
                                        + "0;3,251;1.234,5;Laden\n"
                                        + "1,5;3,252;-1,25;Entladen\n"
                                        + "3;3,253;n. def.;Pause\n"
                                        + "4,5;3,254;0;Pause\n")
                                .getBytes(Charset.forName("windows-1252"))),
                MemorySource.of(
                        "wide.txt",
                        "\ufefftime/s\tEwe/V\n0.0\t1.0\n0.5\t1.1\n1.0\tNaN\n"
                                .getBytes(StandardCharsets.UTF_16LE)));
    }

    /** A spectrum with -Im Z in its third column. */
    private static String spectrum(String header, char delimiter) {
        StringBuilder text = new StringBuilder(header.isEmpty() ? "" : header + "\n");
        for (int i = 0; i < F.length; i++) {
            text.append(F[i]).append(delimiter).append(RE[i]).append(delimiter).append(-IM[i]);
            text.append('\n');
        }
        return text.toString();
    }

    private Recording read(String text, Map<String, String> options) throws IOException {
        return read(MemorySource.of("a.txt", text).with(options));
    }

    private Recording read(String text) throws IOException {
        return read(text, Map.of());
    }

    private Recording read(MemorySource source) throws IOException {
        List<Recording> all = RecordedSink.read(importer(), source).recordings();
        assertEquals(1, all.size());
        return all.getFirst();
    }

    private static double[] si(Recording recording, QuantityKind kind) {
        return recording.si(kind).orElseThrow(() -> new AssertionError("no column " + kind.id()));
    }

    private static void isSpectrum(Recording r) {
        assertEquals(Technique.EIS, r.technique());
        assertArrayEquals(F, si(r, QuantityKind.FREQUENCY));
        assertArrayEquals(RE, si(r, QuantityKind.IMPEDANCE_REAL));
        assertArrayEquals(IM, si(r, QuantityKind.IMPEDANCE_IMAGINARY));
    }

    private static List<String> codes(Recording r) {
        return r.problems().stream().map(Problem::code).toList();
    }

    private static boolean assumes(Recording r, String words) {
        return r.assumptions().stream().anyMatch(a -> a.contains(words));
    }

    @Test
    void namesOfASpectrum() throws IOException {
        for (String header :
                List.of(
                        "Frequency / Hz,Re(Z) / Ohm,-Im(Z) / Ohm",
                        "freq/Hz,Re(Z)/Ohm,-Im(Z)/Ohm",
                        "f,Z',-Z''",
                        "Freq (Hz),Zre (ohm),-Zim (ohm)",
                        "Frequency,Zreal,-Zimag",
                        "\"f [Hz]\",\"Z' [\u03a9]\",\"-Z\u2033 [\u03a9]\"",
                        "frequency_hz,real,-imaginary",
                        "# freq, Re Z, -Im Z")) {
            Recording r = read(spectrum(header, ','));
            isSpectrum(r);
            assertTrue(r.changes().getFirst().contains("impedance imaginary"), header);
        }
    }

    @Test
    void unitsThatAreNotSi() throws IOException {
        Recording r = read("f [kHz];Z' [kOhm];Z'' [mOhm]\n1;2;-3\n0,5;4;-5\n0,1;5;-6\n");
        assertArrayEquals(new double[] {1000, 500, 100}, si(r, QuantityKind.FREQUENCY), 1e-9);
        assertArrayEquals(new double[] {2000, 4000, 5000}, si(r, QuantityKind.IMPEDANCE_REAL));
        assertArrayEquals(
                new double[] {-3e-3, -5e-3, -6e-3}, si(r, QuantityKind.IMPEDANCE_IMAGINARY), 1e-15);
        assertTrue(assumes(r, "Decimal comma"));
    }

    @Test
    void modulusAndPhase() throws IOException {
        Recording r =
                read(
                        "Frequency (Hz)\t|Z| (ohms)\tPhase of Z (deg)\t\n"
                                + "100\t2\t-90\t\n"
                                + "10\t3\t-45\t\n");
        assertEquals(Technique.EIS, r.technique());
        assertArrayEquals(new double[] {2, 3}, si(r, QuantityKind.IMPEDANCE_MODULUS));
        assertArrayEquals(
                new double[] {-Math.PI / 2, -Math.PI / 4},
                si(r, QuantityKind.IMPEDANCE_PHASE),
                1e-15);
        assertEquals(3, r.table().columns().size());
    }

    @Test
    void bareSpectra() throws IOException {
        Recording turned = read(spectrum("", ','));
        isSpectrum(turned);
        assertTrue(assumes(turned, "-Im Z in ohm assumed"));
        Recording as = read("1e5 10 -1\n1e4 20 -2\n1e3 30 -3\n100 40 -3\n10 50 -2\n1 60 -1\n");
        isSpectrum(as);
        assertTrue(assumes(as, "Im Z in ohm assumed"));
        // A short circuit: the reactance of its leads is positive and largest at the top.
        Recording leads =
                read(
                        "1e6 1 3.8\n"
                                + "1e5 1 0.38\n"
                                + "1e4 1 0.038\n"
                                + "1e3 1 0.0038\n"
                                + "100 1 0.00038\n"
                                + "10 1 4e-5\n");
        assertEquals(3.8, si(leads, QuantityKind.IMPEDANCE_IMAGINARY)[0]);
        // Evenly stepped numbers are no frequencies.
        Recording pattern = read("10 1 2\n20 1 2\n30 1 2\n40 1 2\n50 1 2\n100 1 2\n150 2 3\n");
        assertEquals(Technique.OTHER, pattern.technique());
        assertEquals(List.of("text.columns.unknown"), codes(pattern));
    }

    @Test
    void signsThatAreDoubtful() throws IOException {
        String text = spectrum("f/Hz,Z'/ohm,Z''/ohm", ',');
        assertEquals(List.of("text.sign.doubtful"), codes(read(text)));
        isSpectrum(read(text, Map.of("columns", "*,*,-impedance imaginary:ohm")));
        assertEquals(List.of(), codes(read(spectrum("f/Hz,Z'/ohm,-Z''/ohm", ','))));
    }

    @Test
    void severalSpectra() throws IOException {
        String one = spectrum("f,Z',-Z''", ',');
        String rows = one.substring(one.indexOf('\n') + 1);
        for (String text : List.of(one + rows, one + one)) {
            List<Recording> all =
                    RecordedSink.read(importer(), MemorySource.of("a.csv", text)).recordings();
            assertEquals(2, all.size());
            all.forEach(DelimitedTextImporterTest::isSpectrum);
            assertEquals(List.of("a", "a (2)"), all.stream().map(Recording::name).toList());
        }
        // Up and down again is one recording.
        Recording both = read("f,Z',Z''\n1,1,-1\n10,2,-1\n100,3,-1\n10,2,-1\n1,1,-1\n");
        assertEquals(5, both.table().rows());
    }

    @Test
    void localesAndEncodings() throws IOException {
        Recording r = read(fixtures().get(2));
        assertArrayEquals(new double[] {0, 1.5, 3, 4.5}, si(r, QuantityKind.TIME));
        assertArrayEquals(
                new double[] {1.2345, -1.25e-3, Double.NaN, 0}, si(r, QuantityKind.CURRENT), 1e-12);
        assertEquals("Entladen", r.table().columns().get(3).text(1));
        assertEquals("Öse 7", r.metadata().get("Prüfling"));
        assertEquals(25.5, r.metadata().get("Temperatur"));
        assertTrue(assumes(r, "windows-1252"));
        Recording wide = read(fixtures().get(3));
        assertArrayEquals(new double[] {1.0, 1.1, Double.NaN}, si(wide, QuantityKind.POTENTIAL));
        Recording grouped = read("t (s)\tU (mV)\n0\t1,234,567.5\n1\t2,345,678.5\n2\t1\n");
        assertArrayEquals(
                new double[] {1234.5675, 2345.6785, 1e-3},
                si(grouped, QuantityKind.CELL_VOLTAGE),
                1e-12);
        assertTrue(assumes(grouped, "Thousands separator"));
    }

    @Test
    void unitsInALineOfTheirOwn() throws IOException {
        Recording r =
                read("Sample A\ntime\tpotential\tcurrent\n(min)\t(mV)\t(uA)\n1\t2\t3\n2\t4\t5\n");
        assertArrayEquals(new double[] {60, 120}, si(r, QuantityKind.TIME));
        assertArrayEquals(new double[] {2e-3, 4e-3}, si(r, QuantityKind.POTENTIAL), 1e-18);
        assertArrayEquals(new double[] {3e-6, 5e-6}, si(r, QuantityKind.CURRENT), 1e-18);
    }

    @Test
    void namesWithBlanksBetweenBlanks() throws IOException {
        Recording r =
                read(
                        "Frequency (Hz)   Re(Z) (Ohm)   -Im(Z) (Ohm)\n"
                                + " 100  1.0  2.0\n"
                                + "  10  3.0  4.0\n"
                                + "   1  5.0  4.5\n");
        assertArrayEquals(new double[] {100, 10, 1}, si(r, QuantityKind.FREQUENCY));
        assertArrayEquals(new double[] {-2, -4, -4.5}, si(r, QuantityKind.IMPEDANCE_IMAGINARY));
    }

    @Test
    void remarksAboveAndWithin() throws IOException {
        Recording r =
                read(
                        "% operator: Ada\n"
                                + "% area = 0.785\n"
                                + "% t/s  E/V\n"
                                + "0 1\n"
                                + "1 2\n"
                                + "% paused\n"
                                + "2 3\n\n"
                                + "3 4\n");
        assertArrayEquals(new double[] {0, 1, 2, 3}, si(r, QuantityKind.TIME));
        assertArrayEquals(new double[] {1, 2, 3, 4}, si(r, QuantityKind.POTENTIAL));
        assertEquals("Ada", r.metadata().get("operator"));
        assertEquals(0.785, r.metadata().get("area"));
        assertEquals(List.of(), codes(r));
    }

    @Test
    void datesAndClocks() throws IOException {
        Recording r =
                read(
                        "Start of Test: 03/25/2021 14:05:01\n\n"
                                + "Test Time (h:mm:ss);Voltage (V);Date\n"
                                + "0d 00:00:01.50;3.1;25.03.2021 14:05:02\n"
                                + "1d 01:00:00;3.2;26.03.2021 15:05:01\n");
        assertArrayEquals(new double[] {1.5, 90000}, si(r, QuantityKind.TIME));
        assertEquals(Optional.of(LocalDateTime.of(2021, 3, 25, 14, 5, 1)), r.start());
        assertTrue(assumes(r, "hours, minutes and seconds"));
        assertEquals("26.03.2021 15:05:01", r.table().columns().get(2).text(1));
        Recording column =
                read("when,T (degC)\n2021-03-04T10:11:12+01:00,20\n2021-03-04T10:11:13+01:00,21\n");
        assertEquals(Optional.of(LocalDateTime.of(2021, 3, 4, 10, 11, 12)), column.start());
        assertEquals(Optional.of("+01:00"), column.zone());
        Recording open = read("Date: 03/04/2021 10:00\nt/s,E/V\n1,2\n2,3\n");
        assertTrue(assumes(open, "Day before month"));
    }

    @Test
    void aTableBelowALongPreface() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            text.append(i % 3 == 0 ? "step " + i + ", 1, 2\n" : "[limits 0 60 0 50]\n");
        }
        text.append("1,2,3,4\n2,3,4,5\n\nRun Time (h),Potential (V),Current (A)\n");
        for (int i = 0; i < 500; i++) {
            text.append(i).append(",3.5,").append(i % 2).append('\n');
        }
        Recording r = read(text.toString());
        assertEquals(500, r.table().rows());
        assertEquals(3600, si(r, QuantityKind.TIME)[1]);
    }

    @Test
    void moreWordsThanRows() throws IOException {
        Recording r = read("a,b\n1,2\n2,3\n" + "the cells are at rest\n".repeat(5) + "4,5\n");
        assertEquals(3, r.table().rows());
        Problem doubt = r.problems().getLast();
        assertEquals("text.table.doubtful", doubt.code());
        assertEquals(Severity.ERROR, doubt.severity());
        assertEquals("line 4", doubt.place());
    }

    @Test
    void namesWithoutRows() throws IOException {
        MemorySource file = MemorySource.of("a.txt", "time/s\tEwe/V\t<I>/mA\t");
        assertEquals(Sniff.Certainty.PERHAPS, importer().sniff(file.head()).certainty());
        Recording r = read(file);
        assertEquals(0, r.table().rows());
        assertEquals(3, r.table().columns().size());
        assertEquals(List.of("rows.empty"), codes(r));
    }

    @Test
    void damagedRows() throws IOException {
        Recording r =
                read(
                        "t/s,E/V,I/A\n0,1,2\n1,1,2\n2,1,2\n3,1,2\n4,1\n5,x,3\nlost,in,space\n"
                                + "6,1,2,9\n7,1,2\n8,1");
        assertArrayEquals(new double[] {0, 1, 2, 3, 4, 5, 6, 7}, si(r, QuantityKind.TIME));
        assertArrayEquals(
                new double[] {1, 1, 1, 1, 1, Double.NaN, 1, 1}, si(r, QuantityKind.POTENTIAL));
        assertArrayEquals(
                new double[] {2, 2, 2, 2, Double.NaN, 3, 2, 2}, si(r, QuantityKind.CURRENT));
        assertEquals(
                List.of(
                        "text.values.strange",
                        "text.rows.short",
                        "text.rows.long",
                        "text.lines.strange",
                        "text.row.cut"),
                codes(r));
        assertEquals("line 7", r.problems().getFirst().place());
        assertEquals("line 11", r.problems().getLast().place());
    }

    @Test
    void techniques() throws IOException {
        assertEquals(Technique.CV, read(sweep(200, 400)).technique());
        assertEquals(Technique.LSV, read(sweep(400, 400)).technique());
        StringBuilder steady = new StringBuilder("time/s,Ewe/V,I/mA\n");
        StringBuilder decay = new StringBuilder("time/s,Ewe/V,I/mA\n");
        for (int i = 0; i < 50; i++) {
            steady.append(i).append(',').append(3 + Math.sqrt(i)).append(",2.5\n");
            decay.append(i).append(",0.5,").append(1 / (1.0 + i)).append('\n');
        }
        assertEquals(Technique.CP, read(steady.toString()).technique());
        Recording ca = read(decay.toString());
        assertEquals(Technique.CA, ca.technique());
        assertTrue(assumes(ca, "Technique ca assumed"));
        assertEquals(
                Technique.CYCLING,
                read("Time (s),Voltage (V),Current (A),Charge Capacity (Ah)\n0,3,1,0\n1,3,1,1e-3\n")
                        .technique());
        assertEquals(Technique.OTHER, read("a,b\n1,2\n3,4\n").technique());
    }

    private static String sweep(int turn, int points) {
        StringBuilder text = new StringBuilder("E/V;i/uA\n");
        for (int i = 0; i < points; i++) {
            double e = 1e-3 * (i < turn ? i : 2 * turn - i);
            text.append(String.format(Locale.ROOT, "%.4f;%.3f%n", e, Math.sin(0.1 * i)));
        }
        return text.toString();
    }

    @Test
    void theUserOverrides() throws IOException {
        Recording mapped =
                read(
                        "a;b;c;d\n1;2;3;4\n10;2;3;4\n",
                        Map.of(
                                "columns",
                                "frequency:kHz, impedance real:ohm, -impedance imaginary:mOhm,"
                                        + " skip"));
        assertEquals(Technique.EIS, mapped.technique());
        assertArrayEquals(new double[] {1000, 10000}, si(mapped, QuantityKind.FREQUENCY));
        assertArrayEquals(
                new double[] {-3e-3, -3e-3}, si(mapped, QuantityKind.IMPEDANCE_IMAGINARY), 1e-18);
        assertEquals(
                List.of("a", "b", "c"),
                mapped.table().columns().stream().map(c -> c.spec().vendorName()).toList());

        Recording points = read("t/s;E/V\n1,234;2,345\n", Map.of("decimal", "."));
        assertArrayEquals(new double[] {1234}, si(points, QuantityKind.TIME));
        Recording commas = read("t/s;E/V\n1,234;2,345\n", Map.of("decimal", ","));
        assertArrayEquals(new double[] {1.234}, si(commas, QuantityKind.TIME));

        Recording bare = read("1 2\n3 4\n5 6\n", Map.of("header", "1"));
        assertEquals(
                List.of("1", "2"),
                bare.table().columns().stream().map(c -> c.spec().vendorName()).toList());
        assertEquals(2, bare.table().rows());
        Recording unnamed = read("t/s E/V\n3 4\n5 6\n", Map.of("header", "none"));
        assertEquals("Column 1", unnamed.table().columns().getFirst().spec().vendorName());
        assertEquals(
                Technique.DPV, read("E/V,I/A\n1,2\n2,3\n", Map.of("technique", "dpv")).technique());
        Recording latin =
                read(
                        MemorySource.of(
                                        "a.csv",
                                        "T/\u00b0C;t/s\n20;1\n21;2\n"
                                                .getBytes(StandardCharsets.ISO_8859_1))
                                .with(Map.of("encoding", "ISO-8859-1")));
        assertArrayEquals(new double[] {293.15, 294.15}, si(latin, QuantityKind.TEMPERATURE));
    }

    @Test
    void optionsNotUnderstood() {
        for (Map<String, String> options :
                List.of(
                        Map.of("columns", "frequenzy"),
                        Map.of("columns", "frequency:ohm"),
                        Map.of("header", "99"),
                        Map.of("encoding", "klingon"))) {
            FormatException e =
                    assertThrows(FormatException.class, () -> read("a,b\n1,2\n", options));
            String option = options.keySet().iterator().next();
            assertTrue(e.getMessage().contains(option.substring(0, 6)), e.getMessage());
        }
        FormatException none =
                assertThrows(FormatException.class, () -> read("Dear all,\n\nyours\n"));
        assertTrue(none.getMessage().contains("expected a table of numbers"), none.getMessage());
    }

    @Test
    void neverCertain() {
        for (MemorySource file : fixtures()) {
            assertEquals(Sniff.Certainty.PERHAPS, importer().sniff(file.head()).certainty());
        }
        for (String text :
                List.of(
                        "Dear all,\nthe cells are ready.\n",
                        "{\"a\": [\n1, 2,\n3, 4,\n5, 6]}",
                        "<Application>\n1,2\n3,4\n5,6\n",
                        "<xml>1</xml>\n",
                        "42\n43\n44\n",
                        "1,2\u0001\n3,4\n")) {
            assertEquals(
                    Sniff.Certainty.NO,
                    importer().sniff(MemorySource.of("a.csv", text).head()).certainty(),
                    text);
        }
    }

    @Test
    void manyRowsInBlocks() throws IOException {
        StringBuilder text = new StringBuilder("t/s,Ewe/V,I/mA,x\n");
        int n = 50_000;
        for (int i = 0; i < n; i++) {
            text.append(i).append(',').append(i % 7).append(".5,-").append(i % 11).append(",0\n");
        }
        Recording r = read(text.toString());
        assertEquals(n, r.table().rows());
        Column x = r.table().column(QuantityKind.CURRENT).orElseThrow();
        double[] values = new double[n];
        x.copy(0, values, 0, n);
        double sum = 0;
        double expected = 0;
        for (int i = 0; i < n; i++) {
            sum += values[i] * (i + 1);
            expected -= (i % 11) * (i + 1.0);
        }
        assertEquals(expected, sum);
    }

    /** Time, voltage and current as a Japanese and a Chinese program name them. */
    @Test
    void headingsOfEastAsia() throws IOException {
        Map<String, String> heads =
                Map.of(
                        "Shift_JIS", "\u6642\u9593(s),\u96fb\u5727(V),\u96fb\u6d41(mA)",
                        "GBK", "\u65f6\u95f4(s),\u7535\u538b(V),\u7535\u6d41(mA)");
        for (Map.Entry<String, String> head : heads.entrySet()) {
            byte[] bytes =
                    (head.getValue() + "\n0,3.5,1\n1,3.6,2\n2,3.7,3\n")
                            .getBytes(Charset.forName(head.getKey()));
            Recording r =
                    RecordedSink.read(importer(), MemorySource.of("a.csv", bytes))
                            .recordings()
                            .getFirst();
            assertArrayEquals(new double[] {0, 1, 2}, r.si(QuantityKind.TIME).orElseThrow());
            assertEquals(3.7, r.si(QuantityKind.CELL_VOLTAGE).orElseThrow()[2]);
            assertEquals(0.003, r.si(QuantityKind.CURRENT).orElseThrow()[2]);
            assertTrue(r.assumptions().toString().contains(head.getKey()), head.getKey());
        }
    }
}
