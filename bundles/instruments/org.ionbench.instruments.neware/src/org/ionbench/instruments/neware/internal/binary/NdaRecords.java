// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.neware.internal.binary;

import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.instruments.neware.internal.binary.CyclerRows.Field;

import java.nio.ByteBuffer;

/**
 * The records of one kind of {@code .nda} file, all of one length; the tables of {@code
 * NdaImporter} say what lies where.
 */
public abstract sealed class NdaRecords {
    private final int length;

    private NdaRecords(int length) {
        this.length = length;
    }

    public final int length() {
        return length;
    }

    /**
     * Takes what a record holds.
     *
     * @param in bytes, the least significant first
     * @param at where the record begins in them
     * @return false where what is there is no record any more
     */
    public abstract boolean take(ByteBuffer in, int at, CyclerRows rows);

    /** Whether bytes may begin the record of a point. */
    public abstract boolean isPoint(ByteBuffer in, int at);

    /** Version 8. */
    public static final class Old extends NdaRecords {
        Old() {
            super(59);
        }

        @Override
        public boolean isPoint(ByteBuffer in, int at) {
            return in.get(at) == 0;
        }

        @Override
        public boolean take(ByteBuffer in, int at, CyclerRows rows) {
            if (in.get(at) != 0 || in.getInt(at + 1) == 0) {
                return true;
            }
            int row = rows.add();
            rows.set(Field.INDEX, row, in.getInt(at + 1) & 0xFFFFFFFFL);
            rows.set(Field.CYCLE, row, in.getInt(at + 5) & 0xFFFFFFFFL);
            rows.set(Field.STEP_INDEX, row, in.get(at + 9) & 0xFF);
            rows.type(row, in.get(at + 10));
            rows.set(Field.STEP_TIME, row, in.getInt(at + 11) & 0xFFFFFFFFL);
            rows.set(Field.VOLTAGE, row, in.getInt(at + 15) / 10.0);
            rows.set(Field.CURRENT, row, in.getInt(at + 19));
            rows.set(Field.CAPACITY, row, in.getLong(at + 31) / 1e3);
            rows.set(Field.ENERGY, row, in.getLong(at + 39) / 1e3);
            rows.set(Field.TIMESTAMP, row, in.getLong(at + 47));
            return true;
        }
    }

    /** Versions 22 to 29. */
    public static final class Wide extends NdaRecords {
        private final boolean calendar;

        /**
         * @param calendar whether the time is year, month, day, hour, minute, second; else seconds
         *     since 1970
         */
        Wide(boolean calendar) {
            super(86);
            this.calendar = calendar;
        }

        @Override
        public boolean isPoint(ByteBuffer in, int at) {
            return in.get(at) == 0x55 && in.get(at + 1) == 0;
        }

        @Override
        public boolean take(ByteBuffer in, int at, CyclerRows rows) {
            if (in.get(at) == 0x65) {
                auxiliary(in, at, rows);
            }
            if (!isPoint(in, at) || in.getInt(at + 2) == 0) {
                return true;
            }
            int row = rows.add();
            rows.set(Field.INDEX, row, in.getInt(at + 2) & 0xFFFFFFFFL);
            rows.set(Field.CYCLE, row, (in.getInt(at + 6) & 0xFFFFFFFFL) + 1);
            rows.set(Field.STEP_INDEX, row, in.getShort(at + 10) & 0xFFFF);
            rows.type(row, in.get(at + 12));
            rows.set(Field.JUMP, row, in.get(at + 13) & 0xFF);
            Scaled.take(in, at + 14, at + 38, in.getInt(at + 78), row, rows);
            if (calendar) {
                rows.set(Field.DATE, row, Calendar.seconds(in, at + 70));
            } else {
                rows.set(Field.TIMESTAMP, row, in.getLong(at + 70));
            }
            return true;
        }

        private static void auxiliary(ByteBuffer in, int at, CyclerRows rows) {
            int channel = in.get(at + 1) & 0xFF;
            int index = in.getInt(at + 2);
            if (index <= 0 || index > 2 * rows.size() + 64) {
                return;
            }
            rows.auxiliary(temperature(channel), index)[index] = in.getShort(at + 34) / 10.0;
            rows.auxiliary(voltage(channel), index)[index] = in.getInt(at + 22) / 1e4;
        }
    }

    /** Version 130 of BTS 9.0. */
    public static final class Bts90 extends NdaRecords {
        Bts90() {
            super(88);
        }

