// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.Table;
import org.ionbench.demo.dc.AnodicScan;
import org.ionbench.demo.dc.BlockedStep;
import org.ionbench.demo.dc.Meter;
import org.ionbench.demo.dc.Ramp;
import org.ionbench.demo.dc.Trace;
import org.ionbench.instruments.ametek.ParImporter;
import org.ionbench.testkit.MemorySource;
import org.ionbench.testkit.RecordedSink;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;

class ParFileTest {
    private static final LocalDateTime START = LocalDateTime.of(2025, 3, 4, 15, 7, 9);
    private static final Sweep SWEEP = new Sweep(1e6, 1, 61);

    private static RecordedSink read(ParFile file) throws IOException {
        return RecordedSink.read(new ParImporter(), MemorySource.of("a.par", file.bytes()));
    }

    /** Without noise the file holds what the equations give, to its seven digits. */
    @Test
    void holdsTheEquations() throws Exception {
        double energy = 0.424;
        double kelvin = 333.15;
        Pellet pellet = Pellet.of(Conduction.of(energy, 2.94e-4, 30), 0.32, 1e-9);
        Bench bench = new Bench(new Fixture(0.35, 0.6e-6), SWEEP, 0);
        ParFile file =
                ParFile.of("sample, 60 degC", START)
                        .electrode(pellet.area(), 50e-6)
                        .impedance(bench.measure(pellet, 60, 1), 0.020);
        Recording r = read(file).recordings().getFirst();
        double[] f = r.si(QuantityKind.FREQUENCY).orElseThrow();
        double[] re = r.si(QuantityKind.IMPEDANCE_REAL).orElseThrow();
        double[] im = r.si(QuantityKind.IMPEDANCE_IMAGINARY).orElseThrow();
        assertEquals(61, f.length);
        assertEquals(1e6, f[0]);
        assertEquals(1, f[60]);

        // written once more by hand, with conductivity in S/cm and lengths in cm
        double area = Math.PI / 4;
        double sigma =
                2.94e-4
                        * 303.15
                        / kelvin
                        * Math.exp(-energy / 8.617333262e-5 * (1 / kelvin - 1 / 303.15));
        double r0 = 0.032 / (sigma * area);
        double bulk = 0.7 * r0;
        double grain = 0.3 * r0;
        double c = 8.8541878128e-14 * 10 * area / 0.032;
        for (int i = 0; i < f.length; i++) {
            double w = 2 * Math.PI * f[i];
            double wb = w * bulk * c;
            double wg = w * grain * 1e-9;
            double tail = Math.pow(w, -0.9) / 1e-5;
            double wantedRe =
                    0.35
                            + bulk / (1 + wb * wb)
                            + grain / (1 + wg * wg)
                            + tail * Math.cos(0.45 * Math.PI);
            double wantedIm =
                    w * 0.6e-6
                            - bulk * wb / (1 + wb * wb)
                            - grain * wg / (1 + wg * wg)
                            - tail * Math.sin(0.45 * Math.PI);
            double digits = 1e-6 * Math.hypot(wantedRe, wantedIm);
            assertEquals(wantedRe, re[i], digits, "Re at " + f[i]);
            assertEquals(wantedIm, im[i], digits, "Im at " + f[i]);
        }
    }

    @Test
    void readsAsVersaStudioWouldWriteIt() throws Exception {
        Bench bench = new Bench(new Fixture(0.35, 0.6e-6), SWEEP, 0.002);
        byte[] bytes =
                ParFile.of("fixture with\nits rods shorted", START)
                        .electrode(0.785398e-4, 50e-6)
                        .impedance(bench.measureShort(1), 0.020)
                        .bytes();
        MemorySource source = MemorySource.of("a.par", bytes);
        assertEquals(Sniff.Certainty.CERTAIN, new ParImporter().sniff(source.head()).certainty());
        RecordedSink sink = RecordedSink.read(new ParImporter(), source);
        Recording r = sink.recordings().getFirst();
        assertEquals(1, sink.recordings().size());
        assertEquals(Technique.EIS, r.technique());
        assertEquals("Potentiostatic EIS", r.name());
        assertEquals("PMC-1000", r.instrument());
        assertEquals(START, r.start().orElseThrow());
        assertEquals(
                "Synthetic data written by Ionbench: fixture with its rods shorted",
                r.metadata().get("Comment"));
        assertEquals(0.785398, (Double) r.metadata().get("Working Electrode Area (cm2)"), 1e-7);
        assertEquals(0.05, r.metadata().get("Mass (g)"));
        assertEquals(List.of(), sink.problems());
        assertEquals(
                List.of("par.uncalibrated"), r.problems().stream().map(p -> p.code()).toList());
    }

