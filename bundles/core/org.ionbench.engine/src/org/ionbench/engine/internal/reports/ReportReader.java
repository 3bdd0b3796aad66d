// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.internal.reports;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

import org.ionbench.api.plot.Axis;
import org.ionbench.api.plot.Plot;
import org.ionbench.api.plot.Points;
import org.ionbench.api.plot.Series;
import org.ionbench.api.problem.Change;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.problem.Severity;
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

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the findings that {@link ReportWriter} wrote. Names it does not know are passed over, so
 * that a later version may write more.
 *
 * <p>What is malformed raises an {@link IOException}, or one of gson's unchecked ones where a value
 * is of another type: whoever calls takes either for a damaged file.
 */
final class ReportReader {
    private static final double[] NO_NUMBERS = {};

    private final JsonReader in;

    ReportReader(JsonReader in) {
        this.in = in;
    }

    /** Reads an array of findings. */
    Report read() throws IOException {
        List<Finding> findings = new ArrayList<>();
        in.beginArray();
        while (in.hasNext()) {
            in.beginObject();
            while (in.hasNext()) {
                switch (in.nextName()) {
                    case "quantity" -> findings.add(new Finding.Measured(quantity()));
                    case "fit" -> findings.add(new Finding.Fitted(fit()));
                    case "table" -> findings.add(new Finding.Tabulated(table()));
                    case "plot" -> findings.add(new Finding.Drawn(plot()));
                    case "text" -> findings.add(new Finding.Said(in.nextString()));
                    case "problem" -> findings.add(new Finding.Doubtful(problem()));
                    default -> in.skipValue();
                }
            }
            in.endObject();
        }
        in.endArray();
        return Report.of(findings);
    }

    private Quantity quantity() throws IOException {
        String name = "";
        String symbol = "";
        double value = Double.NaN;
        Unit unit = Unit.ONE;
        Origin origin = Origin.DERIVED;
        Map<String, Double> contributions = Map.of();
        Map<String, String> conditions = new LinkedHashMap<>();
        Optional<Interval> interval = Optional.empty();
        Optional<String> key = Optional.empty();
        in.beginObject();
        while (in.hasNext()) {
            switch (in.nextName()) {
                case "name" -> name = in.nextString();
                case "symbol" -> symbol = in.nextString();
                case "value" -> value = number();
                case "unit" -> unit = unit();
                case "origin" -> origin = Origin.valueOf(in.nextString().toUpperCase(Locale.ROOT));
                case "contributions" -> contributions = namedNumbers();
                case "conditions" -> {
                    in.beginObject();
                    while (in.hasNext()) {
                        conditions.put(in.nextName(), in.nextString());
                    }
                    in.endObject();
                }
                case "interval95" -> interval = Optional.of(interval());
                case "key" -> key = Optional.of(in.nextString());
                default -> in.skipValue();
            }
        }
        in.endObject();
        Quantity q = Quantity.of(name, symbol, value, unit).withOrigin(origin);
        for (Map.Entry<String, Double> e : contributions.entrySet()) {
            q = q.withContribution(e.getKey(), e.getValue());
        }
        for (Map.Entry<String, String> e : conditions.entrySet()) {
            q = q.withCondition(e.getKey(), e.getValue());
        }
        if (interval.isPresent()) {
            q = q.withInterval95(interval.get());
        }
        return q.withKey(key.orElse(name));
    }

    private Unit unit() throws IOException {
        if (in.peek() == JsonToken.STRING) {
            String symbol = in.nextString();
            return Unit.parse(symbol)
                    .orElseThrow(() -> new IOException("there is no unit " + symbol));
        }
        String symbol = "";
        Dimension dimension = Dimension.NONE;
        double factor = 1;
        double offset = 0;
        in.beginObject();
        while (in.hasNext()) {
            switch (in.nextName()) {
                case "symbol" -> symbol = in.nextString();
                case "dimension" -> dimension = Dimension.valueOf(in.nextString());
                case "factor" -> factor = number();
                case "offset" -> offset = number();
                default -> in.skipValue();
            }
        }
        in.endObject();
        return new Unit(symbol, dimension, factor, offset);
    }

