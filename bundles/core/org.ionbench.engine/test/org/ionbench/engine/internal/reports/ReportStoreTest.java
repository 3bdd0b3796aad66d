// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.internal.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.plot.Axis;
import org.ionbench.api.plot.Plot;
import org.ionbench.api.plot.Points;
import org.ionbench.api.plot.Series;
import org.ionbench.api.problem.Change;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.Dimension;
import org.ionbench.api.quantity.Interval;
import org.ionbench.api.quantity.Origin;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.DataTable;
import org.ionbench.api.report.Finding;
import org.ionbench.api.report.Fit;
import org.ionbench.api.report.FitParameter;
import org.ionbench.api.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reports go to disk and come back to the last bit, of every kind, with every odd number. */
class ReportStoreTest {
    private static final double[] ODD = {
        0.0,
        -0.0,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        Double.MIN_NORMAL,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        Math.nextUp(1.0),
        0.1 + 0.2,
        1 / 3.0,
        1e22,
        9007199254740993.0,
        123456789,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY
    };

    @TempDir Path folder;

    private ReportStore store() {
        return new ReportStore(folder, true, "elements");
    }

    private Report throughDisk(Report report) {
        store().put("k", "run", new Outcome.Done(report));
        return ((Outcome.Done) store().find("k").orElseThrow()).report();
    }

    private static void same(double a, double b) {
        assertEquals(Double.doubleToLongBits(a), Double.doubleToLongBits(b), a + " and " + b);
    }

    @Test
    void quantities() {
        Unit strange = new Unit("furlong", Dimension.LENGTH, 201.168, 0.25);
        for (Unit unit :
                List.of(Unit.of("S/cm"), Unit.of("degC"), Unit.of("mAh/g"), Unit.ONE, strange)) {
            for (double x : ODD) {
                Quantity q =
                        Quantity.of("conductivity \u03c3 \"x\"\n", "\u03c3", x, unit)
                                .withOrigin(Origin.ASSUMED)
                                .withContribution("cell:A/thickness", -1e-320)
                                .withContribution("run:B/R1.R", Double.POSITIVE_INFINITY)
                                .withCondition("temperature", 333.15)
                                .withCondition("", "")
                                .withInterval95(new Interval(-Double.MAX_VALUE, 1 / 3.0))
                                .withKey("key/1");
                Quantity back = throughDisk(of(q)).quantities().getFirst();
                assertEquals(q.name(), back.name());
                assertEquals(q.symbol(), back.symbol());
                same(q.value(), back.value());
                assertEquals(q.unit(), back.unit());
                assertEquals(q.origin(), back.origin());
                assertEquals(q.contributions(), back.contributions());
                assertEquals(
                        List.copyOf(q.conditions().entrySet()),
                        List.copyOf(back.conditions().entrySet()));
                assertTrue(back.hasOwnInterval());
                assertEquals(q.interval95(), back.interval95());
                assertEquals(q.key(), back.key());
            }
        }
        Quantity bare = Quantity.of("a", "a", 1, Unit.ONE).withContribution("s", 0.5);
        assertFalse(throughDisk(of(bare)).quantities().getFirst().hasOwnInterval());
    }

    private static Report of(Quantity q) {
        return Report.builder().quantity(q).build();
    }

    @Test
    void fits() {
        for (double x : ODD) {
            Fit fit =
                    new Fit(
                            "R0-p(R1,C1)",
                            "modulus",
                            61,
                            List.of(x, 1e6),
                            true,
                            "done",
                            Integer.MAX_VALUE,
                            x,
                            1 / 3.0,
                            -1e-300,
                            x,
                            List.of(
                                    new FitParameter(
                                            "R1.R",
                                            x,
                                            "ohm",
                                            Double.NaN,
                                            Optional.empty(),
                                            false,
                                            Double.NEGATIVE_INFINITY,
                                            Double.POSITIVE_INFINITY),
                                    new FitParameter(
                                            "C1.C",
                                            1e-9,
                                            "F",
                                            1e-12,
                                            Optional.of(
                                                    new Interval(1e-10, Double.POSITIVE_INFINITY)),
                                            true,
                                            0,
                                            1)),
                            List.of(new Fit.Correlation("R1.R", "C1.C", -0.1 - 0.2)),
                            Map.of("starts", x));
            assertEquals(fit, throughDisk(Report.builder().fit(fit).build()).fits().getFirst());
        }
    }

    @Test
    void tables() {
        List<Object> numbers =
                java.util.Arrays.stream(ODD).mapToObj(x -> (Object) Double.valueOf(x)).toList();
        DataTable table =
                new DataTable(
                        "T",
                        List.of("a / \u03a9", "b"),
                        List.of(
                                numbers,
                                List.of("NaN", "Infinity", "1.0", "", "null", "\u2028"),
                                List.of()));
        assertEquals(table, throughDisk(Report.builder().table(table).build()).tables().getFirst());
    }

