// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

/** What bundles contribute is what the schemas of the extension points declare. */
class ExtensionPointsTest {
    private static final Path SCHEMAS = Bundle.named("org.ionbench.api").folder().resolve("schema");

    static Stream<Bundle> contributors() {
        return Bundle.all().stream()
                .filter(b -> Files.exists(b.folder().resolve("plugin.xml")))
                .filter(b -> !b.name().equals("org.ionbench.api"));
    }

    @ParameterizedTest
    @MethodSource("contributors")
    void contributionsAreAsDeclared(Bundle bundle) throws Exception {
        List<String> faults = new ArrayList<>();
        Document plugin = parse(bundle.folder().resolve("plugin.xml"));
        for (Element extension : within(plugin.getDocumentElement(), "extension")) {
            String point = extension.getAttribute("point");
            if (point.startsWith("org.ionbench.api.")) {
                Path schema =
                        SCHEMAS.resolve(point.substring("org.ionbench.api.".length()) + ".exsd");
                assertTrue(Files.exists(schema), () -> "no extension point " + point);
                Map<String, Element> declared = declared(schema);
                for (Element contribution : within(extension, "*")) {
                    check(contribution, declared, bundle, faults);
                }
            }
        }
        assertEquals(List.of(), faults);
    }

    @ParameterizedTest
    @ValueSource(strings = {"importers", "analyses", "elements", "exporters"})
    void aSchemaExplainsItself(String point) throws Exception {
        Document schema = parse(SCHEMAS.resolve(point + ".exsd"));
        List<String> sections =
                within(schema.getDocumentElement(), "meta.section").stream()
                        .map(s -> s.getAttribute("type"))
                        .toList();
        assertTrue(
                sections.containsAll(List.of("since", "examples", "apiinfo", "implementation")),
                () -> point + " has only " + sections);
        List<String> silent =
                within(schema.getDocumentElement(), "attribute").stream()
                        .filter(a -> !isOfExtension(a))
                        .filter(a -> within(a, "documentation").isEmpty())
                        .map(a -> a.getAttribute("name"))
                        .toList();
        assertEquals(List.of(), silent, "attributes without a word about them");
    }

    private static void check(
            Element contribution,
            Map<String, Element> declared,
            Bundle bundle,
            List<String> faults) {
        String name = contribution.getTagName();
        if (!declared.containsKey(name)) {
            faults.add("no element " + name);
            return;
        }
        Properties texts = texts(bundle);
        Map<String, Element> attributes = new TreeMap<>();
        within(declared.get(name), "attribute")
                .forEach(a -> attributes.put(a.getAttribute("name"), a));
        IntStream.range(0, contribution.getAttributes().getLength())
                .mapToObj(i -> contribution.getAttributes().item(i).getNodeName())
                .filter(a -> !attributes.containsKey(a))
                .forEach(a -> faults.add(name + " has no attribute " + a));
        attributes.forEach(
                (key, attribute) -> {
                    String value = contribution.getAttribute(key);
                    if (attribute.getAttribute("use").equals("required") && value.isBlank()) {
                        faults.add(name + " lacks " + key);
                    }
                    within(attribute, "meta.attribute").stream()
                            .filter(m -> m.getAttribute("kind").equals("java"))
                            .map(m -> m.getAttribute("basedOn").replace(":", ""))
                            .filter(type -> !implemented(bundle, value, type))
                            .forEach(type -> faults.add(value + " is no public " + type));
                    if (within(attribute, "meta.attribute").stream()
                                    .anyMatch(m -> m.getAttribute("translatable").equals("true"))
                            && !value.isBlank()
                            && !(value.startsWith("%") && texts.containsKey(value.substring(1)))) {
                        faults.add(value + " is no key of plugin.properties");
                    }
                    if (key.equals("id") && !(value + ".").startsWith(bundle.name() + ".")) {
                        faults.add("the id " + value + " does not begin with its bundle's name");
                    }
                });
    }

    private static Properties texts(Bundle bundle) {
        Properties texts = new Properties();
        try (Reader in = Files.newBufferedReader(bundle.folder().resolve("plugin.properties"))) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static boolean implemented(Bundle bundle, String className, String type) {
        if (!bundle.classes().contain(className)) {
            return false;
        }
        JavaClass found = bundle.classes().get(className);
        boolean makeable =
                found.getConstructors().stream()
                        .anyMatch(
                                c ->
                                        c.getRawParameterTypes().isEmpty()
                                                && c.getModifiers().toString().contains("PUBLIC"));
        return makeable
                && found.getModifiers().toString().contains("PUBLIC")
                && found.getAllRawInterfaces().stream().anyMatch(i -> i.getName().equals(type));
    }

    private static Map<String, Element> declared(Path schema) throws Exception {
        Map<String, Element> declared = new TreeMap<>();
        for (Element e : within(parse(schema).getDocumentElement(), "element")) {
            if (!e.getAttribute("name").isEmpty()) {
                declared.put(e.getAttribute("name"), e);
            }
        }
        return declared;
    }

    private static boolean isOfExtension(Element attribute) {
        return Optional.ofNullable(attribute.getParentNode().getParentNode())
                .filter(p -> ((Element) p).getAttribute("name").equals("extension"))
                .isPresent();
    }

    private static List<Element> within(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static Document parse(Path file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(file.toFile());
    }
}
