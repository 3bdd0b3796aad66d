// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.importing;

import org.ionbench.api.importing.Head;
import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.problem.Reason;
import org.ionbench.api.progress.Progress;
import org.ionbench.engine.catalog.Catalog;
import org.ionbench.engine.catalog.Contribution;
import org.ionbench.engine.maps.ColumnMap;
import org.ionbench.engine.maps.ColumnMaps;
import org.ionbench.model.tables.StoredTable;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Detects and reads files. Stateless but for the catalog; several files may be read at once from
 * several threads.
 */
public final class FileReading {
    private final Catalog catalog;
    private final ColumnMaps maps;

    public FileReading(Catalog catalog) {
        this(catalog, ColumnMaps.none());
    }

    /**
     * @param maps what the columns of files with known headings are; such files are read so
     */
    public FileReading(Catalog catalog, ColumnMaps maps) {
        this.catalog = catalog;
        this.maps = maps;
    }

    /** What a file may be by its head, the surest importer first. */
    public Detection detect(Head head) {
        List<Detection.Candidate> candidates = new ArrayList<>();
        for (Contribution<Importer> c : catalog.importers()) {
            Sniff opinion = c.instance().map(i -> sniff(i, head)).orElse(Sniff.no("not usable"));
            if (opinion.certainty() != Sniff.Certainty.NO) {
                candidates.add(new Detection.Candidate(c, opinion));
            }
        }
        candidates.sort(
                Comparator.comparing((Detection.Candidate c) -> c.opinion().certainty())
                        .thenComparing(c -> matchesName(c.importer(), head.name()))
                        .reversed());
        return new Detection(candidates);
    }

    /**
     * Reads a file with the importer that is surest. Where one that was not certain finds that it
     * is not its format after all, the next one is asked. Never throws for what is in the file.
     *
     * @param options what the user overrides; {@code importer} names an importer by its id
     * @throws CancellationException if progress was cancelled
     */
    public ReadFile read(Path file, Map<String, String> options, Progress progress) {
        return read(file, "", options, progress);
    }

    /** As the other, of a file whose hash is known; empty where it is not. */
    ReadFile read(Path file, String hash, Map<String, String> options, Progress progress) {
        ReadFile plain = readPlain(file, hash, options, progress);
        if (maps.all().isEmpty() || options.containsKey(ColumnMap.OPTION)) {
            return plain;
        }
        ReadFile seen =
                options.isEmpty()
                        ? plain
                        : readPlain(file, plain.sha256(), Map.of(), progress.split(0));
        Optional<ColumnMap> map = maps.of(seen.recordings());
        return map.isEmpty()
                ? plain
                : mapped(
                        file,
                        plain.sha256(),
                        map.get(),
                        options,
                        "Columns read as the project's map for these headings says: "
                                + map.get()
                                + ".",
                        progress);
    }

    /**
     * Reads a file as a map says.
     *
     * @param assumption is recorded with what is read
     */
    public ReadFile mapped(
            Path file,
            String hash,
            ColumnMap map,
            Map<String, String> options,
            String assumption,
            Progress progress) {
        Map<String, String> all = new LinkedHashMap<>(map.options());
        all.putAll(options);
        ReadFile read = readPlain(file, hash, all, progress);
        return read.withRecordings(map.apply(read.recordings(), assumption));
    }

    private ReadFile readPlain(
            Path file, String hash, Map<String, String> options, Progress progress) {
        String sha256 = hash;
        long size = 0;
        try {
            if (Files.isDirectory(file)) {
                return unread(file, "", 0, "is a folder; name the files in it");
            }
            FileSource source = FileSource.of(file, options);
            size = source.size();
            sha256 = hash.isEmpty() ? StoredTable.hash(file) : hash;
            List<Detection.Candidate> candidates = candidates(source, options);
            Optional<ReadFile> refused = Optional.empty();
            for (Detection.Candidate candidate : candidates) {
                ReadFile read = read(source, sha256, candidate, progress);
                if (!read.isFailed() || !read.recordings().isEmpty()) {
                    return read;
                }
                refused = refused.or(() -> Optional.of(read));
                if (candidate.opinion().certainty() == Sniff.Certainty.CERTAIN) {
                    // A damaged file of a known format is refused, not read as something else.
                    break;
                }
            }
            return refused.isPresent()
                    ? refused.get()
                    : unread(
                            file,
                            sha256,
                            size,
                            size == 0
                                    ? "is empty"
                                    : "is of no format that an installed importer knows");
        } catch (NoSuchFileException e) {
            return unread(file, sha256, size, "is not there");
        } catch (AccessDeniedException e) {
            return unread(file, sha256, size, "may not be read");
        } catch (IllegalArgumentException e) {
            return unread(file, sha256, size, e.getMessage());
        } catch (IOException e) {
            return unread(file, sha256, size, "cannot be read: " + Reason.of(e));
        }
    }

    private List<Detection.Candidate> candidates(FileSource source, Map<String, String> options)
            throws IOException {
        String wanted = options.getOrDefault("importer", "");
        if (wanted.isEmpty()) {
            return detect(source.head()).candidates();
        }
        Contribution<Importer> chosen =
                catalog.importer(wanted)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "cannot be read by "
                                                        + wanted
                                                        + ": no such importer is installed"));
        return List.of(new Detection.Candidate(chosen, Sniff.certain("chosen")));
    }

    private static ReadFile read(
            FileSource source, String sha256, Detection.Candidate candidate, Progress progress) {
        Collected sink = new Collected();
        List<Problem> failure = new ArrayList<>();
        Contribution<Importer> by = candidate.importer();
        Importer importer = by.instance().orElseThrow();
        try {
            progress.task("Reading " + source.name(), source.size());
            importer.read(source, sink, progress);
        } catch (FormatException e) {
            failure.add(Problem.error("import.format", e.getMessage()).at(e.place()));
        } catch (IOException e) {
            failure.add(
                    Problem.error("import.io", source.name() + " cannot be read: " + Reason.of(e)));
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            failure.add(
                    Problem.error(
                                    "import.defect",
                                    "The importer "
                                            + by.id()
                                            + " failed on "
                                            + source.name()
                                            + ": "
                                            + e)
                            .mend("Please send this file to " + by.bundle() + "'s makers."));
        }
        List<Problem> problems = new ArrayList<>(sink.problems());
        problems.addAll(failure);
        return new ReadFile(
                source.path(),
                sha256,
                source.size(),
                Optional.of(by),
                candidate.opinion().certainty(),
                sink.recordings(),
                sink.suggestions(),
                problems);
    }

    /** An importer that throws on a head has no opinion worth hearing. */
    private static Sniff sniff(Importer importer, Head head) {
        try {
            return importer.sniff(head);
        } catch (RuntimeException e) {
            return Sniff.no("failed: " + e);
        }
    }

    private static boolean matchesName(Contribution<Importer> importer, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return importer.patterns().stream()
                .map(p -> p.toLowerCase(Locale.ROOT))
                .anyMatch(p -> p.startsWith("*") && lower.endsWith(p.substring(1)));
    }

    private static ReadFile unread(Path file, String sha256, long size, String why) {
        return new ReadFile(
                file,
                sha256,
                size,
                Optional.empty(),
                Sniff.Certainty.NO,
                List.of(),
                List.of(),
                List.of(Problem.error("import.unread", file.getFileName() + " " + why + ".")));
    }
}