    @Test
    void plots() {
        Series inline =
                Series.measured("m", 3, ODD, ODD.clone())
                        .withErrors(ODD)
                        .withRows(new int[] {0, Integer.MAX_VALUE, -1})
                        .withLabels("Frequency / Hz", ODD);
        Series band = Series.band("b", 0, ODD, ODD, ODD);
        Series columns = Series.curve("c", -1, new Points.Columns("id", "t", "E", -1e-3, 1 / 3.0));
        Plot plot =
                Plot.of(
                                "nyquist",
                                "title",
                                Axis.linear("re", "Re Z", "ohm"),
                                Axis.logarithmic("im", "\u2212Im Z", "ohm").withCelsius(),
                                List.of(
                                        inline,
                                        band,
                                        columns,
                                        Series.fit("f", 1, ODD, ODD),
                                        Series.excluded("e", 1, new double[0], new double[0])))
                        .withEqualAspect();
        assertEquals(plot, throughDisk(Report.builder().plot(plot).build()).plots().getFirst());
    }

    @Test
    void textsAndProblemsInTheirOrder() {
        Report report =
                Report.builder()
                        .text("first \u00e4 \ud83d\ude00 \u0000")
                        .problem(
                                Problem.error("a.b", "Bad.")
                                        .at("line 3")
                                        .mend("Mend it.")
                                        .mendedBy(List.of(new Change("c1", "cell", "mass", "2 mg")))
                                        .with(1.5, "two"))
                        .problem(Problem.info("", ""))
                        .text("")
                        .build();
        Report back = throughDisk(report);
        assertEquals(4, back.findings().size());
        assertEquals(report.findings().get(0), back.findings().get(0));
        assertEquals(report.findings().get(3), back.findings().get(3));
        for (int i = 0; i < 2; i++) {
            Problem a = report.problems().get(i);
            Problem b = back.problems().get(i);
            assertEquals(a.toString(), b.toString());
            assertEquals(a.code(), b.code());
            assertEquals(a.severity(), b.severity());
            assertEquals(a.arguments(), b.arguments());
            assertEquals(a.changes(), b.changes());
        }
        assertEquals("mass", back.problems().getFirst().changes().getFirst().key());
        assertTrue(back.findings().get(1) instanceof Finding.Doubtful);
    }

    // ---- files

    @Test
    void aFailureIsKeptWhileTheSameElementsAreInstalled() {
        store().put("k", "run", new Outcome.Failed("No arc.", Optional.empty()));
        assertEquals(Optional.of(Optional.of("No arc.")), store().ending("k"));
        assertEquals(Optional.empty(), new ReportStore(folder, true, "more").ending("k"));
    }

    @Test
    void aDefectIsNotKept() {
        ReportStore first = store();
        first.put("k", "run", new Outcome.Failed("Broken.", Optional.of(new Error())));
        assertEquals(Optional.of(Optional.of("Broken.")), first.ending("k"));
        assertEquals(Optional.empty(), store().ending("k"));
    }

    @Test
    void aDamagedFileIsAsGoodAsNone() throws Exception {
        Report report = Report.builder().text("a long enough text").build();
        store().put("k", "run", new Outcome.Done(report));
        Path file = folder.resolve("k.json");
        byte[] whole = Files.readAllBytes(file);
        for (int n = 0; n < whole.length; n++) {
            Files.write(file, java.util.Arrays.copyOf(whole, n));
            assertEquals(Optional.empty(), store().find("k"), "cut to " + n);
        }
        Files.writeString(file, new String(whole, "UTF-8").replace("\"format\":1", "\"format\":2"));
        ReportStore later = store();
        assertEquals(Optional.empty(), later.find("k"));
        later.put("k", "run", new Outcome.Done(report));
        assertTrue(later.find("k").isPresent(), "written anew");
        assertTrue(store().find("k").isPresent());
    }

    @Test
    void theLastReportOfARunIsFoundWhateverTheDates() throws Exception {
        ReportStore first = store();
        for (int i = 0; i < 5; i++) {
            first.put("k" + i, i == 4 ? "b" : "a", new Outcome.Done(Report.builder().build()));
        }
        first.put("f", "a", new Outcome.Failed("No.", Optional.empty()));
        for (int i = 0; i < 5; i++) {
            Files.setLastModifiedTime(
                    folder.resolve("k" + i + ".json"),
                    java.nio.file.attribute.FileTime.fromMillis(1_000_000 - i));
        }
        ReportStore second = store();
        assertEquals(Optional.of("k3"), second.last("a"));
        assertEquals(Optional.of("k4"), second.last("b"));
        second.shown("a", "k1");
        assertEquals(Optional.of("k1"), second.last("a"));
        second.put("k5", "a", new Outcome.Done(Report.builder().build()));
        assertEquals(Optional.of("k5"), store().last("a"), "the count goes on");
    }

    @Test
    void whatCannotBeWrittenStaysInMemoryAndIsSaid() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        ReportStore broken = new ReportStore(file, true, "");
        broken.put("k", "run", new Outcome.Done(Report.builder().text("x").build()));
        assertTrue(broken.find("k").isPresent());
        assertTrue(broken.writeProblem().isPresent());
        ReportStore reading = new ReportStore(folder, false, "");
        reading.put("k", "run", new Outcome.Done(Report.builder().text("x").build()));
        assertTrue(reading.find("k").isPresent());
        assertEquals(Optional.empty(), reading.writeProblem());
        assertFalse(Files.exists(folder.resolve("k.json")));
    }
}
