// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.runs;

import org.ionbench.analysis.eis.conduction.ArrheniusAnalysis;
import org.ionbench.analysis.eis.conduction.ConductivityAnalysis;
import org.ionbench.analysis.eis.elements.Capacitor;
import org.ionbench.analysis.eis.elements.ConstantPhase;
import org.ionbench.analysis.eis.elements.Inductor;
import org.ionbench.analysis.eis.elements.Resistor;
import org.ionbench.analysis.eis.fitting.FitAnalysis;
import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Context;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.analysis.Need;
import org.ionbench.api.circuit.Element;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.Report;
import org.ionbench.api.table.ArrayTable;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.engine.catalog.Catalog;
import org.ionbench.engine.catalog.Contribution;
import org.ionbench.engine.session.Incoming;
import org.ionbench.engine.session.Session;
import org.ionbench.engine.session.Template;
import org.ionbench.model.tables.StoredTable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * A project with spectra of a simulated pellet, written from the equations and not with the
 * product's circuits, and a catalog that counts how often each analysis ran.
 */
public final class Lab {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
    static final double BOLTZMANN = 8.617333e-5;
    static final double ENERGY = 0.424;
    static final String FIT = FitAnalysis.ID;
    public static final String CONDUCTIVITY = ConductivityAnalysis.ID;
    public static final String ARRHENIUS = ArrheniusAnalysis.ID;
    public static final Map<String, String> CIRCUIT = Map.of("circuit", "R0-p(R1,C1)-CPE1");

    private Lab() {}

    // ---- the catalog

    /** How often each analysis ran, by its id. */
    public static final class Counts {
        private final Map<String, Integer> counts = new ConcurrentHashMap<>();

        void add(String id) {
            counts.merge(id, 1, Integer::sum);
        }

        int of(String id) {
            return counts.getOrDefault(id, 0);
        }

        int all() {
            return counts.values().stream().mapToInt(i -> i).sum();
        }
    }

    private record Counted<S extends Record>(String id, Analysis<S> analysis, Counts counts)
            implements Analysis<S> {
        @Override
        public Class<S> settings() {
            return analysis.settings();
        }

        @Override
        public Need need() {
            return analysis.need();
        }

        @Override
        public Optional<String> obstacle(Inputs inputs) {
            return analysis.obstacle(inputs);
        }

        @Override
        public Report run(Context context, S settings) throws AnalysisException {
            counts.add(id);
            return analysis.run(context, settings);
        }

        @Override
        public Map<String, String> migrate(Map<String, String> stored, int fromRevision) {
            return analysis.migrate(stored, fromRevision);
        }
    }

    static Contribution<Analysis<?>> contribution(String id, Analysis<?> analysis, Counts counts) {
        return contribution(id, 1, analysis, counts);
    }

    static Contribution<Analysis<?>> contribution(
            String id, int revision, Analysis<?> analysis, Counts counts) {
        return Contribution.of(id, revision, counted(id, analysis, counts));
    }

    private static <S extends Record> Analysis<?> counted(
            String id, Analysis<S> analysis, Counts counts) {
        return new Counted<>(id, analysis, counts);
    }

    /** The impedance analyses and circuit elements. */
    public static Catalog.Builder impedance(Counts counts) {
        Catalog.Builder b = Catalog.builder();
        b.analysis(contribution(FIT, new FitAnalysis(), counts));
        b.analysis(contribution(CONDUCTIVITY, new ConductivityAnalysis(), counts));
        b.analysis(contribution(ARRHENIUS, new ArrheniusAnalysis(), counts));
        for (Element e :
                List.of(new Resistor(), new Capacitor(), new Inductor(), new ConstantPhase())) {
            b.element(Contribution.of(e.symbol(), e));
        }
        return b;
    }

    // ---- the project

    public static Session project(Path folder) throws IOException {
        return Session.create(folder, Template.EMPTY, Runnable::run, CLOCK);
    }

