// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.exporting;

import org.ionbench.api.exporting.Exporter;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.table.Column;
import org.ionbench.api.table.ColumnSpec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * A recording in the Battery Data Format of the Battery Data Alliance: a CSV file whose header has
 * the format's preferred labels in the format's units ({@code Test Time / s, Voltage / V, Current /
 * A, ...}; current positive on charge). A column whose kind is not known has no place in it; export
 * as CSV keeps those too. Of two columns of one kind the first is taken. The voltage is that of the
 * cell, or the working electrode's potential where the cell's was not recorded.
 *
 * <p>Labels: <a href="https://w3id.org/battery-data-alliance/ontology/battery-data-format">Battery
 * Data Format ontology</a>; impedance columns follow the same pattern.
 */
public final class BdfExporter implements Exporter {

    /** What a kind is called and in which unit it stands. */
    private record Label(String name, String unit) {
        String header() {
            return name + " / " + unit;
        }
    }

    private static final Map<QuantityKind, Label> LABELS = new EnumMap<>(QuantityKind.class);

    static {
        label(QuantityKind.TIME, "Test Time", "s");
        label(QuantityKind.CELL_VOLTAGE, "Voltage", "V");
        label(QuantityKind.POTENTIAL, "Working Electrode Potential", "V");
        label(QuantityKind.COUNTER_POTENTIAL, "Counter Electrode Potential", "V");
        label(QuantityKind.CURRENT, "Current", "A");
        label(QuantityKind.CYCLE, "Cycle Count", "1");
        label(QuantityKind.STEP, "Step Index", "1");
        label(QuantityKind.TEMPERATURE, "Ambient Temperature", "degC");
        label(QuantityKind.CAPACITY_CHARGE, "Charging Capacity", "Ah");
        label(QuantityKind.CAPACITY_DISCHARGE, "Discharging Capacity", "Ah");
        label(QuantityKind.CHARGE, "Net Capacity", "Ah");
        label(QuantityKind.POWER, "Power", "W");
        label(QuantityKind.FREQUENCY, "Frequency", "Hz");
        label(QuantityKind.IMPEDANCE_REAL, "Real Impedance", "ohm");
        label(QuantityKind.IMPEDANCE_IMAGINARY, "Imaginary Impedance", "ohm");
        label(QuantityKind.IMPEDANCE_MODULUS, "Absolute Impedance", "ohm");
        label(QuantityKind.IMPEDANCE_PHASE, "Phase", "deg");
        label(QuantityKind.ENERGY, "Energy", "Wh");
        label(QuantityKind.CURRENT_DENSITY, "Current Density", "A/cm2");
        label(QuantityKind.PRESSURE, "Pressure", "Pa");
        label(QuantityKind.ROTATION_RATE, "Rotation Rate", "rpm");
    }

    private static void label(QuantityKind kind, String name, String unit) {
        LABELS.put(kind, new Label(name, unit));
    }

    @Override
    public List<Path> export(Recording recording, Path folder, String stem, Progress progress)
            throws IOException {
        boolean cellVoltage = recording.table().column(QuantityKind.CELL_VOLTAGE).isPresent();
        List<String> names = new ArrayList<>();
        List<Rows.Field> fields = new ArrayList<>();
        LABELS.forEach(
                (kind, label) -> {
                    Optional<Column> column = recording.table().column(kind);
                    if (column.isPresent()) {
                        boolean instead = kind == QuantityKind.POTENTIAL && !cellVoltage;
                        names.add(
                                (instead ? LABELS.get(QuantityKind.CELL_VOLTAGE) : label).header());
                        fields.add(
                                Rows.Field.numbers(
                                        column.get(),
                                        conversion(column.get().spec(), Unit.of(label.unit))));
                    }
                });
        if (fields.isEmpty()) {
            throw new IOException(
                    recording.name()
                            + " has no column whose quantity is known, so there is nothing the"
                            + " Battery Data Format could hold. Export it as CSV.");
        }
        Path file = folder.resolve(stem + ".bdf.csv");
        Rows.write(file, names, fields, recording.table().rows(), progress);
        return List.of(file);
    }

    /** Turns stored values; those already in the unit keep every digit. */
    private static DoubleUnaryOperator conversion(ColumnSpec spec, Unit unit) {
        double sign = spec.isNegated() ? -1 : 1;
        if (spec.unit().factor() == unit.factor() && spec.unit().offset() == unit.offset()) {
            return x -> sign * x;
        }
        return x -> unit.fromSi(spec.toSi(x));
    }
}
