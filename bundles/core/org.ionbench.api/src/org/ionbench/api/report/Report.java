// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.report;

import org.ionbench.api.plot.Plot;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.Quantity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Ordered findings of one run. Immutable. */
public final class Report {
    private final List<Finding> findings;

    private Report(List<Finding> findings) {
        this.findings = List.copyOf(findings);
    }

    public static Report of(List<Finding> findings) {
        return new Report(findings);
    }

    public static Builder builder() {
        return new Builder();
    }

    public List<Finding> findings() {
        return findings;
    }

    public List<Quantity> quantities() {
        return findings.stream()
                .filter(Finding.Measured.class::isInstance)
                .map(f -> ((Finding.Measured) f).quantity())
                .toList();
    }

    /** The first quantity with this {@linkplain Quantity#key() key}. */
    public Optional<Quantity> quantity(String key) {
        return quantities().stream().filter(q -> q.key().equals(key)).findFirst();
    }

    public List<Fit> fits() {
        return findings.stream()
                .filter(Finding.Fitted.class::isInstance)
                .map(f -> ((Finding.Fitted) f).fit())
                .toList();
    }

    public List<Plot> plots() {
        return findings.stream()
                .filter(Finding.Drawn.class::isInstance)
                .map(f -> ((Finding.Drawn) f).plot())
                .toList();
    }

    /** The plot with this id, be it one that stands on the right of another. */
    public Optional<Plot> plot(String id) {
        return plots().stream()
                .flatMap(p -> Stream.concat(Stream.of(p), p.right().stream()))
                .filter(p -> p.id().equals(id))
                .findFirst();
    }

    public List<DataTable> tables() {
        return findings.stream()
                .filter(Finding.Tabulated.class::isInstance)
                .map(f -> ((Finding.Tabulated) f).table())
                .toList();
    }

    public List<Problem> problems() {
        return findings.stream()
                .filter(Finding.Doubtful.class::isInstance)
                .map(f -> ((Finding.Doubtful) f).problem())
                .toList();
    }

    /** Collects findings in order. */
    public static final class Builder {
        private final List<Finding> findings = new ArrayList<>();

        private Builder() {}

        public Builder quantity(Quantity quantity) {
            findings.add(new Finding.Measured(quantity));
            return this;
        }

        public Builder fit(Fit fit) {
            findings.add(new Finding.Fitted(fit));
            return this;
        }

        public Builder table(DataTable table) {
            findings.add(new Finding.Tabulated(table));
            return this;
        }

        public Builder plot(Plot plot) {
            findings.add(new Finding.Drawn(plot));
            return this;
        }

        public Builder text(String text) {
            findings.add(new Finding.Said(text));
            return this;
        }

        public Builder problem(Problem problem) {
            findings.add(new Finding.Doubtful(problem));
            return this;
        }

        public Report build() {
            return new Report(findings);
        }
    }
}