    private Fit fit() throws IOException {
        String model = "";
        String weight = "";
        int points = 0;
        List<Double> range = new ArrayList<>();
        boolean success = false;
        String message = "";
        int evaluations = 0;
        double chiSquare = Double.NaN;
        double reducedChiSquare = Double.NaN;
        double aic = Double.NaN;
        double bic = Double.NaN;
        List<FitParameter> parameters = new ArrayList<>();
        List<Fit.Correlation> correlations = new ArrayList<>();
        Map<String, Double> details = Map.of();
        in.beginObject();
        while (in.hasNext()) {
            switch (in.nextName()) {
                case "model" -> model = in.nextString();
                case "weight" -> weight = in.nextString();
                case "points" -> points = in.nextInt();
                case "range" -> Arrays.stream(numbers()).forEach(range::add);
                case "success" -> success = in.nextBoolean();
                case "message" -> message = in.nextString();
                case "evaluations" -> evaluations = in.nextInt();
                case "chiSquare" -> chiSquare = number();
                case "reducedChiSquare" -> reducedChiSquare = number();
                case "aic" -> aic = number();
                case "bic" -> bic = number();
                case "parameters" -> {
                    in.beginArray();
                    while (in.hasNext()) {
                        parameters.add(parameter());
                    }
                    in.endArray();
                }
                case "correlations" -> {
                    in.beginArray();
                    while (in.hasNext()) {
                        in.beginArray();
                        correlations.add(
                                new Fit.Correlation(in.nextString(), in.nextString(), number()));
                        in.endArray();
                    }
                    in.endArray();
                }
                case "details" -> details = namedNumbers();
                default -> in.skipValue();
            }
        }
        in.endObject();
        return new Fit(
                model,
                weight,
                points,
                range,
                success,
                message,
                evaluations,
                chiSquare,
                reducedChiSquare,
                aic,
                bic,
                parameters,
                correlations,
                details);
    }

    private FitParameter parameter() throws IOException {
        String name = "";
        double value = Double.NaN;
        String unit = "";
        double stderr = Double.NaN;
        Optional<Interval> ci95 = Optional.empty();
        boolean vary = false;
        double min = Double.NEGATIVE_INFINITY;
        double max = Double.POSITIVE_INFINITY;
        in.beginObject();
        while (in.hasNext()) {
            switch (in.nextName()) {
                case "name" -> name = in.nextString();
                case "value" -> value = number();
                case "unit" -> unit = in.nextString();
                case "stderr" -> stderr = number();
                case "ci95" -> ci95 = Optional.of(interval());
                case "vary" -> vary = in.nextBoolean();
                case "min" -> min = number();
                case "max" -> max = number();
                default -> in.skipValue();
            }
        }
        in.endObject();
        return new FitParameter(name, value, unit, stderr, ci95, vary, min, max);
    }

    private DataTable table() throws IOException {
        String title = "";
        List<String> headers = List.of();
        List<List<Object>> rows = new ArrayList<>();
        in.beginObject();
        while (in.hasNext()) {
            switch (in.nextName()) {
                case "title" -> title = in.nextString();
                case "headers" -> headers = texts();
                case "rows" -> {
                    in.beginArray();
                    while (in.hasNext()) {
                        rows.add(row());
                    }
                    in.endArray();
                }
                default -> in.skipValue();
            }
        }
        in.endObject();
        return new DataTable(title, headers, rows);
    }

    private List<Object> row() throws IOException {
        List<Object> row = new ArrayList<>();
        in.beginArray();
        while (in.hasNext()) {
            switch (in.peek()) {
                case NUMBER -> row.add(number());
                case BEGIN_ARRAY -> {
                    in.beginArray();
                    row.add(number());
                    in.endArray();
                }
                default -> row.add(in.nextString());
            }
        }
        in.endArray();
        return row;
    }

    private Plot plot() throws IOException {
        String id = "";
        String title = "";
        Axis x = Axis.linear("", "", "1");
        Axis y = x;
        List<Series> series = new ArrayList<>();
        boolean equalAspect = false;
        Optional<Plot> right = Optional.empty();
        in.beginObject();
        while (in.hasNext()) {
            switch (in.nextName()) {
                case "id" -> id = in.nextString();
                case "title" -> title = in.nextString();
                case "x" -> x = axis();
                case "y" -> y = axis();
                case "series" -> {
                    in.beginArray();
                    while (in.hasNext()) {
                        series.add(series());
                    }
                    in.endArray();
                }
                case "equalAspect" -> equalAspect = in.nextBoolean();
                case "right" -> right = Optional.of(plot());
                default -> in.skipValue();
            }
        }
        in.endObject();
        return new Plot(id, title, x, y, series, equalAspect, right);
    }

    private Axis axis() throws IOException {
        String id = "";
        String quantity = "";
        String unit = "1";
        Axis.Scale scale = Axis.Scale.LINEAR;
        Axis.Opposite top = Axis.Opposite.NONE;
        in.beginObject();
        while (in.hasNext()) {
            switch (in.nextName()) {
                case "id" -> id = in.nextString();
                case "quantity" -> quantity = in.nextString();
                case "unit" -> unit = in.nextString();
                case "scale" -> scale = Axis.Scale.valueOf(in.nextString());
                case "top" -> top = Axis.Opposite.valueOf(in.nextString());
                default -> in.skipValue();
            }
        }
        in.endObject();
        return new Axis(id, quantity, unit, scale, top);
    }

