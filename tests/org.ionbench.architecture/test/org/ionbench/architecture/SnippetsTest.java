// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The Java that schemas and guides show compiles, with nothing but what a lab may see. */
class SnippetsTest {
    private static final Pattern IN_SCHEMA =
            Pattern.compile("<pre class=\"java\">\\n(.*?)</pre>", Pattern.DOTALL);
    private static final Pattern IN_GUIDE =
            Pattern.compile("```java\\n(package .*?)```", Pattern.DOTALL);
    private static final Pattern PIECE =
            Pattern.compile("```java\\n(?!package )(.*?)```", Pattern.DOTALL);
    private static final Pattern TYPE =
            Pattern.compile(
                    "^(?:public )?(?:final )?(?:class|record|interface) (\\w+)", Pattern.MULTILINE);

    static Stream<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        for (String folder : List.of("bundles/core/org.ionbench.api/schema", "docs/extending")) {
            try (Stream<Path> files = Files.list(Bundle.ROOT.resolve(folder))) {
                files.sorted().forEach(pages::add);
            }
        }
        return pages.stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void whatIsShownCompiles(Path page, @TempDir Path out) throws IOException {
        List<String> snippets = snippets(page);
        assertFalse(snippets.isEmpty(), () -> page + " shows no Java");
        assertEquals("", compile(snippets, out), () -> "in " + page);
    }

    /** Pieces of Java in a guide are pieces of an example, so they cannot grow old. */
    @Test
    void piecesAreFromTheExamples() throws IOException {
        StringBuilder examples = new StringBuilder();
        for (Bundle example : Bundle.withSources()) {
            if (example.name().startsWith("org.example.")) {
                try (Stream<Path> files = Files.walk(example.folder().resolve("src"))) {
                    for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                        examples.append(squeezed(Files.readString(file)));
                    }
                }
            }
        }
        List<String> invented = new ArrayList<>();
        int seen = 0;
        for (Path page : pages().filter(p -> p.toString().endsWith(".md")).toList()) {
            Matcher m = PIECE.matcher(Files.readString(page));
            while (m.find()) {
                seen++;
                if (!examples.toString().contains(squeezed(m.group(1)))) {
                    invented.add(page.getFileName() + ": " + m.group(1));
                }
            }
        }
        assertTrue(seen > 0, "guides show pieces");
        assertEquals(List.of(), invented);
    }

    private static String squeezed(String java) {
        return java.replaceAll("\\s+", " ").strip();
    }

    @Test
    void aSnippetWithAnErrorIsFound(@TempDir Path out) {
        String wrong = "package a; public final class B implements org.ionbench.api.None {}";
        assertTrue(compile(List.of(wrong), out).contains("None"));
    }

    private static List<String> snippets(Path page) throws IOException {
        String text = Files.readString(page);
        Pattern pattern = IN_GUIDE;
        if (page.toString().endsWith(".exsd")) {
            pattern = IN_SCHEMA;
            text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        }
        List<String> found = new ArrayList<>();
        Matcher m = pattern.matcher(text);
        while (m.find()) {
            found.add(m.group(1));
        }
        return found;
    }

    /** What the compiler has to say. */
    private static String compile(List<String> snippets, Path out) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        String seen =
                Stream.of("api", "formats", "numerics", "testkit")
                        .map(n -> Bundle.named("org.ionbench." + n).classFolder().toString())
                        .collect(Collectors.joining(File.pathSeparator));
        StringWriter said = new StringWriter();
        List<String> options =
                List.of(
                        "-d",
                        out.toString(),
                        "-proc:none",
                        "-Xlint:all,-classfile,-path",
                        "-cp",
                        seen + File.pathSeparator + System.getProperty("java.class.path"));
        List<Shown> sources = snippets.stream().map(Shown::new).toList();
        boolean compiled = compiler.getTask(said, null, null, options, null, sources).call();
        return compiled ? said.toString() : "does not compile: " + said;
    }

    private static final class Shown extends SimpleJavaFileObject {
        private final String text;

        Shown(String text) {
            super(URI.create("shown:///" + name(text) + ".java"), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        private static String name(String text) {
            Matcher m = TYPE.matcher(text);
            return m.find() ? m.group(1) : "Nameless";
        }

        @Override
        public CharSequence getCharContent(boolean ignoreErrors) {
            return text;
        }
    }
}
