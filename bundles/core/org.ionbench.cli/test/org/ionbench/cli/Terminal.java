// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;

import org.ionbench.engine.catalog.Catalog;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.function.Supplier;

/** Runs commands in this process and keeps what they print. */
final class Terminal {
    /** What is installed is found once: the tests change nothing of it. */
    private static final Supplier<Catalog> INSTALLED =
            new Supplier<>() {
                private Catalog found;

                @Override
                public synchronized Catalog get() {
                    if (found == null) {
                        found = Catalog.ofClassPath();
                    }
                    return found;
                }
            };

    private Terminal() {}

    /** What a command printed and how it ended. */
    record Outcome(int code, String out, String err) {

        /** Standard output as one strict JSON document and nothing else. */
        JsonObject json() throws IOException {
            try (JsonReader reader = new JsonReader(new StringReader(out))) {
                reader.setStrictness(com.google.gson.Strictness.STRICT);
                JsonObject document = JsonParser.parseReader(reader).getAsJsonObject();
                if (reader.peek() != com.google.gson.stream.JsonToken.END_DOCUMENT) {
                    throw new IOException("more than one document: " + out);
                }
                return document;
            }
        }
    }

    static Outcome run(Object... words) {
        return run(INSTALLED, words);
    }

    static Outcome run(Supplier<Catalog> installed, Object... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Door door =
                new Door(
                        out,
                        err,
                        installed,
                        Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC),
                        false);
        int code =
                Commands.run(
                        door, Arrays.stream(words).map(String::valueOf).toArray(String[]::new));
        return new Outcome(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
