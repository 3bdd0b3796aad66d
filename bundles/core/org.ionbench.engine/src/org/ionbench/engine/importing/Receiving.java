// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.importing;

import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.table.ArrayTable;
import org.ionbench.engine.catalog.Catalog;
import org.ionbench.engine.maps.ColumnMaps;
import org.ionbench.engine.session.FileChangedException;
import org.ionbench.engine.session.Incoming;
import org.ionbench.engine.session.Session;
import org.ionbench.engine.session.Stored;
import org.ionbench.model.tables.StoredTable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Reads and stores files several at a time, in bounded memory: what was read is on disk before much
 * more is read. The project is not touched.
 */
final class Receiving {
    /** Units of progress of one file. */
    static final int UNITS = 100;

    private static final int MOST_WORKERS = 4;
    private static final long LOOK_EVERY_MS = 50;

    private final Session session;
    private final Catalog catalog;
    private final FileReading reading;
    private final Map<String, List<Session.Known>> known;
    private final Map<String, String> options;
    private final Set<String> claimed = ConcurrentHashMap.newKeySet();
    private final Queue<Stored> laidDown = new ConcurrentLinkedQueue<>();

    /**
     * @param known the recordings of files that the project has, by the hash of the file
     * @param options what the user overrides for every file
     */
    Receiving(
            Session session,
            Catalog catalog,
            Map<String, List<Session.Known>> known,
            Map<String, String> options) {
        this.session = session;
        this.catalog = catalog;
        this.known = known;
        this.options = options;
        reading = new FileReading(catalog, ColumnMaps.of(session.folder()));
    }

    /**
     * Receives files.
     *
     * @throws IOException if the project's folder cannot be written
     * @throws CancellationException if progress was cancelled
     */
    List<Arrival> receive(List<Path> files, Progress progress) throws IOException {
        progress.task("Importing", (long) files.size() * UNITS);
        if (files.size() == 1) {
            return List.of(receive(files.getFirst(), progress.split(UNITS)));
        }
        int workers = Math.clamp(Runtime.getRuntime().availableProcessors(), 2, MOST_WORKERS);
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        AtomicBoolean cancelled = new AtomicBoolean();
        Deque<Future<Arrival>> running = new ArrayDeque<>();
        List<Arrival> arrivals = new ArrayList<>();
        try {
            for (Path file : files) {
                running.add(pool.submit(() -> receive(file, Progress.until(cancelled::get))));
                if (running.size() > 2 * workers) {
                    arrivals.add(next(running, progress));
                }
            }
            while (!running.isEmpty()) {
                arrivals.add(next(running, progress));
            }
            return first(arrivals);
        } finally {
            cancelled.set(true);
            pool.close();
        }
    }

    private static Arrival next(Deque<Future<Arrival>> running, Progress progress)
            throws IOException {
        while (true) {
            progress.checkCancelled();
            try {
                Arrival arrival = running.getFirst().get(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
                running.removeFirst();
                progress.note(String.valueOf(arrival.read().file().getFileName()));
                progress.done(UNITS);
                return arrival;
            } catch (TimeoutException e) {
                continue;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted");
            } catch (ExecutionException e) {
                switch (e.getCause()) {
                    case IOException cause -> throw cause;
                    case RuntimeException cause -> throw cause;
                    case Error cause -> throw cause;
                    case null, default -> throw new IllegalStateException(e);
                }
            }
        }
    }

    /** Where several files are the same bytes, the first of them brings what one has stored. */
    private static List<Arrival> first(List<Arrival> arrivals) {
        Map<String, Stored> byHash = new HashMap<>();
        arrivals.forEach(a -> a.stored().ifPresent(s -> byHash.put(a.read().sha256(), s)));
        return arrivals.stream()
                .map(a -> a.withStored(Optional.ofNullable(byHash.remove(a.read().sha256()))))
                .toList();
    }

    private Arrival receive(Path file, Progress progress) throws IOException {
        progress.checkCancelled();
        progress.task(String.valueOf(file.getFileName()), UNITS);
        String hash = hash(file);
        if (!hash.isEmpty() && known.containsKey(hash)) {
            return knownAlready(file, hash);
        }
        ReadFile read =
                reading.read(file, hash, options, progress.split(UNITS / 2)).withSpectraApart();
        boolean wanted = !read.recordings().isEmpty() && claimed.add(read.sha256());
        Optional<Stored> stored = Optional.empty();
        if (wanted) {
            try {
                stored = Optional.of(store(read, progress.split(UNITS / 2)));
            } catch (FileChangedException e) {
                claimed.remove(read.sha256());
                return changed(read, e);
            }
        }
        return new Arrival(
                read.withRecordings(List.of()),
                stored,
                read.recordings().stream().map(Recording::technique).toList(),
                read.recordings().stream().mapToLong(r -> r.table().rows()).sum(),
                read.recordings().stream().flatMap(r -> r.problems().stream()).toList(),
                false);
    }

    private Stored store(ReadFile read, Progress progress) throws IOException {
        Stored stored = light(session.store(read.incoming(), progress));
        laidDown.add(stored);
        return stored;
    }

    /** Takes back what was stored, because nothing is to be imported after all. */
    void drop() {
        laidDown.forEach(session::drop);
    }

    private static Arrival changed(ReadFile read, FileChangedException e) {
        Problem problem = Problem.error(FileChangedException.CODE, e.getMessage() + ".");
        return new Arrival(read.failed(problem), Optional.empty(), List.of(), 0, List.of(), false);
    }

    /** Empty where the file cannot be read: reading it says why. */
    private static String hash(Path file) {
        try {
            return Files.isRegularFile(file) ? StoredTable.hash(file) : "";
        } catch (IOException e) {
            return "";
        }
    }

    private Arrival knownAlready(Path file, String hash) throws IOException {
        List<Session.Known> there = known.get(hash);
        ReadFile read =
                new ReadFile(
                        file,
                        hash,
                        Files.size(file),
                        catalog.importer(there.getFirst().importer()),
                        Sniff.Certainty.CERTAIN,
                        List.of(),
                        List.of(),
                        List.of());
        long rows = 0;
        for (Session.Known k : there) {
            rows += session.table(k.table()).rows();
        }
        return new Arrival(
                read,
                Optional.empty(),
                there.stream().map(k -> new Technique(k.technique())).toList(),
                rows,
                List.<Problem>of(),
                false);
    }

    /** Tables lie on disk already: many files need no memory for theirs. */
    private static Stored light(Stored stored) {
        Incoming i = stored.incoming();
        return new Stored(
                new Incoming(
                        i.file(),
                        i.sha256(),
                        i.importer(),
                        i.importerRevision(),
                        i.recordings().stream().map(Receiving::light).toList()),
                stored.rawName(),
                stored.isCopied(),
                stored.tables());
    }

    private static Recording light(Recording recording) {
        return recording.change().table(ArrayTable.rows(0).build()).build();
    }
}
