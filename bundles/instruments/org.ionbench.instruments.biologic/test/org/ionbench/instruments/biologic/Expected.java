// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.instruments.biologic;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the samples beside the repository and reads the JSON of what is expected of them. */
final class Expected {
    private final String s;
    private int at;

    private Expected(String text) {
        s = text;
    }

    /** The folder of samples; empty where it is absent. */
    static Optional<Path> samples() {
        Path dir = Path.of(System.getProperty("user.dir")).toAbsolutePath();
        while (dir != null && !Files.isDirectory(dir.resolve("bundles"))) {
            dir = dir.getParent();
        }
        for (Path up = dir; up != null; up = up.getParent()) {
            Path data = up.resolve("shared/data");
            if (Files.isDirectory(data)) {
                return Optional.of(data);
            }
        }
        return Optional.empty();
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> read(Path file) throws IOException {
        return (Map<String, Object>)
                new Expected(Files.readString(file, StandardCharsets.UTF_8)).value();
    }

    private Object value() {
        blank();
        char c = s.charAt(at);
        if (c == '{') {
            Map<String, Object> map = new LinkedHashMap<>();
            at++;
            for (blank(); s.charAt(at) != '}'; blank()) {
                if (s.charAt(at) == ',') {
                    at++;
                    blank();
                }
                String key = string();
                blank();
                at++;
                map.put(key, value());
            }
            at++;
            return map;
        }
        if (c == '[') {
            List<Object> list = new ArrayList<>();
            at++;
            for (blank(); s.charAt(at) != ']'; blank()) {
                if (s.charAt(at) == ',') {
                    at++;
                }
                list.add(value());
            }
            at++;
            return list;
        }
        if (c == '"') {
            return string();
        }
        int from = at;
        while (",]} \n\r\t".indexOf(s.charAt(at)) < 0) {
            at++;
        }
        String word = s.substring(from, at);
        return switch (word) {
            case "null" -> Optional.empty();
            case "true" -> true;
            case "false" -> false;
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> Double.valueOf(word);
        };
    }

    private String string() {
        StringBuilder out = new StringBuilder();
        at++;
        while (s.charAt(at) != '"') {
            char c = s.charAt(at++);
            if (c == '\\') {
                char e = s.charAt(at++);
                switch (e) {
                    case 'n' -> out.append('\n');
                    case 't' -> out.append('\t');
                    case 'r' -> out.append('\r');
                    case 'b' -> out.append('\b');
                    case 'f' -> out.append('\f');
                    case 'u' -> {
                        out.append((char) Integer.parseInt(s.substring(at, at + 4), 16));
                        at += 4;
                    }
                    default -> out.append(e);
                }
            } else {
                out.append(c);
            }
        }
        at++;
        return out.toString();
    }

    private void blank() {
        while (Character.isWhitespace(s.charAt(at))) {
            at++;
        }
    }
}
