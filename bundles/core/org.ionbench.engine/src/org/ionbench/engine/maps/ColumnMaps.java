// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.maps;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;

import org.ionbench.api.importing.Recording;
import org.ionbench.api.problem.Reason;
import org.ionbench.model.store.Durable;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * The column maps of a project, a small file each in its folder {@code maps}. They say how files
 * are read and are no part of what undo takes back; a file that is deleted is forgotten. Safe for
 * several threads.
 */
public final class ColumnMaps {
    private static final long LARGEST = 1 << 20;

    private final Optional<Path> folder;
    private final List<ColumnMap> maps = new CopyOnWriteArrayList<>();
    private final List<String> problems = new CopyOnWriteArrayList<>();

    private ColumnMaps(Optional<Path> folder) {
        this.folder = folder;
    }

    /** None, and nowhere to keep any. */
    public static ColumnMaps none() {
        return new ColumnMaps(Optional.empty());
    }

    /** Those of a project's folder; one that cannot be read is passed over and said. */
    public static ColumnMaps of(Path project) {
        Path folder = project.resolve("maps");
        ColumnMaps maps = new ColumnMaps(Optional.of(folder));
        if (!Files.isDirectory(folder)) {
            return maps;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                maps.read(file);
            }
        } catch (IOException e) {
            maps.problems.add(
                    "The column maps of the project cannot be listed: " + Reason.of(e) + ".");
        }
        return maps;
    }

    /** All maps, in the order of their files. */
    public List<ColumnMap> all() {
        return List.copyOf(maps);
    }

    /** What was wrong with their files. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** The map for files with these recordings, if the user said what their columns are. */
    public Optional<ColumnMap> of(List<Recording> recordings) {
        List<String> headings = ColumnMap.headings(recordings);
        return headings.isEmpty()
                ? Optional.empty()
                : maps.stream().filter(m -> m.headings().equals(headings)).findFirst();
    }

    /**
     * Keeps a map in the place of one of the same headings.
     *
     * @throws IOException if the project cannot be written
     * @throws IllegalArgumentException if files with its headings could not be known again
     */
    public void keep(ColumnMap map) throws IOException {
        if (map.headings().isEmpty()) {
            throw new IllegalArgumentException(
                    "A file without headings cannot be known again by them; say what its columns"
                            + " are each time.");
        }
        maps.removeIf(m -> m.headings().equals(map.headings()));
        maps.add(map);
        if (folder.isPresent()) {
            Files.createDirectories(folder.get());
            Durable.write(
                    folder.get().resolve(fileName(map)),
                    text(map).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** From the headings alone, so that a map replaces the one before. */
    private static String fileName(ColumnMap map) {
        String start = String.join(" ", map.headings()).replaceAll("[^A-Za-z0-9]+", "-");
        start = start.substring(0, Math.min(32, start.length())).replaceAll("^-|-$", "");
        return start + "-" + Integer.toHexString(map.headings().hashCode()) + ".json";
    }

    private static String text(ColumnMap map) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.setIndent("  ");
            json.beginObject();
            json.name("headings").beginArray();
            for (String h : map.headings()) {
                json.value(h);
            }
            json.endArray();
            json.name("columns").beginObject();
            for (var c : map.columns().entrySet()) {
                json.name(c.getKey()).value(c.getValue().toString());
            }
            json.endObject();
            json.name("reading").beginObject();
            for (var o : new TreeMap<>(map.reading()).entrySet()) {
                json.name(o.getKey()).value(o.getValue());
            }
            json.endObject();
            json.endObject();
        }
        return text.append('\n').toString();
    }

    private void read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new IllegalStateException("it is too large");
            }
            maps.add(read(Files.readString(file)));
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            // Edited by hand, perhaps: the project opens, and files are read without it.
            problems.add(
                    "The column map "
                            + file.getFileName()
                            + " is not understood: "
                            + e.getMessage());
        }
    }

    private static ColumnMap read(String text) throws IOException {
        List<String> headings = new ArrayList<>();
        SequencedMap<String, MappedColumn> columns = new LinkedHashMap<>();
        Map<String, String> reading = new LinkedHashMap<>();
        try (JsonReader json = new JsonReader(new StringReader(text))) {
            json.beginObject();
            while (json.hasNext()) {
                switch (json.nextName()) {
                    case "headings" -> {
                        json.beginArray();
                        while (json.hasNext()) {
                            headings.add(json.nextString());
                        }
                        json.endArray();
                    }
                    case "columns" -> {
                        json.beginObject();
                        while (json.hasNext()) {
                            columns.put(json.nextName(), MappedColumn.parse(json.nextString()));
                        }
                        json.endObject();
                    }
                    case "reading" -> {
                        json.beginObject();
                        while (json.hasNext()) {
                            reading.put(json.nextName(), json.nextString());
                        }
                        json.endObject();
                    }
                    default -> json.skipValue();
                }
            }
            json.endObject();
        }
        return new ColumnMap(headings, columns, reading);
    }
}