    /** In real files Z is E / I of the same row. */
    @Test
    void currentFollowsFromTheImpedance() throws Exception {
        Pellet pellet = Pellet.of(Conduction.of(0.52, 1e-6, 60), 0.6, 2e-10);
        Bench bench = new Bench(new Fixture(0.35, 0.6e-6), SWEEP, 0.002);
        Table t =
                read(ParFile.of("", START).impedance(bench.measure(pellet, 30, 7), 0.020))
                        .recordings()
                        .getFirst()
                        .table();
        double[] er = column(t, "E Real");
        double[] ei = column(t, "E Imag");
        double[] ir = column(t, "I Real");
        double[] ii = column(t, "I Imag");
        double[] re = column(t, "Z Real");
        double[] im = column(t, "Z Imag");
        double[] time = column(t, "Elapsed Time(s)");
        for (int k = 0; k < er.length; k++) {
            double size = 0.020 * 1e-6;
            assertEquals(0.020, Math.hypot(er[k], ei[k]), size);
            assertEquals(er[k], re[k] * ir[k] - im[k] * ii[k], size);
            assertEquals(ei[k], re[k] * ii[k] + im[k] * ir[k], size);
            assertTrue(k == 0 || time[k] > time[k - 1]);
        }
    }

    /** Several actions stand in one file, each a recording of its own. */
    @Test
    void severalActions() throws Exception {
        Bench bench = new Bench(new Fixture(1, 1e-6), new Sweep(1e5, 10, 5), 0.001);
        RecordedSink sink =
                read(
                        ParFile.of("twice", START)
                                .impedance(bench.measureShort(1), 0.02)
                                .impedance(bench.measureShort(2), 0.01));
        assertEquals(2, sink.recordings().size());
        double[] amplitude = column(sink.recordings().get(1).table(), "AC Amplitude");
        assertEquals(5, amplitude.length);
        assertEquals(0.01, amplitude[0]);
    }

    /** A step and a scan stand beside a spectrum, in the layout of real files. */
    @Test
    void stepAndScan() throws Exception {
        BlockedStep step = new BlockedStep(0.5, 1e-5, 0.85, 0);
        Ramp ramp = new Ramp(1e-3, 0.01, 2.9, 4.5, 2.6, 2);
        AnodicScan scan = new AnodicScan(2e-8, 12e-6, 3.8, 0.02);
        Meter meter = new Meter(1e-4, 5e-9);
        ParFile file =
                ParFile.of("a step, a scan", START)
                        .chronoamperometry(step.record(0.5, 40, meter, 3), 0.5)
                        .voltammetry(scan.record(ramp, meter, 4), ramp);
        RecordedSink sink = read(file);
        assertEquals(List.of(), sink.problems());
        assertEquals(
                List.of(Technique.CA, Technique.CV),
                sink.recordings().stream().map(Recording::technique).toList());
        Recording ca = sink.recordings().getFirst();
        Trace truth = step.record(0.5, 40, meter, 3);
        double[] current = ca.si(QuantityKind.CURRENT).orElseThrow();
        double[] time = ca.si(QuantityKind.TIME).orElseThrow();
        for (int i = 0; i < 40; i++) {
            assertEquals(truth.current()[i], current[i], 1e-6 * Math.abs(truth.current()[i]));
            assertEquals(0.5 * (i + 1), time[i], 1e-6);
        }
        assertEquals(0.5, column(ca.table(), "E Applied(V)")[39]);
        assertEquals(3, column(ca.table(), "ActionId")[0]);
        assertTrue(ca.isCalibrated());
        Recording cv = sink.recordings().getLast();
        assertEquals(160 + 190 + 380 + 1, cv.table().rows());
        assertEquals(38, column(cv.table(), "ActionId")[0]);
        assertEquals(4.5, column(cv.table(), "E Applied(V)")[160]);
        assertEquals(2.6, column(cv.table(), "E Applied(V)")[350]);
        assertEquals(2.9, cv.si(QuantityKind.POTENTIAL).orElseThrow()[0], 1e-3);
        assertEquals(0.001, ((Number) cv.metadata().get("Scan Rate (V/s)")).doubleValue());
        // as many fields as names but the last, which stands for nothing
        String text = new String(file.bytes(), StandardCharsets.UTF_8);
        String names =
                text.lines().filter(l -> l.startsWith("Definition=")).findFirst().orElseThrow();
        text.lines()
                .filter(l -> l.startsWith("0,") || l.startsWith("1,"))
                .forEach(l -> assertEquals(names.split(",").length - 1, l.split(",").length));
    }

    @Test
    void numbers() {
        assertEquals("0", ParFile.number(-0.0));
        assertEquals("1000000", ParFile.number(1e6));
        assertEquals("1E+07", ParFile.number(1e7));
        assertEquals("77426.37", ParFile.number(77426.368268));
        assertEquals("-0.0001234568", ParFile.number(-1.23456789e-4));
        assertEquals("9.085761E-05", ParFile.number(9.085761e-5));
        assertEquals("-3.282372E-06", ParFile.number(-3.2823722e-6));
        assertEquals("100", ParFile.number(99.99999999));
    }

    /** A computer that writes commas, in Turkish, writes the same bytes. */
    @Test
    void locale() {
        Locale usual = Locale.getDefault();
        byte[] here = Twin.conduction().files().getFirst().bytes();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            byte[] there = Twin.conduction().files().getFirst().bytes();
            assertEquals(text(here), text(there));
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals(text(here), text(Twin.conduction().files().getFirst().bytes()));
        } finally {
            Locale.setDefault(usual);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static double[] column(Table table, String vendorName) {
        return table.column(vendorName).orElseThrow().si();
    }
}
