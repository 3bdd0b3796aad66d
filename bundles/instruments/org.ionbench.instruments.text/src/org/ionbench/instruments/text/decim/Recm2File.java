// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.text.decim;

import org.ionbench.api.importing.Source;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.progress.Progress;
import org.ionbench.formats.Lines;
import org.ionbench.formats.Numbers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sections of a result file, each as it is written. */
final class Recm2File {
    static final String FIRST = ">CIRCUIT DEFINITION";

    private static final Pattern PARAMETER =
            Pattern.compile(
                    "\\s*([A-Za-z]\\d{1,6}):\\s*(\\S+)\\s*([^|\\s]*)\\s*\\|\\s*\\d+\\s*"
                            + "(?:\\|\\D*?\\s(\\S+)\\s*)?");
    private static final Pattern CUSTOM = Pattern.compile("CUSTOM MODEL:\\s*(\\S+)\\s*(.*)");

    /**
     * A parameter of the fit.
     *
     * @param value its value
     * @param unit the unit as DECiM writes it
     * @param deviation its standard deviation, where the file has one
     */
    record Parameter(double value, String unit, OptionalDouble deviation) {}

    /** Rows of frequency in Hz, Re Z and Im Z in ohm. */
    static final class Curve {
        private final List<double[]> rows = new ArrayList<>();
        private Optional<List<String>> names = Optional.empty();

        int size() {
            return rows.size();
        }

        double[] row(int i) {
            return rows.get(i);
        }

        /** The names of the three columns as written. */
        List<String> names() {
            return names.orElse(List.of("Frequency (Hz)", "Re(Z) / Ohm", "Im(Z) / Ohm"));
        }
    }

    private String circuit = "";
    private String model = "";
    private boolean deviating;
    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private final Map<String, String> statistics = new LinkedHashMap<>();
    private final Curve data = new Curve();
    private final Curve fit = new Curve();
    private final List<Problem> problems = new ArrayList<>();

    private Recm2File() {}

    /**
     * Reads a file.
     *
     * @throws FormatException if it holds no circuit definition
     */
    static Recm2File read(Source source, Progress progress) throws IOException {
        Recm2File file = new Recm2File();
        String section = "";
        try (Lines lines = Lines.of(source, progress)) {
            while (lines.next()) {
                String line = lines.text().strip();
                if (line.startsWith(">")) {
                    section = line;
                } else if (!line.isEmpty()) {
                    file.take(section, line, lines.place());
                }
            }
        }
        progress.checkCancelled();
        if (file.circuit.isEmpty()) {
            throw new FormatException(
                    source.name(),
                    "",
                    "expected a circuit under " + FIRST + ", found none: it is no file of DECiM");
        }
        return file;
    }

    /** The circuit in DECiM's letters. */
    String circuit() {
        return circuit;
    }

    /** The name of the user's own model; empty where the circuit was fitted. */
    String model() {
        return model;
    }

    /** Whether it has room for standard deviations, as since version 1.4. */
    boolean hasDeviations() {
        return deviating;
    }

    Map<String, Parameter> parameters() {
        return parameters;
    }

    Map<String, String> statistics() {
        return statistics;
    }

    Curve data() {
        return data;
    }

    Curve fit() {
        return fit;
    }

    List<Problem> problems() {
        return problems;
    }

    private void take(String section, String line, String place) {
        switch (section) {
            case FIRST -> circuit(line);
            case ">MODEL PARAMETERS" -> parameter(line, place);
            case ">STATISTICAL DATA" -> {
                int colon = line.indexOf(':');
                if (colon > 0) {
                    statistics.put(line.substring(0, colon), line.substring(colon + 1).strip());
                }
            }
            case ">IMPEDANCE DATA" -> row(data, line, place);
            case ">IMPEDANCE FIT" -> row(fit, line, place);
            default -> {}
        }
    }

    private void circuit(String line) {
        if (!circuit.isEmpty()) {
            return;
        }
        Matcher custom = CUSTOM.matcher(line);
        circuit = custom.matches() ? custom.group(1) : line;
        model = custom.matches() ? custom.group(2) : "";
    }

    private void parameter(String line, String place) {
        Matcher m = PARAMETER.matcher(line);
        OptionalDouble value =
                m.matches() ? Numbers.plain().parse(m.group(2)) : OptionalDouble.empty();
        if (value.isEmpty()) {
            problems.add(
                    Problem.warning(
                                    "recm2.parameter",
                                    "This line should hold a parameter, its value, unit and"
                                            + " index, and was left out: "
                                            + line)
                            .with(line)
                            .at(place));
            return;
        }
        deviating |= m.group(4) != null;
        OptionalDouble deviation =
                m.group(4) == null ? OptionalDouble.empty() : Numbers.plain().parse(m.group(4));
        boolean known = deviation.isPresent() && Double.isFinite(deviation.getAsDouble());
        parameters.put(
                m.group(1),
                new Parameter(
                        value.getAsDouble(),
                        m.group(3),
                        known ? deviation : OptionalDouble.empty()));
    }

    private void row(Curve curve, String line, String place) {
        String[] fields = line.split(",", -1);
        double[] row = new double[3];
        boolean whole = fields.length == 3;
        for (int i = 0; whole && i < 3; i++) {
            OptionalDouble value = Numbers.plain().parse(fields[i]);
            whole = value.isPresent();
            row[i] = value.orElse(Double.NaN);
        }
        if (whole) {
            curve.rows.add(row);
        } else if (curve.names.isEmpty() && curve.rows.isEmpty() && fields.length == 3) {
            curve.names = Optional.of(List.of(fields).stream().map(String::strip).toList());
        } else {
            problems.add(
                    Problem.warning(
                                    "recm2.row",
                                    "This line should hold a frequency and two parts of an"
                                            + " impedance and was left out: "
                                            + line)
                            .with(line)
                            .at(place));
        }
    }
}
