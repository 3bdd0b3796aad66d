// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.catalog;

import org.eclipse.core.runtime.IExtensionRegistry;
import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.circuit.Element;
import org.ionbench.api.circuit.Elements;
import org.ionbench.api.exporting.Exporter;
import org.ionbench.api.importing.Importer;
import org.ionbench.api.problem.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything that is installed. Immutable; safe to use from any thread. */
public final class Catalog {
    private final List<Contribution<Importer>> importers;
    private final List<Contribution<Analysis<?>>> analyses;
    private final List<Contribution<Exporter>> exporters;
    private final List<Contribution<Element>> elementContributions;
    private final List<Problem> problems;
    private Optional<Elements> elements = Optional.empty();

    private Catalog(Builder b) {
        importers = List.copyOf(b.importers);
        analyses = List.copyOf(b.analyses);
        exporters = List.copyOf(b.exporters);
        elementContributions = List.copyOf(b.elements);
        problems = List.copyOf(b.problems);
    }

    /** What the bundles of a running platform contribute. */
    public static Catalog of(IExtensionRegistry registry) {
        return new Declarations(registry, Declarations::versionInOsgi).catalog();
    }

    /** What the jars and folders of the class path contribute, without OSGi. */
    public static Catalog ofClassPath() {
        ClassPathRegistry registry = ClassPathRegistry.open();
        return new Declarations(registry.registry(), registry::version)
                .catalog(registry.problems());
    }

    /** Starts a catalog that is filled by hand. */
    public static Builder builder() {
        return new Builder();
    }

    public List<Contribution<Importer>> importers() {
        return importers;
    }

    public List<Contribution<Analysis<?>>> analyses() {
        return analyses;
    }

    public List<Contribution<Exporter>> exporters() {
        return exporters;
    }

    public List<Contribution<Element>> elementContributions() {
        return elementContributions;
    }

    /** The circuit elements that can be used. */
    public synchronized Elements elements() {
        if (elements.isEmpty()) {
            elements =
                    Optional.of(
                            Elements.of(
                                    elementContributions.stream()
                                            .flatMap(c -> c.instance().stream())
                                            .toList()));
        }
        return elements.get();
    }

    public Optional<Contribution<Importer>> importer(String id) {
        return find(importers, id);
    }

    public Optional<Contribution<Analysis<?>>> analysis(String id) {
        return find(analyses, id);
    }

    public Optional<Contribution<Exporter>> exporter(String id) {
        return find(exporters, id);
    }

    /** Declarations that could not be read, such as a second contribution of one id. */
    public List<Problem> problems() {
        return problems;
    }

    private static <T> Optional<Contribution<T>> find(List<Contribution<T>> all, String id) {
        return all.stream().filter(c -> c.id().equals(id)).findFirst();
    }

    /** Collects contributions; of two with one id the first counts. */
    public static final class Builder {
        private final List<Contribution<Importer>> importers = new ArrayList<>();
        private final List<Contribution<Analysis<?>>> analyses = new ArrayList<>();
        private final List<Contribution<Exporter>> exporters = new ArrayList<>();
        private final List<Contribution<Element>> elements = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();

        private Builder() {}

        public Builder importer(Contribution<Importer> c) {
            return add(importers, c);
        }

        public Builder analysis(Contribution<Analysis<?>> c) {
            return add(analyses, c);
        }

        public Builder exporter(Contribution<Exporter> c) {
            return add(exporters, c);
        }

        public Builder element(Contribution<Element> c) {
            return add(elements, c);
        }

        Builder problem(Problem problem) {
            problems.add(problem);
            return this;
        }

        private <T> Builder add(List<Contribution<T>> all, Contribution<T> c) {
            Optional<Contribution<T>> first = find(all, c.id());
            if (first.isPresent()) {
                problems.add(
                        Problem.warning(
                                "catalog.twice",
                                c.id()
                                        + " is contributed by "
                                        + first.get().bundle()
                                        + " and again by "
                                        + c.bundle()
                                        + "; the first is used."));
            } else {
                all.add(c);
            }
            return this;
        }

        public Catalog build() {
            return new Catalog(this);
        }
    }
}
