// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.charts;

import org.ionbench.api.plot.Axis;
import org.ionbench.api.plot.Plot;
import org.ionbench.api.plot.Points;
import org.ionbench.api.plot.Series;
import org.ionbench.api.quantity.Unit;
import org.ionbench.engine.plotting.AxisScale;
import org.ionbench.engine.plotting.PlotFrame;
import org.ionbench.engine.plotting.UnitText;
import org.ionbench.engine.sampling.Trace;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** What a plot says in words: over a point, to a screen reader, as a table on the clipboard. */
final class Words {
    private static final double KELVIN = 273.15;
    private static final int LONGEST = 100_000;

    private Words() {}

    /** A text of the interface. */
    static String text(String key, Object... arguments) {
        String pattern =
                ResourceBundle.getBundle(Words.class.getName(), Locale.ROOT).getString(key);
        return arguments.length == 0
                ? pattern
                : new MessageFormat(pattern, Locale.ROOT).format(arguments);
    }

    /**
     * What is known of a point, a line each.
     *
     * @param frame of its layer
     */
    static List<String> about(Picking.Hit hit, PlotFrame frame) {
        Series series = hit.layer().series();
        int index = hit.index();
        List<String> lines = new ArrayList<>();
        if (hit.layer().isData()) {
            String number = Integer.toString(hit.row() >= 0 ? hit.row() : index);
            lines.add(
                    series.name().isEmpty()
                            ? text("point", number)
                            : text("pointOf", series.name(), number));
        } else if (!series.name().isEmpty()) {
            lines.add(series.name());
        }
        lines.add(value(frame.x(), hit.x()));
        if (frame.x().axis().top() == Axis.Opposite.CELSIUS) {
            double kelvin = 1 / Unit.of(frame.x().axis().unit()).toSi(hit.x());
            lines.add("T  " + UnitText.of(kelvin - KELVIN, "degC", 4));
        }
        String y = value(frame.y(), hit.y());
        if (index < series.errors().length) {
            y += " \u00b1 " + UnitText.of(series.errors()[index], frame.y().axis().unit(), 2);
        }
        lines.add(y);
        if (index < series.labels().length) {
            lines.add(label(series.labelName(), series.labels()[index]));
        }
        return lines;
    }

    private static String value(AxisScale scale, double value) {
        return AxisScale.name(scale.axis()) + "  " + scale.text(value);
    }

    /** A label such as "Frequency / Hz" with its number. */
    private static String label(String name, double value) {
        int slash = name.lastIndexOf(" / ");
        if (slash < 0) {
            return name + "  " + UnitText.significant(value, 4);
        }
        String unit = name.substring(slash + 3);
        return name.substring(0, slash) + "  " + UnitText.of(value, unit, 4);
    }

    /** What a handle is and where it stands. */
    static String handle(Handles pair, boolean high, AxisScale scale) {
        double value = high ? pair.window().high() : pair.window().low();
        String at = Double.isInfinite(value) ? text("open") : scale.text(value);
        return pair.label().isEmpty() ? at : pair.label() + "  " + at;
    }

    /** The plot's name for a screen reader. */
    static String name(Plot plot) {
        return text("name", plot.title(), plot.y().quantity(), plot.x().quantity());
    }

    /** What a screen reader says of a plot. */
    static String description(Scene scene, PlotFrame frame) {
        StringBuilder s = new StringBuilder();
        for (Layer layer : scene.layers()) {
            if (layer.isData()) {
                s.append(text("series", layer.series().name(), layer.sampler().trace().size()));
                s.append(' ');
            }
        }
        return s.append(
                        text(
                                "range",
                                frame.x().text(frame.x().span().low()),
                                frame.x().text(frame.x().span().high()),
                                frame.y().text(frame.y().span().low()),
                                frame.y().text(frame.y().span().high())))
                .toString();
    }

    /** The data as tab-separated text, a block for each series. */
    static String table(Scene scene) {
        StringBuilder s = new StringBuilder();
        for (Layer layer : scene.layers()) {
            s.append(s.isEmpty() ? "" : "\n");
            Plot axes = layer.isRight() ? scene.plot().right().orElse(scene.plot()) : scene.plot();
            table(s, axes, layer);
        }
        return s.toString();
    }

    private static void table(StringBuilder s, Plot plot, Layer layer) {
        Series series = layer.series();
        Trace trace = layer.sampler().trace();
        boolean whole = trace.size() <= LONGEST;
        s.append(whole ? series.name() : text("thinned", series.name(), trace.size()));
        s.append('\n').append(heading(plot.x())).append('\t').append(heading(plot.y()));
        s.append(series.upper().length > 0 ? "\t" + text("upper", heading(plot.y())) : "");
        s.append(series.errors().length > 0 ? "\t" + text("error", heading(plot.y())) : "");
        s.append(series.labels().length > 0 ? "\t" + series.labelName() : "");
        s.append(layer.hasRows() ? "\t" + text("row") : "").append('\n');
        int n = whole ? trace.size() : layer.sample().size();
        for (int k = 0; k < n; k++) {
            int i = whole ? k : layer.sample().index()[k];
            if (i < 0) {
                continue;
            }
            s.append(trace.x().at(i)).append('\t').append(trace.y().at(i));
            cell(s, series.upper(), i);
            cell(s, series.errors(), i);
            cell(s, series.labels(), i);
            if (layer.hasRows()) {
                s.append('\t').append(layer.row(i));
            }
            s.append('\n');
        }
    }

    private static void cell(StringBuilder s, double[] column, int i) {
        if (column.length > 0) {
            s.append('\t').append(i < column.length ? Double.toString(column[i]) : "");
        }
    }

    private static String heading(Axis axis) {
        String unit = UnitText.of(axis.unit());
        return unit.isEmpty() ? axis.quantity() : axis.quantity() + " / " + unit;
    }

    /** What is missing of a plot that shows nothing, or how much is being read. */
    static String empty(Plot plot, boolean reading, long points) {
        if (reading) {
            return text("reading", points);
        }
        boolean columns =
                plot.series().stream().anyMatch(x -> x.points() instanceof Points.Columns);
        return text(columns ? "missing" : "empty");
    }
}
