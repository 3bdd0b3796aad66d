// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.internal.reports;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;

import org.ionbench.api.problem.Reason;
import org.ionbench.api.report.Report;
import org.ionbench.model.store.Durable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What was computed, by the key of all it was computed from: in memory, and as {@code KEY.json} in
 * the project's folder of reports where that can be written. Safe on any thread.
 *
 * <p>A file begins with its format, the run it was made for, a number that grows from report to
 * report, and the sentence of a failure if it is one; then come the findings. So a run that was
 * changed still finds the last report it had, also where version control gave all files one date.
 */
public final class ReportStore {
    private static final int FORMAT = 1;
    private static final String END = ".json";
    private static final Pattern FILE = Pattern.compile("[0-9a-z]+\\.json");
    private static final long LARGEST = 256L << 20;

    /** Reports nobody shows that are kept: an edit may be taken back by hand another day. */
    private static final int SPARE = 200;

    private final Path folder;
    private final boolean writable;
    private final String elements;
    private final Map<String, Head> heads = new HashMap<>();
    private final Map<String, Outcome> kept = new HashMap<>();
    private final Map<String, SoftReference<Outcome>> cached = new HashMap<>();
    private final Map<String, String> lastReports = new HashMap<>();
    private final Set<String> damaged = new HashSet<>();
    private Optional<String> writeProblem = Optional.empty();
    private final Object writing = new Object();
    private boolean scanned;
    private long sequence;

    /** How a report file begins. */
    private record Head(String run, long sequence, Optional<String> failure, String elements) {}

    private record Contents(Head head, Optional<Report> report) {}

    /**
     * The store of a project.
     *
     * @param folder where reports lie; may be missing
     * @param writable whether new ones are written there
     * @param elements a hash of the circuit elements that are installed: an analysis that failed
     *     with others may succeed with these
     */
    public ReportStore(Path folder, boolean writable, String elements) {
        this.folder = folder;
        this.writable = writable;
        this.elements = elements;
    }

    /**
     * How computing what has this key ended: empty if it never was, else the sentence of its
     * failure or none. Reads no report.
     */
    public synchronized Optional<Optional<String>> ending(String key) {
        Outcome known = kept.get(key);
        if (known != null) {
            return Optional.of(known.failure());
        }
        return head(key).map(Head::failure);
    }

    /** What came of computing what has this key. */
    public synchronized Optional<Outcome> find(String key) {
        Outcome known = kept.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        SoftReference<Outcome> reference = cached.get(key);
        Outcome remembered = reference == null ? null : reference.get();
        if (remembered != null) {
            return Optional.of(remembered);
        }
        if (head(key).isEmpty()) {
            return Optional.empty();
        }
        Optional<Outcome> read = read(key, true).flatMap(ReportStore::outcome);
        if (read.isEmpty()) {
            damaged.add(key);
            heads.remove(key);
        } else {
            cached.put(key, new SoftReference<>(read.get()));
        }
        return read;
    }

    private static Optional<Outcome> outcome(Contents contents) {
        if (contents.head.failure.isPresent()) {
            return Optional.of(new Outcome.Failed(contents.head.failure.get(), Optional.empty()));
        }
        return contents.report.map(Outcome.Done::new);
    }

    /** Keeps what came of computing a run; on disk when this returns, where that is possible. */
    public void put(String key, String run, Outcome outcome) {
        boolean lasting = !(outcome instanceof Outcome.Failed f && f.defect().isPresent());
        synchronized (this) {
            kept.put(key, outcome);
            if (outcome instanceof Outcome.Done) {
                lastReports.put(run, key);
            }
        }
        if (writable && lasting) {
            write(key, run, outcome);
        }
    }

    /** A run shows the report of this key: the last one it is known to have had. */
    public synchronized void shown(String run, String key) {
        lastReports.put(run, key);
    }

    /** The key of the last report a run had. */
    public synchronized Optional<String> last(String run) {
        String known = lastReports.get(run);
        if (known == null) {
            scan();
            known = lastReports.get(run);
        }
        return Optional.ofNullable(known).filter(key -> !damaged.contains(key));
    }

    /** One sentence if reports could not be written and are held in memory only. */
    public synchronized Optional<String> writeProblem() {
        return writeProblem;
    }

    /** Deletes files of reports that are neither wanted nor among the newest of the others. */
    public void tidy(Set<String> wanted) {
        synchronized (writing) {
            List<String> others = keys().stream().filter(k -> !wanted.contains(k)).toList();
            if (others.size() <= SPARE) {
                return;
            }
            others.stream()
                    .sorted(Comparator.comparingLong(this::sequenceOf))
                    .limit(others.size() - SPARE)
                    .forEach(this::delete);
        }
    }

