// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.engine.session;

import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.quantity.Origin;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;
import org.ionbench.model.Cell;
import org.ionbench.model.Component;
import org.ionbench.model.Measured;
import org.ionbench.model.Pair;
import org.ionbench.model.Sample;
import org.ionbench.model.SynthesisStep;
import org.ionbench.model.tables.StoredTable;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns live objects into the immutable values of the api. */
final class Snapshots {
    private final Tables tables;

    Snapshots(Tables tables) {
        this.tables = tables;
    }

    Recording recording(org.ionbench.model.Recording r) throws IOException {
        StoredTable table = tables.table(r.getTableId());
        Recording.Builder b =
                Recording.of(r.getName(), new Technique(r.getTechnique()), table)
                        .id(r.getId())
                        .instrument(r.getInstrument())
                        .calibrated(r.isCalibrated());
        start(r.getStart()).ifPresent(b::start);
        if (!r.getZone().isEmpty()) {
            b.zone(r.getZone());
        }
        r.getAssumptions().forEach(b::assumption);
        r.getChanges().forEach(b::change);
        r.getConditions().forEach(m -> b.condition(m.getProperty(), condition(m)));
        table.info().metadata().forEach(b::metadata);
        table.info().problems().forEach(b::problem);
        return b.build();
    }

    org.ionbench.api.cell.Cell cell(Cell c) throws IOException {
        org.ionbench.api.cell.Cell cell =
                org.ionbench.api.cell.Cell.of(c.getId(), c.getName(), sample(c));
        for (Measured m : c.getQuantities()) {
            Optional<Unit> unit = Unit.parse(m.getUnit());
            cell =
                    unit.isPresent()
                            ? cell.with(
                                    m.getProperty(), m.getValue(), m.getUncertainty(), unit.get())
                            : cell.with(m.getProperty(), m.getTyped());
        }
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("external id", c.getExternalId());
        texts.put("operator", c.getOperator());
        texts.put("electrodes", c.getElectrodes());
        texts.put("reference", c.getReference());
        for (Pair p : c.getConventions()) {
            texts.put("convention " + p.getKey(), p.getValue());
        }
        for (Pair p : c.getFields()) {
            texts.put(p.getKey(), p.getValue());
        }
        for (Map.Entry<String, String> e : texts.entrySet()) {
            if (!e.getValue().isEmpty()) {
                cell = cell.with(e.getKey(), e.getValue());
            }
        }
        if (c.getShortCircuit() != null) {
            cell = cell.withShortCircuit(recording(c.getShortCircuit()));
        }
        if (c.getOpenCircuit() != null) {
            cell = cell.withOpenCircuit(recording(c.getOpenCircuit()));
        }
        return cell;
    }

    private static org.ionbench.api.cell.Sample sample(Cell c) {
        Sample s = c.getSample();
        return s == null
                ? org.ionbench.api.cell.Sample.named("")
                : new org.ionbench.api.cell.Sample(
                        s.getId(),
                        s.getName(),
                        s.getBatch(),
                        quantity(s.getDensity(), "sample:" + s.getId() + "/density"),
                        components(s),
                        fields(s));
    }

    private static List<org.ionbench.api.cell.Sample.Component> components(Sample s) {
        List<org.ionbench.api.cell.Sample.Component> components = new ArrayList<>();
        for (Component c : s.getComponents()) {
            if (c.getMaterial() != null) {
                components.add(
                        new org.ionbench.api.cell.Sample.Component(
                                c.getMaterial().getName(),
                                c.getFraction(),
                                c.getBasis(),
                                quantity(
                                        c.getMaterial().getDensity(),
                                        "material:" + c.getMaterial().getId() + "/density")));
            }
        }
        return List.copyOf(components);
    }

    private static Map<String, String> fields(Sample s) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (!s.getExternalId().isEmpty()) {
            fields.put("external id", s.getExternalId());
        }
        for (SynthesisStep step : s.getSteps()) {
            if (!step.getDescription().isEmpty()) {
                fields.put(step.getName(), step.getDescription());
            }
            step.getFields().forEach(p -> fields.put(p.getKey(), p.getValue()));
        }
        s.getFields().forEach(p -> fields.put(p.getKey(), p.getValue()));
        return Collections.unmodifiableMap(fields);
    }

    private static Optional<Quantity> quantity(Measured m, String source) {
        return Optional.ofNullable(m)
                .flatMap(
                        d ->
                                Unit.parse(d.getUnit())
                                        .map(
                                                u ->
                                                        Quantity.of(
                                                                        d.getProperty(),
                                                                        d.getProperty(),
                                                                        d.getValue(),
                                                                        u)
                                                                .withOrigin(Origin.MEASURED)
                                                                .withContribution(
                                                                        source,
                                                                        d.getUncertainty())));
    }

    private static Quantity condition(Measured m) {
        Unit unit = Unit.parse(m.getUnit()).orElse(Unit.ONE);
        return Quantity.of(m.getProperty(), m.getProperty(), m.getValue(), unit)
                .withOrigin(Origin.MEASURED)
                .withContribution("condition:" + m.getId(), m.getUncertainty());
    }

    private static Optional<LocalDateTime> start(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDateTime.parse(text));
        } catch (DateTimeParseException e) {
            // Edited by hand: the text stays in the project and is no time.
            return Optional.empty();
        }
    }
}
