// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

/**
 * Adds up the test reports of a build, names every failure and every skip with its reason, and
 * fails where tests failed, where the build failed, or where a bundle has tests and none of them
 * ran.
 *
 * <p>Arguments: the root folder and the exit code of the build.
 */
final class CountTests {
    private int passed;
    private int failed;
    private int skipped;

    public static void main(String[] arguments) throws Exception {
        System.exit(new CountTests().run(Path.of(arguments[0]), Integer.parseInt(arguments[1])));
    }

    private int run(Path root, int built) throws Exception {
        for (Path report : find(root, "target/surefire-reports", ".xml")) {
            read(report);
        }
        boolean silent = false;
        for (Path tests : folders(root)) {
            Path module = tests.getParent();
            if (find(module, "target/surefire-reports", ".xml").isEmpty()) {
                System.out.println("NO TEST RAN in " + root.relativize(module));
                silent = true;
            }
        }
        if (built != 0) {
            System.out.println("The build failed with exit code " + built + ".");
        }
        System.out.println(passed + " passed, " + failed + " failed, " + skipped + " skipped");
        return built != 0 || failed > 0 || silent || passed == 0 ? 1 : 0;
    }

    private void read(Path report) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Element suite = factory.newDocumentBuilder().parse(report.toFile()).getDocumentElement();
        NodeList cases = suite.getElementsByTagName("testcase");
        for (int i = 0; i < cases.getLength(); i++) {
            Element test = (Element) cases.item(i);
            String name = test.getAttribute("classname") + "." + test.getAttribute("name");
            if (has(test, "failure") || has(test, "error")) {
                failed++;
                System.out.println("FAILED " + name);
            } else if (has(test, "skipped")) {
                skipped++;
                Element why = (Element) test.getElementsByTagName("skipped").item(0);
                System.out.println("SKIPPED " + name + ": " + why.getAttribute("message"));
            } else {
                passed++;
            }
        }
    }

    private static boolean has(Element test, String outcome) {
        return test.getElementsByTagName(outcome).getLength() > 0;
    }

    private static List<Path> find(Path root, String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(
                            f ->
                                    f.getParent() != null
                                            && f.getParent().endsWith(folder)
                                            && f.getFileName().toString().startsWith("TEST-")
                                            && f.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    /** The source folders that hold tests: test of a module, src of a bundle of tests. */
    private static List<Path> folders(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root, 4)) {
            return files.filter(Files::isDirectory)
                    .filter(
                            f ->
                                    f.endsWith("test")
                                            || f.endsWith("src")
                                                    && f.getParent().toString().endsWith(".tests"))
                    .filter(
                            f ->
                                    Files.isDirectory(f.resolveSibling("META-INF"))
                                            || Files.exists(f.resolveSibling("pom.xml")))
                    .filter(CountTests::hasTests)
                    .sorted()
                    .toList();
        }
    }

    private static boolean hasTests(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.anyMatch(f -> f.toString().endsWith("Test.java"));
        } catch (IOException e) {
            return false;
        }
    }
}