    private Series series() throws IOException {
        String name = "";
        Series.Role role = Series.Role.MEASURED;
        int group = 0;
        double[] x = NO_NUMBERS;
        double[] y = NO_NUMBERS;
        Optional<Points> columns = Optional.empty();
        double[] upper = NO_NUMBERS;
        double[] errors = NO_NUMBERS;
        int[] rows = {};
        double[] labels = NO_NUMBERS;
        String labelName = "";
        in.beginObject();
        while (in.hasNext()) {
            switch (in.nextName()) {
                case "name" -> name = in.nextString();
                case "role" -> role = Series.Role.valueOf(in.nextString());
                case "group" -> group = in.nextInt();
                case "x" -> x = numbers();
                case "y" -> y = numbers();
                case "columns" -> columns = Optional.of(columns());
                case "upper" -> upper = numbers();
                case "errors" -> errors = numbers();
                case "rows" -> rows = wholeNumbers();
                case "labels" -> labels = numbers();
                case "labelName" -> labelName = in.nextString();
                default -> in.skipValue();
            }
        }
        in.endObject();
        Points points = columns.isPresent() ? columns.get() : new Points.Inline(x, y);
        return new Series(name, role, group, points, upper, errors, rows, labels, labelName);
    }

    private Points columns() throws IOException {
        String recording = "";
        String x = "";
        String y = "";
        double xFactor = 1;
        double yFactor = 1;
        in.beginObject();
        while (in.hasNext()) {
            switch (in.nextName()) {
                case "recording" -> recording = in.nextString();
                case "x" -> x = in.nextString();
                case "y" -> y = in.nextString();
                case "xFactor" -> xFactor = number();
                case "yFactor" -> yFactor = number();
                default -> in.skipValue();
            }
        }
        in.endObject();
        return new Points.Columns(recording, x, y, xFactor, yFactor);
    }

    private Problem problem() throws IOException {
        String code = "";
        Severity severity = Severity.WARNING;
        String message = "";
        List<String> arguments = List.of();
        String place = "";
        String mend = "";
        List<Change> changes = new ArrayList<>();
        in.beginObject();
        while (in.hasNext()) {
            switch (in.nextName()) {
                case "code" -> code = in.nextString();
                case "severity" ->
                        severity = Severity.valueOf(in.nextString().toUpperCase(Locale.ROOT));
                case "message" -> message = in.nextString();
                case "arguments" -> arguments = texts();
                case "place" -> place = in.nextString();
                case "mend" -> mend = in.nextString();
                case "changes" -> {
                    in.beginArray();
                    while (in.hasNext()) {
                        changes.add(change());
                    }
                    in.endArray();
                }
                default -> in.skipValue();
            }
        }
        in.endObject();
        return Problem.of(code, severity, message)
                .with(arguments.toArray())
                .at(place)
                .mend(mend)
                .mendedBy(changes);
    }

    private Change change() throws IOException {
        String id = "";
        String name = "";
        String key = "";
        String text = "";
        in.beginObject();
        while (in.hasNext()) {
            switch (in.nextName()) {
                case "id" -> id = in.nextString();
                case "name" -> name = in.nextString();
                case "key" -> key = in.nextString();
                case "text" -> text = in.nextString();
                default -> in.skipValue();
            }
        }
        in.endObject();
        return new Change(id, name, key, text);
    }

    // ---- parts

    private Interval interval() throws IOException {
        double[] bounds = numbers();
        if (bounds.length != 2 || !(bounds[0] <= bounds[1])) {
            throw new IOException("not an interval: " + Arrays.toString(bounds));
        }
        return new Interval(bounds[0], bounds[1]);
    }

    private List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>();
        in.beginArray();
        while (in.hasNext()) {
            texts.add(in.nextString());
        }
        in.endArray();
        return texts;
    }

    private Map<String, Double> namedNumbers() throws IOException {
        Map<String, Double> numbers = new LinkedHashMap<>();
        in.beginObject();
        while (in.hasNext()) {
            numbers.put(in.nextName(), number());
        }
        in.endObject();
        return numbers;
    }

    private double[] numbers() throws IOException {
        double[] numbers = new double[16];
        int count = 0;
        in.beginArray();
        while (in.hasNext()) {
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * count);
            }
            numbers[count++] = number();
        }
        in.endArray();
        return Arrays.copyOf(numbers, count);
    }

    private int[] wholeNumbers() throws IOException {
        return Arrays.stream(numbers()).mapToInt(x -> (int) x).toArray();
    }

    /** A number, or one of the texts that stand for what JSON has no number for. */
    private double number() throws IOException {
        return Double.parseDouble(in.nextString());
    }
}
