// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli.files;

import org.ionbench.cli.Door;
import org.ionbench.cli.Exit;
import org.ionbench.cli.Verb;
import org.ionbench.cli.output.JsonDocument;
import org.ionbench.cli.output.TextTable;
import org.ionbench.engine.catalog.Catalog;
import org.ionbench.engine.catalog.Contribution;

import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

import java.util.List;
import java.util.Locale;

/** Lists what is installed and who contributes it. */
@Command(
        description =
                "Lists what is installed, with the bundle and the version that contributes it.")
public final class ListCommand extends Verb {

    /** What can be listed. */
    enum Kind {
        IMPORTERS,
        ANALYSES,
        ELEMENTS,
        EXPORTERS
    }

    /** Reads what is to be listed. */
    static final class Kinds implements ITypeConverter<Kind> {
        @Override
        public Kind convert(String word) {
            try {
                return Kind.valueOf(word.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(
                        "there are importers, analyses, elements and exporters to list, not \""
                                + word
                                + "\"");
            }
        }
    }

    @Parameters(
            paramLabel = "WHAT",
            converter = Kinds.class,
            description = "importers, analyses, elements or exporters.")
    private Kind kind;

    @Option(names = "--json", description = "Prints one JSON document.")
    private boolean json;

    public ListCommand(Door door) {
        super(door);
    }

    @Override
    public Integer call() {
        Catalog catalog = door().catalog();
        List<? extends Contribution<?>> all =
                switch (kind) {
                    case IMPORTERS -> catalog.importers();
                    case ANALYSES -> catalog.analyses();
                    case ELEMENTS -> catalog.elementContributions();
                    case EXPORTERS -> catalog.exporters();
                };
        if (json) {
            String member = kind.name().toLowerCase(Locale.ROOT);
            door().json(d -> d.object(() -> d.list(member, () -> all.forEach(c -> item(d, c)))));
        } else {
            TextTable table = new TextTable("", "Id", "Name", "Files", "Bundle", "Version");
            for (Contribution<?> c : all) {
                table.row(c.id(), name(c), String.join(" ", c.patterns()), c.bundle(), c.version());
            }
            door().out().print(table);
        }
        int unusable = 0;
        for (Contribution<?> c : all) {
            if (c.instance().isEmpty()) {
                c.failure().ifPresent(door()::say);
                unusable++;
            }
        }
        return unusable == 0 ? Exit.DONE : Exit.SOME_FAILED;
    }

    private void item(JsonDocument json, Contribution<?> c) {
        json.object(
                () -> {
                    json.put("id", c.id()).put("name", name(c));
                    json.put("bundle", c.bundle()).put("version", c.version());
                    json.put("revision", c.revision());
                    json.put("vendor", c.attribute("vendor"));
                    json.put("category", c.attribute("category"));
                    json.put("patterns", c.patterns());
                });
    }

    /** An element says itself what it is called. */
    private String name(Contribution<?> c) {
        return door().catalog()
                .elements()
                .symbol(c.id())
                .filter(e -> kind == Kind.ELEMENTS)
                .map(e -> e.label())
                .orElse(c.name());
    }
}
