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
import org.ionbench.api.table.Table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/**
 * A recording in the Battery Data Format of the Battery Data Alliance: a CSV file whose header has
 * the format's preferred labels in the format's units ({@code Test Time / s, Voltage / V, Current /
 * A, ...}; current positive on charge). A column whose kind is not known has no place in it; export
 * as CSV keeps those too. Of two columns of one kind the first is taken, but up to five
 * temperatures. The voltage is that of the cell, or the working electrode's potential where the
 * cell's was not recorded.
 *
 * <p>The format tells counters by when they begin anew, and so do the values here: {@code Charging
 * Capacity} never does, {@code Cycle} and {@code Step Charging Capacity} do with the cycle and the
 * step, {@code Schedule Charging Capacity} when the program says so. Steps that are counted one by
 * one are the {@code Step Count}, all other the {@code Step ID} of the program.
 *
 * <p>Labels: <a href="https://w3id.org/battery-data-alliance/ontology/battery-data-format">Battery
 * Data Format ontology</a>, version 1.3.0. It has none for electrodes apart, densities of current
 * and rotation; they follow the same pattern.
 */
public final class BdfExporter implements Exporter {
    private static final int MOST_TEMPERATURES = 5;

    /** What a kind is called and in which unit it stands. */
    private record Label(String name, String unit) {
        String header() {
            return unit.isEmpty() ? name : name + " / " + unit;
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
        label(QuantityKind.STEP, "Step ID", "");
        label(QuantityKind.TEMPERATURE, "Temperature T1", "degC");
        label(QuantityKind.CAPACITY_CHARGE, "Charging Capacity", "Ah");
        label(QuantityKind.CAPACITY_DISCHARGE, "Discharging Capacity", "Ah");
        label(QuantityKind.CHARGE, "Net Capacity", "Ah");
        label(QuantityKind.POWER, "Power", "W");
        label(QuantityKind.FREQUENCY, "Frequency", "Hz");
        label(QuantityKind.IMPEDANCE_REAL, "Real Impedance", "ohm");
        label(QuantityKind.IMPEDANCE_IMAGINARY, "Imaginary Impedance", "ohm");
        label(QuantityKind.IMPEDANCE_MODULUS, "Absolute Impedance", "ohm");
        label(QuantityKind.IMPEDANCE_PHASE, "Phase", "deg");
        label(QuantityKind.ENERGY, "Net Energy", "Wh");
        label(QuantityKind.CURRENT_DENSITY, "Current Density", "A/cm2");
        label(QuantityKind.PRESSURE, "Ambient Pressure", "Pa");
        label(QuantityKind.ROTATION_RATE, "Rotation Rate", "rpm");
    }

    private static void label(QuantityKind kind, String name, String unit) {
        LABELS.put(kind, new Label(name, unit));
    }

    @Override
    public List<Path> export(Recording recording, Path folder, String stem, Progress progress)
            throws IOException {
        Table table = recording.table();
        Counters counters = new Counters(table);
        List<String> names = new ArrayList<>();
        List<Rows.Field> fields = new ArrayList<>();
        LABELS.forEach(
                (kind, label) -> {
                    if (kind == QuantityKind.TEMPERATURE) {
                        temperatures(table, names, fields);
                        return;
                    }
                    table.column(kind)
                            .ifPresent(c -> add(named(label, kind, c, counters), c, names, fields));
                });
        if (fields.isEmpty()) {
            throw new IOException(
                    recording.name()
                            + " has no column whose quantity is known, so there is nothing the"
                            + " Battery Data Format could hold. Export it as CSV.");
        }
        Path file = folder.resolve(stem + ".bdf.csv");
        Rows.write(file, names, fields, table.rows(), progress);
        return List.of(file);
    }

    private static void add(
            Label label, Column column, List<String> names, List<Rows.Field> fields) {
        Unit unit = Unit.of(label.unit.isEmpty() ? "1" : label.unit);
        names.add(label.header());
        fields.add(Rows.Field.numbers(column, conversion(column.spec(), unit)));
    }

    /** The label of a column, which for counters depends on when they begin anew. */
    private static Label named(Label label, QuantityKind kind, Column column, Counters counters) {
        return switch (kind) {
            case POTENTIAL ->
                    counters.table().column(QuantityKind.CELL_VOLTAGE).isPresent()
                            ? label
                            : LABELS.get(QuantityKind.CELL_VOLTAGE);
            case STEP -> counters.isOneByOne(column) ? new Label("Step Count", "1") : label;
            case CAPACITY_CHARGE, CAPACITY_DISCHARGE ->
                    new Label(counters.period(column) + label.name, label.unit);
            case CHARGE -> {
                String period = counters.period(column);
                yield counters.growsOnDischarge(column)
                        ? new Label(
                                (period.equals(Counters.SCHEDULE) ? Counters.STEP : period)
                                        + "Cumulative Capacity",
                                label.unit)
                        : label;
            }
            default -> label;
        };
    }

    /** Temperatures are told by what they are of where their name says it, else numbered. */
    private static void temperatures(Table table, List<String> names, List<Rows.Field> fields) {
        int channel = 1;
        for (Column column : table.columns()) {
            if (column.spec().kind() != QuantityKind.TEMPERATURE || channel > MOST_TEMPERATURES) {
                continue;
            }
            String called = column.spec().vendorName().toLowerCase(Locale.ROOT);
            String name =
                    called.contains("surface")
                            ? "Surface Temperature"
                            : called.contains("ambient")
                                            || called.contains("chamber")
                                            || called.contains("oven")
                                    ? "Ambient Temperature"
                                    : "Temperature T" + channel;
            Label label = new Label(name, "degC");
            if (names.contains(label.header())) {
                label = new Label("Temperature T" + channel, "degC");
            }
            channel += label.name.startsWith("Temperature T") ? 1 : 0;
            add(label, column, names, fields);
        }
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
