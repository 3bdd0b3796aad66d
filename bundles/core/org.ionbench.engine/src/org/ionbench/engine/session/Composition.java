// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.engine.session;

import org.ionbench.api.quantity.Dimension;
import org.ionbench.model.Component;
import org.ionbench.model.Material;
import org.ionbench.model.Project;
import org.ionbench.model.Sample;
import org.ionbench.model.store.Fresh;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a sample is made of, as text: {@code Li2B12H12 75 vol% @ 1.18 g/cm3; ZrO2 25 vol%}. The
 * density after the at-sign is that of the material and holds wherever it is used.
 */
final class Composition {
    private static final Pattern PART =
            Pattern.compile(
                    "(?<name>.+?)\\s+(?<share>\\d+(?:\\.\\d*)?)\\s*(?<basis>vol|mass|wt)\\s*%"
                            + "(?:\\s*@\\s*(?<density>.+))?");

    private final Project project;

    Composition(Project project) {
        this.project = project;
    }

    void set(Sample sample, String text) {
        List<Component> components = new ArrayList<>();
        for (String part : text.split(";", -1)) {
            if (!part.isBlank()) {
                components.add(component(part.strip()));
            }
        }
        sample.getComponents().clear();
        sample.getComponents().addAll(components);
    }

    private Component component(String part) {
        Matcher m = PART.matcher(part);
        if (!m.matches()) {
            throw new IllegalArgumentException(
                    "a composition is written \"Li2B12H12 75 vol%; ZrO2 25 vol%\", not \""
                            + part
                            + "\"");
        }
        Material material = material(m.group("name").strip());
        if (m.group("density") != null) {
            material.setDensity(
                    Properties.measured(
                            "density",
                            Measurement.parse(
                                    "density of " + material.getName(),
                                    m.group("density"),
                                    Dimension.DENSITY,
                                    "1.18 g/cm3")));
        }
        String basis = m.group("basis").toLowerCase(Locale.ROOT).equals("vol") ? "volume" : "mass";
        return Fresh.component(material, Double.parseDouble(m.group("share")) / 100, basis);
    }

    private Material material(String name) {
        return project.getMaterials().stream()
                .filter(m -> m.getName().equals(name))
                .findFirst()
                .orElseGet(
                        () -> {
                            Material fresh = Fresh.material(name);
                            project.getMaterials().add(fresh);
                            return fresh;
                        });
    }

    static String print(Sample sample) {
        StringJoiner text = new StringJoiner("; ");
        for (Component c : sample.getComponents()) {
            if (c.getMaterial() != null) {
                text.add(
                        c.getMaterial().getName()
                                + " "
                                + percent(c.getFraction())
                                + (c.getBasis().equals("volume") ? " vol%" : " mass%")
                                + (c.getMaterial().getDensity() == null
                                        ? ""
                                        : " @ " + Properties.print(c.getMaterial().getDensity())));
            }
        }
        return text.toString();
    }

    private static String percent(double fraction) {
        return new java.math.BigDecimal(fraction * 100)
                .round(new java.math.MathContext(12))
                .stripTrailingZeros()
                .toPlainString();
    }
}
