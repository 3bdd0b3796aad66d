// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.sampling;

import org.ionbench.api.plot.Points;
import org.ionbench.api.table.Column;
import org.ionbench.api.table.Table;

import java.util.Optional;
import java.util.function.Function;

/**
 * The points of a series in the units of its axes, wherever they are kept.
 *
 * @param x abscissae
 * @param y ordinates, as many
 */
public record Trace(Values x, Values y) {

    public Trace {
        if (x.size() != y.size()) {
            throw new IllegalArgumentException(x.size() + " x and " + y.size() + " y");
        }
    }

    public static Trace of(double[] x, double[] y) {
        return new Trace(Values.of(x), Values.of(y));
    }

    /**
     * The points of a plot's series.
     *
     * @param points as the plot names them
     * @param tables finds the table of a recording by the recording's id
     * @return empty if there is no such recording or it has no such columns
     */
    public static Optional<Trace> of(Points points, Function<String, Optional<Table>> tables) {
        return switch (points) {
            case Points.Inline p -> Optional.of(of(p.x(), p.y()));
            case Points.Columns c -> {
                Optional<Table> table = tables.apply(c.recording());
                Optional<Column> x = table.flatMap(t -> t.column(c.x()));
                Optional<Column> y = table.flatMap(t -> t.column(c.y()));
                yield x.isPresent() && y.isPresent()
                        ? Optional.of(
                                new Trace(
                                        Values.of(x.get(), c.xFactor()),
                                        Values.of(y.get(), c.yFactor())))
                        : Optional.empty();
            }
        };
    }

    public int size() {
        return x.size();
    }
}
