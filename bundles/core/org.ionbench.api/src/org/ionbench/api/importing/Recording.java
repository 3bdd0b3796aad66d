// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.importing;

import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.Column;
import org.ionbench.api.table.Table;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An immutable recording: what was measured, by what, when and under which conditions. The id is
 * the project's (12 characters), or the recording's name outside a project.
 */
public final class Recording {
    private final Builder b;

    private Recording(Builder b) {
        this.b = b;
    }

    /** Starts a recording of a technique over a table. */
    public static Builder of(String name, Technique technique, Table table) {
        return new Builder(name, technique, table);
    }

    /** A builder that starts from this recording. */
    public Builder change() {
        return new Builder(b);
    }

    public String id() {
        return b.id;
    }

    public String name() {
        return b.name;
    }

    public Technique technique() {
        return b.technique;
    }

    public Table table() {
        return b.table;
    }

    /** The instrument as the file names it; empty where it does not. */
    public String instrument() {
        return b.instrument;
    }

    public Optional<LocalDateTime> start() {
        return b.start;
    }

    public Optional<String> zone() {
        return b.zone;
    }

    /** The zone's offset from UTC, written or assumed; empty where it is not known. */
    public Optional<ZoneOffset> offset() {
        return b.zone.flatMap(
                text -> {
                    try {
                        return Optional.of(ZoneOffset.of(text.replace("assumed", "").strip()));
                    } catch (DateTimeException e) {
                        return Optional.empty();
                    }
                });
    }

    public boolean isCalibrated() {
        return b.calibrated;
    }

    /** What the file says, under the vendor's names, in its order. */
    public Map<String, Object> metadata() {
        return Collections.unmodifiableMap(b.metadata);
    }

    public List<String> assumptions() {
        return List.copyOf(b.assumptions);
    }

    public List<String> changes() {
        return List.copyOf(b.changes);
    }

    public List<Problem> problems() {
        return List.copyOf(b.problems);
    }

    /**
     * The temperature of the measurement in K: that of the sample where known, else of the oven,
     * else the set one.
     */
    public Optional<Quantity> temperature() {
        for (String kind : List.of("sample temperature", "oven temperature", "set temperature")) {
            Quantity q = b.conditions.get(kind);
            if (q != null) {
                return Optional.of(q);
            }
        }
        return Optional.empty();
    }

    /**
     * Conditions by name: {@code "set temperature"}, {@code "oven temperature"}, {@code "sample
     * temperature"}, {@code "pressure"} and others.
     */
    public Map<String, Quantity> conditions() {
        return Collections.unmodifiableMap(b.conditions);
    }

    /** The first column of a kind in canonical SI, as a new array. */
    public Optional<double[]> si(QuantityKind kind) {
        return b.table.column(kind).map(Column::si);
    }

    /** Collects what is known about a recording. */
    public static final class Builder {
        private final String name;
        private Technique technique;
        private Table table;
        private String id;
        private String instrument = "";
        private Optional<LocalDateTime> start = Optional.empty();
        private Optional<String> zone = Optional.empty();
        private boolean calibrated = true;
        private final Map<String, Object> metadata = new LinkedHashMap<>();
        private final List<String> assumptions = new ArrayList<>();
        private final List<String> changes = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private final Map<String, Quantity> conditions = new LinkedHashMap<>();

        private Builder(String name, Technique technique, Table table) {
            this.name = name;
            this.id = name;
            this.technique = technique;
            this.table = table;
        }

        private Builder(Builder other) {
            this(other.name, other.technique, other.table);
            id = other.id;
            instrument = other.instrument;
            start = other.start;
            zone = other.zone;
            calibrated = other.calibrated;
            metadata.putAll(other.metadata);
            assumptions.addAll(other.assumptions);
            changes.addAll(other.changes);
            problems.addAll(other.problems);
            conditions.putAll(other.conditions);
        }

        public Builder id(String value) {
            id = value;
            return this;
        }

        public Builder table(Table value) {
            table = value;
            return this;
        }

        public Builder technique(Technique value) {
            technique = value;
            return this;
        }

        public Builder instrument(String value) {
            instrument = value;
            return this;
        }

        public Builder start(LocalDateTime value) {
            start = Optional.of(value);
            return this;
        }

        public Builder zone(String value) {
            zone = Optional.of(value);
            return this;
        }

        public Builder calibrated(boolean value) {
            calibrated = value;
            return this;
        }

        public Builder metadata(String key, Object value) {
            metadata.put(key, value);
            return this;
        }

        public Builder assumption(String sentence) {
            assumptions.add(sentence);
            return this;
        }

        public Builder change(String sentence) {
            changes.add(sentence);
            return this;
        }

        public Builder problem(Problem problem) {
            problems.add(problem);
            return this;
        }

        /** Adds a condition such as {@code "set temperature"}. */
        public Builder condition(String key, Quantity value) {
            conditions.put(key, value);
            return this;
        }

        public Recording build() {
            return new Recording(new Builder(this));
        }
    }
}
