// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.neware.internal.binary;

import org.ionbench.instruments.neware.internal.binary.CyclerRows.Field;

import java.nio.ByteBuffer;

/** Time, voltage, current and counters as integers, as several kinds of files store them. */
final class Scaled {
    private Scaled() {}

    /**
     * Takes the time in ms (8 bytes), the voltage in 0.1 mV and the current (4 bytes each) at one
     * place, and charge, discharge, energy of charge and of discharge (8 bytes each) at another.
     *
     * @param range the current range, which says how much one unit is
     */
    static void take(ByteBuffer in, int time, int counters, int range, int row, CyclerRows rows) {
        double factor = rows.milliamperes(range);
        rows.set(Field.STEP_TIME, row, in.getLong(time) / 1e3);
        rows.set(Field.VOLTAGE, row, in.getInt(time + 8) / 10.0);
        rows.set(Field.CURRENT, row, 1e3 * factor * in.getInt(time + 12));
        rows.set(Field.CHARGE_CAPACITY, row, factor * in.getLong(counters) / 3600);
        rows.set(Field.DISCHARGE_CAPACITY, row, factor * in.getLong(counters + 8) / 3600);
        rows.set(Field.CHARGE_ENERGY, row, factor * in.getLong(counters + 16) / 3600);
        rows.set(Field.DISCHARGE_ENERGY, row, factor * in.getLong(counters + 24) / 3600);
    }
}
