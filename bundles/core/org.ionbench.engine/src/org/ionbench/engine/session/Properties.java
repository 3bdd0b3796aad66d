// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.engine.session;

import org.ionbench.api.quantity.Dimension;
import org.ionbench.api.quantity.Unit;
import org.ionbench.model.Cell;
import org.ionbench.model.Identified;
import org.ionbench.model.Measured;
import org.ionbench.model.Pair;
import org.ionbench.model.Project;
import org.ionbench.model.Recording;
import org.ionbench.model.Sample;
import org.ionbench.model.store.Fresh;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Properties of cells, samples and recordings as text by key: what {@code set}, the cell sheet and
 * the Properties view read and write. What {@link #all} gives, {@link #set} takes. An empty text
 * clears a property.
 */
final class Properties {
    private static final String SAMPLE = "sample ";
    private static final String CONVENTION = "convention ";
    private static final String TEMPERATURE_EXAMPLE = "60 degC or 333.15 K";

    private final Project project;

    Properties(Project project) {
        this.project = project;
    }

    /** {@code Active_Fraction} and {@code active-fraction} are {@code active fraction}. */
    static String normal(String key) {
        return key.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_.-]+", " ");
    }

    void set(Identified target, String key, String text) {
        String value = text.strip();
        switch (target) {
            case Cell cell -> set(cell, key, value);
            case Sample sample -> set(sample, key, value);
            case Recording recording -> set(recording, key, value);
            default ->
                    throw new IllegalArgumentException(
                            "only cells, samples and recordings have properties to set");
        }
    }

    private void set(Cell cell, String key, String text) {
        String k = normal(key);
        switch (k) {
            case "name", "cell" -> cell.setName(required(k, text));
            case "sample" -> cell.setSample(text.isEmpty() ? null : sample(text));
            case "external id" -> cell.setExternalId(text);
            case "operator" -> cell.setOperator(text);
            case "electrodes" -> cell.setElectrodes(text);
            case "reference" -> cell.setReference(text);
            case "short", "short circuit" -> cell.setShortCircuit(fixture(k, text));
            case "open", "open circuit" -> cell.setOpenCircuit(fixture(k, text));
            case "thickness" -> positive(cell, k, text, Dimension.LENGTH, "0.42 mm");
            case "diameter" -> positive(cell, k, text, Dimension.LENGTH, "10 mm");
            case "mass" -> positive(cell, k, text, Dimension.MASS, "50 mg");
            case "active fraction" -> fraction(cell, text);
            default -> {
                if (k.startsWith(SAMPLE)) {
                    set(sampleOf(cell), k.substring(SAMPLE.length()), text);
                } else if (k.startsWith(CONVENTION)) {
                    put(cell.getConventions(), k.substring(CONVENTION.length()), text);
                } else {
                    free(cell, key.strip(), text);
                }
            }
        }
    }

    private void set(Sample sample, String key, String text) {
        String k = normal(key);
        switch (k) {
            case "name" -> sample.setName(required(k, text));
            case "batch" -> sample.setBatch(text);
            case "external id" -> sample.setExternalId(text);
            case "density" ->
                    sample.setDensity(
                            text.isEmpty()
                                    ? null
                                    : measured(
                                            k,
                                            Measurement.parse(
                                                    k, text, Dimension.DENSITY, "1.18 g/cm3")));
            case "composition" -> new Composition(project).set(sample, text);
            default -> put(sample.getFields(), key.strip(), text);
        }
    }

    private void set(Recording recording, String key, String text) {
        String k = normal(key);
        switch (k) {
            case "name" -> recording.setName(required(k, text));
            case "technique" -> recording.setTechnique(required(k, text));
            case "cell" -> recording.setCell(text.isEmpty() ? null : cell(text));
            case "temperature", "set temperature" ->
                    temperature(recording, "set temperature", text);
            case "oven temperature", "sample temperature" -> temperature(recording, k, text);
            default -> {
                recording.getConditions().removeIf(m -> m.getProperty().equals(k));
                if (!text.isEmpty()) {
                    Measurement m =
                            Measurement.parse(text)
                                    .orElseThrow(
                                            () ->
                                                    new IllegalArgumentException(
                                                            "condition "
                                                                    + k
                                                                    + " takes a number with a"
                                                                    + " unit, not \""
                                                                    + text
                                                                    + "\""));
                    recording.getConditions().add(measured(k, m));
                }
            }
        }
    }

    Map<String, String> all(Identified target) {
        return switch (target) {
            case Cell cell -> all(cell);
            case Sample sample -> all(sample);
            case Recording recording -> all(recording);
            default -> Map.of();
        };
    }

    private static Map<String, String> all(Cell cell) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("cell", cell.getName());
        all.put("sample", cell.getSample() == null ? "" : cell.getSample().getName());
        for (String key : List.of("thickness", "diameter", "mass", "active fraction")) {
            all.put(key, "");
        }
        all.put("electrodes", cell.getElectrodes());
        all.put("reference", cell.getReference());
        all.put("operator", cell.getOperator());
        all.put("external id", cell.getExternalId());
        all.put("short", id(cell.getShortCircuit()));
        all.put("open", id(cell.getOpenCircuit()));
        cell.getQuantities().forEach(m -> all.put(m.getProperty(), print(m)));
        cell.getConventions().forEach(p -> all.put(CONVENTION + p.getKey(), p.getValue()));
        cell.getFields().forEach(p -> all.put(p.getKey(), p.getValue()));
        return all;
    }

    private static Map<String, String> all(Sample sample) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("name", sample.getName());
        all.put("batch", sample.getBatch());
        all.put("external id", sample.getExternalId());
        all.put("density", sample.getDensity() == null ? "" : print(sample.getDensity()));
        all.put("composition", Composition.print(sample));
        sample.getFields().forEach(p -> all.put(p.getKey(), p.getValue()));
        return all;
    }

    private static Map<String, String> all(Recording recording) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("name", recording.getName());
        all.put("technique", recording.getTechnique());
        all.put("cell", recording.getCell() == null ? "" : recording.getCell().getName());
        recording.getConditions().forEach(m -> all.put(m.getProperty(), print(m)));
        return all;
    }

    /** The sample of this name, made where there is none. */
    Sample sample(String name) {
        return project.getSamples().stream()
                .filter(s -> s.getName().equals(name))
                .findFirst()
                .orElseGet(
                        () -> {
                            Sample fresh = Fresh.sample(name);
                            project.getSamples().add(fresh);
                            return fresh;
                        });
    }

    /** The cell of this id or name, made where there is none. */
    Cell cell(String name) {
        return project.getCells().stream()
                .filter(c -> c.getId().equals(name) || c.getName().equals(name))
                .findFirst()
                .orElseGet(
                        () -> {
                            Cell fresh = Fresh.cell(name);
                            project.getCells().add(fresh);
                            return fresh;
                        });
    }

    private Sample sampleOf(Cell cell) {
        if (cell.getSample() == null) {
            cell.setSample(sample(cell.getName()));
        }
        return cell.getSample();
    }

    private Recording fixture(String key, String text) {
        if (text.isEmpty()) {
            return null;
        }
        Predicate<Recording> wanted = r -> r.getId().equals(text) || r.getName().equals(text);
        List<Recording> found = project.getRecordings().stream().filter(wanted).toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException(
                    (found.isEmpty()
                                    ? "there is no recording \""
                                    : "several recordings are named \"")
                            + text
                            + "\" to be the fixture's "
                            + key
                            + " measurement");
        }
        return found.getFirst();
    }

    private static void positive(
            Cell cell, String key, String text, Dimension dimension, String example) {
        if (text.isEmpty()) {
            put(cell, key, null);
            return;
        }
        Measurement m = Measurement.parse(key, text, dimension, example);
        if (!(m.value() > 0)) {
            throw new IllegalArgumentException(key + " must be above zero, not \"" + text + "\"");
        }
        put(cell, key, measured(key, m));
    }

    private static void fraction(Cell cell, String text) {
        String key = "active fraction";
        if (text.isEmpty()) {
            put(cell, key, null);
            return;
        }
        Measurement m = Measurement.parse(key, text, Dimension.NONE, "0.40 or 40 %");
        double fraction = m.unit().toSi(m.value());
        if (!(fraction > 0 && fraction <= 1)) {
            throw new IllegalArgumentException(
                    key + " lies between 0 and 1, or 0 % and 100 %; \"" + text + "\" does not");
        }
        put(cell, key, measured(key, m));
    }

    /** A column of a lab's own: a quantity where it has a unit, otherwise text. */
    private static void free(Cell cell, String key, String text) {
        cell.getQuantities().removeIf(m -> m.getProperty().equals(key));
        var quantity = Measurement.parse(text).filter(m -> m.unit().dimension() != Dimension.NONE);
        if (quantity.isPresent()) {
            cell.getFields().removeIf(p -> p.getKey().equals(key));
            cell.getQuantities().add(measured(key, quantity.get()));
        } else {
            put(cell.getFields(), key, text);
        }
    }

    private static void temperature(Recording recording, String key, String text) {
        recording.getConditions().removeIf(m -> m.getProperty().equals(key));
        if (text.isEmpty()) {
            return;
        }
        Measurement m = Measurement.parse(key, text, Dimension.TEMPERATURE, TEMPERATURE_EXAMPLE);
        Unit kelvin = Unit.of("K");
        double kelvins = m.unit().toSi(m.value());
        if (!(kelvins > 0)) {
            throw new IllegalArgumentException(key + " must be above 0 K, not \"" + text + "\"");
        }
        recording
                .getConditions()
                .add(
                        Fresh.measured(
                                key, kelvins, m.uncertainty() * m.unit().factor(), kelvin, text));
    }

    /** Changes a quantity in place, so that the file differs in its lines only. */
    private static void put(Cell cell, String key, Measured value) {
        for (Measured known : cell.getQuantities()) {
            if (known.getProperty().equals(key) && value != null) {
                known.setValue(value.getValue());
                known.setUncertainty(value.getUncertainty());
                known.setUnit(value.getUnit());
                known.setTyped(value.getTyped());
                return;
            }
        }
        cell.getQuantities().removeIf(m -> m.getProperty().equals(key));
        if (value != null) {
            cell.getQuantities().add(value);
        }
    }

    static void put(List<Pair> pairs, String key, String text) {
        for (Pair known : pairs) {
            if (known.getKey().equals(key) && !text.isEmpty()) {
                known.setValue(text);
                return;
            }
        }
        pairs.removeIf(p -> Objects.equals(p.getKey(), key));
        if (!text.isEmpty()) {
            pairs.add(Fresh.pair(key, text));
        }
    }

    static Measured measured(String key, Measurement m) {
        return Fresh.measured(key, m.value(), m.uncertainty(), m.unit(), m.typed());
    }

    static String print(Measured m) {
        return Measurement.print(m.getValue(), m.getUncertainty(), m.getUnit(), m.getTyped());
    }

    private static String id(Recording recording) {
        return recording == null ? "" : recording.getId();
    }

    private static String required(String key, String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("the " + key + " cannot be empty");
        }
        return text;
    }
}