    private synchronized long sequenceOf(String key) {
        return head(key).map(Head::sequence).orElse(-1L);
    }

    private synchronized void delete(String key) {
        try {
            Files.deleteIfExists(file(key));
        } catch (IOException e) {
            // It takes room and does no other harm.
            return;
        }
        heads.remove(key);
        cached.remove(key);
    }

    // ---- files

    /** The keys of all report files. */
    private List<String> keys() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(name -> FILE.matcher(name).matches())
                    .map(name -> name.substring(0, name.length() - END.length()))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            // Without the folder no earlier report is known, and all can be computed anew.
            return List.of();
        }
    }

    private Path file(String key) {
        return folder.resolve(key + END);
    }

    private Optional<Head> head(String key) {
        Head known = heads.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        if (damaged.contains(key) || !Files.isRegularFile(file(key))) {
            return Optional.empty();
        }
        Optional<Head> read =
                read(key, false)
                        .map(Contents::head)
                        .filter(h -> h.failure.isEmpty() || h.elements.equals(elements));
        read.ifPresentOrElse(h -> heads.put(key, h), () -> damaged.add(key));
        return read;
    }

    /** Finds out once which files belong to which run. */
    private void scan() {
        if (scanned) {
            return;
        }
        scanned = true;
        Map<String, Head> newest = new HashMap<>();
        Map<String, String> found = new HashMap<>();
        for (String key : keys()) {
            Optional<Head> head = head(key);
            if (head.isEmpty()) {
                continue;
            }
            sequence = Math.max(sequence, head.get().sequence);
            String run = head.get().run;
            if (head.get().failure.isEmpty()
                    && (!newest.containsKey(run)
                            || newest.get(run).sequence < head.get().sequence)) {
                newest.put(run, head.get());
                found.put(run, key);
            }
        }
        found.forEach(lastReports::putIfAbsent);
    }

    /** A file that is damaged or of a later version is as good as none: it is computed anew. */
    private Optional<Contents> read(String key, boolean whole) {
        Path file = file(key);
        try (BufferedReader text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                JsonReader in = new JsonReader(text)) {
            if (Files.size(file) > LARGEST) {
                return Optional.empty();
            }
            return contents(in, whole);
        } catch (IOException | IllegalStateException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Contents> contents(JsonReader in, boolean whole) throws IOException {
        String run = "";
        long number = 0;
        String elements = "";
        Optional<String> failure = Optional.empty();
        Optional<Report> report = Optional.empty();
        in.beginObject();
        boolean more = true;
        while (more && in.hasNext()) {
            switch (in.nextName()) {
                case "format" -> {
                    if (in.nextInt() != FORMAT) {
                        return Optional.empty();
                    }
                }
                case "run" -> run = in.nextString();
                case "sequence" -> number = in.nextLong();
                case "elements" -> elements = in.nextString();
                case "failure" -> failure = Optional.of(in.nextString());
                case "findings" -> {
                    if (whole) {
                        report = Optional.of(new ReportReader(in).read());
                    } else {
                        more = false;
                    }
                }
                default -> in.skipValue();
            }
        }
        if (more) {
            in.endObject();
            if (in.peek() != JsonToken.END_DOCUMENT) {
                return Optional.empty();
            }
        }
        return Optional.of(new Contents(new Head(run, number, failure, elements), report));
    }

    /** Others may ask while a file is written, but only one is written at a time. */
    private void write(String key, String run, Outcome outcome) {
        synchronized (writing) {
            Head head = next(run, outcome);
            Optional<String> problem = Optional.empty();
            try {
                Files.createDirectories(folder);
                Durable.write(file(key), bytes(head, outcome));
            } catch (IOException e) {
                problem =
                        Optional.of(
                                "Results could not be written to "
                                        + folder
                                        + " and are lost when the project is closed: "
                                        + Reason.of(e)
                                        + ".");
            }
            synchronized (this) {
                writeProblem = problem;
                if (problem.isEmpty()) {
                    damaged.remove(key);
                    heads.put(key, head);
                    cached.put(key, new SoftReference<>(outcome));
                    kept.remove(key);
                }
            }
        }
    }

    private synchronized Head next(String run, Outcome outcome) {
        scan();
        sequence++;
        return new Head(run, sequence, outcome.failure(), elements);
    }

    private static byte[] bytes(Head head, Outcome outcome) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonWriter out = new JsonWriter(text)) {
            out.beginObject();
            out.name("format").value(FORMAT);
            out.name("run").value(head.run);
            out.name("sequence").value(head.sequence);
            if (head.failure.isPresent()) {
                out.name("elements").value(head.elements);
                out.name("failure").value(head.failure.get());
            }
            if (outcome instanceof Outcome.Done(Report report)) {
                out.name("findings");
                new ReportWriter(out).write(report);
            }
            out.endObject();
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
