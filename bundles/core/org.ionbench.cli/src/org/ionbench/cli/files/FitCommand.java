// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli.files;

import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Context;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.analysis.Settings;
import org.ionbench.api.analysis.Window;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.report.Fit;
import org.ionbench.api.report.Report;
import org.ionbench.cli.CannotGoOn;
import org.ionbench.cli.Door;
import org.ionbench.cli.Exit;
import org.ionbench.cli.Verb;
import org.ionbench.cli.output.ProblemText;
import org.ionbench.engine.catalog.Contribution;
import org.ionbench.engine.importing.FileReading;
import org.ionbench.engine.importing.ReadFile;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fits an equivalent circuit to an impedance spectrum. */
@Command(description = "Fits an equivalent circuit to an impedance spectrum.")
public final class FitCommand extends Verb {
    private static final String ANALYSIS = "org.ionbench.analysis.eis.fit";

    @Parameters(paramLabel = "FILE", description = "A file with an impedance spectrum.")
    private Path file;

    @Option(
            names = "--circuit",
            required = true,
            paramLabel = "CODE",
            description = "Such as R0-p(R1,CPE1)-W1, or R(RQ)W in Boukamp's form.")
    private String circuit;

    @Option(
            names = "--weight",
            paramLabel = "WEIGHT",
            description = "modulus (the default), unit, proportional or decim.")
    private String weight = "";

    @Option(
            names = "--range",
            paramLabel = "LO:HI",
            description = "Only frequencies from LO to HI Hz are fitted.")
    private String range = "";

    @Option(
            names = "--guess",
            paramLabel = "NAME=VALUE,...",
            description = "Start values, such as R1.R=100,CPE1.n=0.9.")
    private List<String> guess = List.of();

    @Option(
            names = "--fix",
            paramLabel = "NAME,...",
            description = "Parameters that are held, such as CPE1.n, or CPE1.n=1.")
    private List<String> fix = List.of();

    @Option(
            names = "--free",
            paramLabel = "NAME,...",
            description = "Parameters that are fitted although they are usually held.")
    private List<String> free = List.of();

    @Option(
            names = "--recording",
            paramLabel = "N",
            description = "The N-th recording of the file; otherwise its first spectrum.")
    private Integer number;

    @Option(names = "--json", description = "Prints one JSON document.")
    private boolean json;

    public FitCommand(Door door) {
        super(door);
    }

    @Override
    public Integer call() throws CannotGoOn, AnalysisException {
        Contribution<Analysis<?>> fitting =
                door().catalog()
                        .analysis(ANALYSIS)
                        .orElseThrow(
                                () ->
                                        new CannotGoOn(
                                                "Circuit fits are not installed: no plug-in"
                                                        + " contributes "
                                                        + ANALYSIS));
        Analysis<?> analysis =
                fitting.instance()
                        .orElseThrow(() -> new CannotGoOn(fitting.failure().orElse(ANALYSIS)));
        FitResult result = fit(analysis);
        if (json) {
            door().json(result::write);
        } else {
            result.print(door().out());
        }
        Fit fit = result.fit();
        if (!fit.success()) {
            door().say(file + ": the fit did not converge: " + fit.message());
        }
        return fit.success() ? Exit.DONE : Exit.SOME_FAILED;
    }

    private <S extends Record> FitResult fit(Analysis<S> analysis)
            throws CannotGoOn, AnalysisException {
        S settings = settings(analysis.settings());
        Recording recording = spectrum(analysis);
        Report report =
                analysis.run(
                        new Context(
                                "fit",
                                Inputs.of(recording),
                                door().catalog().elements(),
                                door().progress()),
                        settings);
        List<Problem> problems = new ArrayList<>(recording.problems());
        problems.addAll(report.problems());
        return new FitResult(file, recording.name(), report.fits().getFirst(), problems);
    }

    /** What the options say; what cannot be read is wrong usage, whatever the file holds. */
    private <S extends Record> S settings(Class<S> kind) {
        Map<String, String> text = new LinkedHashMap<>();
        text.put("circuit", circuit);
        put(text, "weight", weight.isEmpty() ? List.of() : List.of(weight));
        put(text, "range", range.isEmpty() ? List.of() : List.of(window()));
        try {
            ParameterNames names = ParameterNames.of(circuit, door().catalog().elements());
            put(text, "guess", names.full("--guess", guess, ParameterNames.Value.NEEDED));
            put(text, "fix", names.full("--fix", fix, ParameterNames.Value.ALLOWED));
            put(text, "free", names.full("--free", free, ParameterNames.Value.NONE));
            return Settings.read(kind, text);
        } catch (FormatException | IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
    }

    private String window() {
        try {
            return Window.parse(range).toString();
        } catch (IllegalArgumentException e) {
            throw wrong("--range: " + e.getMessage());
        }
    }

    private static void put(Map<String, String> settings, String key, List<String> values) {
        if (!values.isEmpty()) {
            settings.put(key, String.join(",", values));
        }
    }

    private Recording spectrum(Analysis<?> analysis) throws CannotGoOn {
        ReadFile read = new FileReading(door().catalog()).read(file, Map.of(), door().progress());
        if (read.recordings().isEmpty()) {
            throw new CannotGoOn(
                    read.error()
                            .map(p -> ProblemText.failure(file, p))
                            .orElse(file + " holds no recording"));
        }
        read.error().ifPresent(p -> door().say(ProblemText.failure(file, p)));
        List<Recording> all = read.recordings();
        if (number != null) {
            if (number < 1 || number > all.size()) {
                throw wrong(
                        "--recording takes a number from 1 to "
                                + all.size()
                                + " for "
                                + file
                                + ", not "
                                + number);
            }
            Recording chosen = all.get(number - 1);
            String obstacle = analysis.obstacle(Inputs.of(chosen)).orElse("");
            if (!obstacle.isEmpty()) {
                throw new CannotGoOn(file + ", recording " + number + ": " + obstacle);
            }
            return chosen;
        }
        List<Recording> spectra =
                all.stream().filter(r -> analysis.obstacle(Inputs.of(r)).isEmpty()).toList();
        if (spectra.isEmpty()) {
            throw new CannotGoOn(file + " holds no impedance spectrum");
        }
        if (spectra.size() > 1) {
            door().say(
                            file
                                    + " holds "
                                    + spectra.size()
                                    + " spectra; the first is fitted, --recording chooses"
                                    + " another.");
        }
        return spectra.getFirst();
    }
}
