// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.maccor;

import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.formats.DataRows;
import org.ionbench.formats.Dates;
import org.ionbench.formats.Lines;
import org.ionbench.formats.Metadata;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Hands an export over, with what its survey found out. */
final class MaccorTable {
    private static final double DAY = 86_400;

    private final Lines lines;
    private final MaccorSurvey survey;
    private final MaccorColumns columns;
    private final RecordingSink recording;
    private final int width;
    private final int state;
    private final int current;
    private final int time;
    private final boolean signed;
    private final Map<String, Integer> undirected = new TreeMap<>();
    private double days;
    private double lastTime = Double.NaN;
    private int impedance;

    MaccorTable(Lines lines, MaccorSurvey survey, Sink sink) {
        this.lines = lines;
        this.survey = survey;
        columns = survey.columns();
        recording = sink.recording("Test", Technique.CYCLING);
        width = columns.names().size();
        state = columns.state();
        current = columns.index(QuantityKind.CURRENT);
        time = columns.index(QuantityKind.TIME);
        signed = survey.sign() != MaccorSurvey.Sign.MISSING;
    }

    void read() throws IOException {
        tell();
        DataRows rows = new DataRows(survey.dialect(), cells(), recording);
        MaccorHead.read(lines);
        while (lines.next()) {
            if (rows.read(lines)) {
                double[] row = Arrays.copyOf(rows.values(), signed ? width : width + 1);
                complete(row, state < 0 ? "" : rows.text(state));
                rows.hand(row);
            }
        }
        rows.finish();
        problems();
    }

    private void tell() {
        String tester = survey.head().said("Tester");
        recording.instrument(tester.isEmpty() ? "Maccor" : tester);
        survey.start().ifPresent(recording::start);
        survey.head().said().forEach((k, v) -> recording.metadata(k, Metadata.value(v)));
        lines.encoding().assumption().ifPresent(recording::assumption);
        if (survey.dialect().decimal() == ',') {
            recording.assumption("decimal comma");
        }
        if (survey.isOrderAssumed()) {
            boolean day = survey.order() == Dates.Order.DAY_MONTH;
            recording.assumption(day ? "day before month" : "month before day");
        }
        for (int i = 0; i < width; i++) {
            recording.column(spec(i));
        }
        if (!signed) {
            String name = columns.names().get(current);
            String which = columns.names().get(state);
            recording.column(
                    ColumnSpec.of(name + " (signed)")
                            .as(QuantityKind.CURRENT, columns.spec(current).unit()));
            recording.change(
                    name
                            + " has no sign in the file; "
                            + name
                            + " (signed) is negative where "
                            + which
                            + " says D, discharge");
        } else if (state < 0 && current >= 0) {
            recording.assumption(
                    "no column tells charge from discharge; currents are taken as signed, positive"
                            + " for charge");
        }
    }

    private ColumnSpec spec(int i) {
        ColumnSpec spec = columns.spec(i);
        if (survey.isText(i)) {
            return ColumnSpec.text(columns.names().get(i));
        }
        if (columns.isTime(i) && columns.lacksUnit(i)) {
            return time(i, spec);
        }
        if (i == current && !signed) {
            return ColumnSpec.of(columns.names().get(i)).unit(spec.unit().symbol());
        }
        if (i == columns.index(QuantityKind.CELL_VOLTAGE) && survey.hasMillivolts()) {
            recording.assumption(
                    columns.names().get(i)
                            + " are millivolts, as energy over capacity shows, whatever the name"
                            + " says");
            return spec.as(QuantityKind.CELL_VOLTAGE, "mV");
        }
        String unit = survey.unitBehind(i);
        if (!unit.isEmpty()) {
            // C is the degree here, not the coulomb
            return spec.unit(unit.equals("C") ? "degC" : unit);
        }
        return spec;
    }

    private ColumnSpec time(int i, ColumnSpec spec) {
        String unit =
                switch ((int) survey.unitOfTime()) {
                    case 1 -> "s";
                    case 3600 -> "h";
                    case 86_400 -> "d";
                    default -> "min";
                };
        if (!survey.timesAreClocks()) {
            String why =
                    Double.isNaN(survey.unitOfTime()) ? "" : ", as the clock times of points show";
            recording.assumption(columns.names().get(i) + " is in " + unit + why);
        }
        return i == time ? spec.as(QuantityKind.TIME, unit) : spec.unit(unit);
    }

    private List<DataRows.Cell> cells() {
        List<DataRows.Cell> cells = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            cells.add(
                    survey.isText(i)
                            ? DataRows.Cell.TEXT
                            : columns.isTime(i) ? DataRows.Cell.CLOCK : DataRows.Cell.NUMBER);
        }
        return cells;
    }

    private void complete(double[] row, String letter) {
        if (time >= 0 && survey.timesAreClocks()) {
            row[time] += days;
            // times of day that begin anew after 24 hours
            if (row[time] < lastTime - 0.9 * DAY && lastTime - row[time] <= DAY) {
                days += DAY;
                row[time] += DAY;
            }
            lastTime = row[time];
        }
        if (letter.startsWith("FRA")) {
            impedance++;
        }
        if (!signed) {
            double value = row[current];
            boolean discharge = MaccorSurvey.isDischarge(letter);
            row[width] = discharge && value != 0 ? -Math.abs(value) : value;
            if (!discharge && !MaccorSurvey.isCharge(letter) && value > 0) {
                undirected.merge(letter.isEmpty() ? "(none)" : letter, 1, Integer::sum);
            }
        }
    }

    private void problems() {
        if (days > 0) {
            recording.change(
                    columns.names().get(time)
                            + " begins anew after 24 hours in the file and was counted on");
        }
        if (!undirected.isEmpty()) {
            recording.problem(
                    Problem.warning(
                                    "maccor.sign",
                                    "Points in the states "
                                            + undirected.keySet()
                                            + " have a current of which nothing says whether it"
                                            + " charges; it is kept as positive.")
                            .with(undirected)
                            .mend("Please send us the file with what these states mean."));
        }
        if (impedance > 0) {
            recording.problem(
                    Problem.info(
                                    "maccor.impedance",
                                    impedance
                                            + " points stand for impedance measurements, which are"
                                            + " exported to files of their own.")
                            .with(impedance)
                            .mend("Import the files beside it whose names contain .EDA."));
        }
    }
}
