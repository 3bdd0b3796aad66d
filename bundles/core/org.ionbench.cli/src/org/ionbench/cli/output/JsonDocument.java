// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli.output;

import com.google.gson.stream.JsonWriter;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Writes one JSON document. Numbers have full double precision; NaN and infinity become null, so
 * that every reader can read it. The document is one object.
 */
public final class JsonDocument {

    /** Writes a part of the document. */
    @FunctionalInterface
    public interface Part {
        void write();
    }

    private final JsonWriter json;
    private final PrintStream out;

    public JsonDocument(PrintStream out) {
        this.out = out;
        json = new JsonWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        json.setIndent("  ");
        json.setHtmlSafe(false);
        json.setSerializeNulls(true);
    }

    /** An object as the document, or as an item of a list. */
    public JsonDocument object(Part content) {
        return io(
                () -> {
                    json.beginObject();
                    content.write();
                    json.endObject();
                });
    }

    /** A member that is an object. */
    public JsonDocument object(String name, Part content) {
        return io(() -> json.name(name)).object(content);
    }

    /** A member that is a list. */
    public JsonDocument list(String name, Part content) {
        return io(() -> json.name(name)).list(content);
    }

    /** A list as an item of a list. */
    public JsonDocument list(Part content) {
        return io(
                () -> {
                    json.beginArray();
                    content.write();
                    json.endArray();
                });
    }

    /** A member. */
    public JsonDocument put(String name, Object value) {
        return io(() -> json.name(name)).add(value);
    }

    /** A member that is null where there is no value. */
    public JsonDocument put(String name, Optional<?> value) {
        io(() -> json.name(name));
        return value.isPresent() ? add(value.get()) : nothing();
    }

    /** A member that is null. */
    public JsonDocument putNull(String name) {
        return io(() -> json.name(name)).nothing();
    }

    /** An item of a list, or the value of a member. Values of no known type are written as text. */
    public JsonDocument add(Object value) {
        return switch (value) {
            case null -> nothing();
            case Double d when !Double.isFinite(d) -> nothing();
            case Float f when !Float.isFinite(f) -> nothing();
            case Number n -> io(() -> json.value(n));
            case Boolean b -> io(() -> json.value(b));
            case Optional<?> o -> o.isPresent() ? add(o.get()) : nothing();
            case Map<?, ?> map ->
                    object(() -> map.forEach((key, item) -> put(String.valueOf(key), item)));
            case Collection<?> items -> list(() -> items.forEach(this::add));
            case double[] numbers ->
                    list(
                            () -> {
                                for (double x : numbers) {
                                    add(x);
                                }
                            });
            default -> io(() -> json.value(String.valueOf(value)));
        };
    }

    private JsonDocument nothing() {
        return io(json::nullValue);
    }

    /** Ends the document with a line break. */
    public void end() {
        io(json::flush);
        out.println();
        out.flush();
    }

    private JsonDocument io(Writing writing) {
        try {
            writing.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private interface Writing {
        void write() throws IOException;
    }
}