    public static Session open(Path folder) throws IOException {
        return Session.open(folder, Runnable::run, CLOCK);
    }

    static Session open(Path folder, Executor owner) throws IOException {
        return Session.open(folder, owner, CLOCK);
    }

    /** A cell of 0.32 mm and 10 mm with spectra at these temperatures; gives its id. */
    public static String pellet(Session session, String name, double... celsius)
            throws IOException {
        String cell = session.cell(name);
        session.set(cell, "thickness", "0.32 +- 0.01 mm");
        session.set(cell, "diameter", "10 mm");
        for (double t : celsius) {
            take(session, spectrum(name + " " + t, t), Optional.of(cell));
        }
        return cell;
    }

    /** Takes a recording that was made in memory into the project; gives its id. */
    static String take(Session session, Recording recording, Optional<String> cell)
            throws IOException {
        Path file = Files.createTempFile("ionbench", ".txt");
        try {
            Files.writeString(file, recording.name() + file);
            Incoming incoming =
                    new Incoming(
                            file, StoredTable.hash(file), "test.importer", 3, List.of(recording));
            return session.importFile(incoming, cell, Progress.NONE).recordings().getFirst();
        } finally {
            Files.delete(file);
        }
    }

    /** The true conductivity in S/cm. */
    static double sigma(double kelvin) {
        return 2.94e-4
                * 303.15
                / kelvin
                * Math.exp(-ENERGY / BOLTZMANN * (1 / kelvin - 1 / 303.15));
    }

    /** A pellet between blocking electrodes: R || C in series with 1/(Q (jw)^n) and a lead. */
    static Recording spectrum(String name, double celsius) {
        double kelvin = celsius + 273.15;
        double area = Math.PI / 4;
        double r = 0.032 / (sigma(kelvin) * area);
        double c = 1e-9;
        Random random = new Random(Double.hashCode(celsius));
        int n = 41;
        double[] f = new double[n];
        double[] re = new double[n];
        double[] im = new double[n];
        for (int i = 0; i < n; i++) {
            f[i] = 1e6 * Math.pow(1e-5, i / (n - 1.0));
            double w = 2 * Math.PI * f[i];
            double x = w * r * c;
            double tail = 1 / (1e-5 * Math.pow(w, 0.9));
            re[i] = 0.35 + r / (1 + x * x) + tail * Math.cos(Math.PI / 2 * 0.9);
            im[i] = -r * x / (1 + x * x) - tail * Math.sin(Math.PI / 2 * 0.9);
            double noise = 5e-4 * Math.hypot(re[i], im[i]);
            re[i] += noise * random.nextGaussian();
            im[i] += noise * random.nextGaussian();
        }
        return Recording.of(
                        name,
                        Technique.EIS,
                        ArrayTable.rows(n)
                                .column(ColumnSpec.of("f").as(QuantityKind.FREQUENCY, "Hz"), f)
                                .column(
                                        ColumnSpec.of("re").as(QuantityKind.IMPEDANCE_REAL, "ohm"),
                                        re)
                                .column(
                                        ColumnSpec.of("im")
                                                .as(QuantityKind.IMPEDANCE_IMAGINARY, "ohm"),
                                        im)
                                .build())
                .condition("set temperature", Quantity.of("temperature", "T", kelvin, Unit.of("K")))
                .build();
    }

    // ---- what came of it

    static double value(Runs runs, String runId, String name) {
        return quantity(runs, runId, name).value();
    }

    static Quantity quantity(Runs runs, String runId, String name) {
        return runs.report(runId).orElseThrow().quantities().stream()
                .filter(q -> q.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    public static List<String> ids(Session session, String analysis) {
        List<String> ids = new ArrayList<>();
        session.outline().runs().stream()
                .filter(r -> r.analysis().equals(analysis))
                .forEach(r -> ids.add(r.id()));
        return ids;
    }
}