        @Override
        public boolean isPoint(ByteBuffer in, int at) {
            return in.get(at + 4) == 0x55 && in.get(at + 5) == (byte) 0x81;
        }

        @Override
        public boolean take(ByteBuffer in, int at, CyclerRows rows) {
            if (in.get(at) == (byte) 0x81) {
                return false;
            }
            if (in.getInt(at) == 0 && in.get(at + 4) == 0x65) {
                Wide.auxiliary(in, at + 4, rows);
            }
            if (!isPoint(in, at) || in.getInt(at + 16) == 0) {
                return true;
            }
            rows.dischargeIsNegative();
            int row = rows.add();
            rows.set(Field.STEP_INDEX, row, in.get(at + 9) & 0xFF);
            rows.type(row, in.get(at + 10));
            rows.set(Field.INDEX, row, in.getInt(at + 16) & 0xFFFFFFFFL);
            rows.set(Field.STEP_TIME, row, in.getLong(at + 28) / 1e6);
            rows.set(Field.VOLTAGE, row, 1e3 * in.getFloat(at + 36));
            rows.set(Field.CURRENT, row, 1e3 * in.getFloat(at + 40));
            double charge = in.getFloat(at + 52);
            double chargeEnergy = in.getFloat(at + 56);
            double discharge = in.getFloat(at + 60);
            double dischargeEnergy = in.getFloat(at + 64);
            rows.set(Field.CHARGE_CAPACITY, row, charge / 3600);
            rows.set(Field.CHARGE_ENERGY, row, chargeEnergy / 3600);
            rows.set(Field.DISCHARGE_CAPACITY, row, discharge / 3600);
            rows.set(Field.DISCHARGE_ENERGY, row, dischargeEnergy / 3600);
            rows.set(Field.CAPACITY, row, charge + discharge);
            rows.set(Field.ENERGY, row, chargeEnergy - dischargeEnergy);
            rows.set(Field.TIMESTAMP, row, in.getLong(at + 68) / 1e6);
            return true;
        }
    }

    /** Version 130 of BTS 9.1. */
    public static final class Bts91 extends NdaRecords {
        private final short mark;

        /**
         * @param mark the two bytes every point begins with
         * @param length 52 bytes, 56 with a temperature, or more
         */
        Bts91(short mark, int length) {
            super(length);
            this.mark = mark;
        }

        @Override
        public boolean isPoint(ByteBuffer in, int at) {
            return in.getShort(at) == mark;
        }

        @Override
        public boolean take(ByteBuffer in, int at, CyclerRows rows) {
            if (!isPoint(in, at)) {
                return false;
            }
            int row = rows.add();
            rows.set(Field.STEP_INDEX, row, in.get(at + 2) & 0xFF);
            rows.type(row, in.get(at + 3));
            long index = in.getInt(at + 8) & 0xFFFFFFFFL;
            rows.set(Field.INDEX, row, index);
            long nanos = in.getInt(at + 16) & 0xFFFFFFFFL;
            rows.set(Field.TOTAL_TIME, row, (in.getInt(at + 12) & 0xFFFFFFFFL) + nanos / 1e9);
            rows.set(Field.CURRENT, row, 1e3 * in.getFloat(at + 20));
            rows.set(Field.VOLTAGE, row, 1e3 * in.getFloat(at + 24));
            rows.set(Field.CAPACITY, row, in.getFloat(at + 28));
            rows.set(Field.ENERGY, row, in.getFloat(at + 32));
            rows.set(Field.CYCLE, row, (in.getInt(at + 36) & 0xFFFFFFFFL) + 1);
            long fraction = in.getInt(at + 48) & 0xFFFFFFFFL;
            rows.set(Field.TIMESTAMP, row, (in.getInt(at + 44) & 0xFFFFFFFFL) + fraction / 1e9);
            if (length() >= 56 && index <= 2L * rows.size() + 64) {
                int i = (int) index;
                rows.auxiliary(temperature(1), i)[i] = in.getFloat(at + 52);
            }
            return true;
        }
    }

    /** The temperature of a further channel. */
    public static ColumnSpec temperature(int channel) {
        return ColumnSpec.of("T" + channel).as(QuantityKind.TEMPERATURE, "degC");
    }

    /** The voltage of a further channel. */
    public static ColumnSpec voltage(int channel) {
        return ColumnSpec.of("V" + channel).unit("V");
    }
}
