// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.catalog;

import org.eclipse.core.runtime.ContributorFactoryOSGi;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IContributor;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.circuit.Element;
import org.ionbench.api.exporting.Exporter;
import org.ionbench.api.importing.Importer;
import org.ionbench.api.problem.Problem;
import org.osgi.framework.Bundle;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads the declarations of the extension points into a catalog. */
final class Declarations {
    private static final String POINTS = "org.ionbench.api.";

    private final IExtensionRegistry registry;
    private final Function<IContributor, String> versions;
    private final Catalog.Builder builder = Catalog.builder();

    Declarations(IExtensionRegistry registry, Function<IContributor, String> versions) {
        this.registry = registry;
        this.versions = versions;
    }

    static String versionInOsgi(IContributor contributor) {
        Bundle bundle = ContributorFactoryOSGi.resolve(contributor);
        return bundle == null ? "" : bundle.getVersion().toString();
    }

    Catalog catalog() {
        return catalog(List.of());
    }

    Catalog catalog(List<Problem> problems) {
        problems.forEach(builder::problem);
        read("importers", "importer", "id", c -> builder.importer(contribution(c, Importer.class)));
        read("analyses", "analysis", "id", c -> builder.analysis(analysis(c)));
        read("exporters", "exporter", "id", c -> builder.exporter(contribution(c, Exporter.class)));
        read("elements", "element", "symbol", c -> builder.element(contribution(c, Element.class)));
        return builder.build();
    }

    private void read(
            String point, String name, String key, Consumer<IConfigurationElement> reader) {
        for (IConfigurationElement c : registry.getConfigurationElementsFor(POINTS + point)) {
            if (!c.getName().equals(name)) {
                continue;
            }
            if (c.getAttribute(key) == null || c.getAttribute("class") == null) {
                builder.problem(
                        Problem.warning(
                                "catalog.incomplete",
                                "A declaration of "
                                        + c.getContributor().getName()
                                        + " to "
                                        + POINTS
                                        + point
                                        + " lacks "
                                        + key
                                        + " or class and is passed over."));
                continue;
            }
            reader.accept(c);
        }
    }

    @SuppressWarnings("unchecked")
    private Contribution<Analysis<?>> analysis(IConfigurationElement c) {
        return contribution(c, (Class<Analysis<?>>) (Class<?>) Analysis.class);
    }

    private <T> Contribution<T> contribution(IConfigurationElement c, Class<T> type) {
        Map<String, String> attributes = new HashMap<>();
        for (String key : c.getAttributeNames()) {
            attributes.put(key, c.getAttribute(key));
        }
        String id = Optional.ofNullable(attributes.get("id")).orElse(attributes.get("symbol"));
        return new Contribution<>(
                id,
                attributes.getOrDefault("name", id),
                c.getContributor().getName(),
                versions.apply(c.getContributor()),
                revision(attributes.get("revision")),
                attributes,
                Arrays.stream(c.getChildren("pattern"))
                        .flatMap(p -> Optional.ofNullable(p.getAttribute("value")).stream())
                        .toList(),
                () -> make(c, type));
    }

    private static <T> T make(IConfigurationElement c, Class<T> type) throws CoreException {
        Object made = c.createExecutableExtension("class");
        if (!type.isInstance(made)) {
            throw new IllegalStateException(
                    made.getClass().getName() + " is no " + type.getSimpleName());
        }
        return type.cast(made);
    }

    private static int revision(String text) {
        try {
            return text == null ? 1 : Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            return 1;
        }
    }
}
