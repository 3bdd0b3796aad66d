// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.instruments.biologic.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a column id of a {@code .mpr} data module stands for.
 *
 * @param name the name EC-Lab writes above the column in a text export
 * @param storage how a value is stored
 */
public record MprColumn(String name, Storage storage) {

    /** How a value is stored, little-endian. */
    public enum Storage {
        U1(1),
        U2(2),
        U4(4),
        F4(4),
        F8(8);

        private final int bytes;

        Storage(int bytes) {
            this.bytes = bytes;
        }

        /** Size of a value in bytes. */
        public int bytes() {
            return bytes;
        }
    }

    private static final Map<Integer, MprColumn> LOW = new HashMap<>();
    private static final Map<Integer, MprColumn> HIGH = new HashMap<>();
    private static final Map<Integer, MprColumn> RIVALS = new HashMap<>();

    static {
        doubles(LOW, 4, "time/s", 7, "dq/mA.h", 11, "<I>/mA", 13, "(Q-Qo)/mA.h", 23, "dQ/mA.h");
        doubles(LOW, 24, "cycle number", 74, "|Energy|/W.h", 110, "Energy ce/W.h");
        doubles(LOW, 112, "Energy we/W.h", 115, "Energy ce charge/W.h");
        doubles(LOW, 116, "Energy ce discharge/W.h", 123, "Energy charge/W.h");
        doubles(LOW, 124, "Energy discharge/W.h", 125, "Capacitance charge/\u00b5F");
        doubles(LOW, 126, "Capacitance discharge/\u00b5F", 182, "step time/s");
        doubles(LOW, 211, "Q charge/discharge/mA.h");
        put(LOW, Storage.U2, 39, "I Range", 131, "Ns");
        put(LOW, Storage.U4, 212, "half cycle", 213, "z cycle");
        put(LOW, Storage.U1, 253, "Acir/Dcir Control");
        floats(LOW, 5, "control/V/mA", 6, "Ewe/V", 8, "I/mA", 9, "Ece/V", 15, "Phase(Z1)/deg");
        floats(LOW, 16, "Analog IN 1/V", 17, "Analog IN 2/V", 19, "control/V");
        floats(LOW, 20, "control/mA", 26, "Rapp/Ohm", 27, "Ewe-Ece/V", 32, "freq/Hz");
        floats(LOW, 33, "|Ewe|/V", 34, "|I|/A", 35, "Phase(Z)/deg", 36, "|Z|/Ohm");
        floats(LOW, 37, "Re(Z)/Ohm", 38, "-Im(Z)/Ohm", 45, "|Z1|/Ohm", 46, "|Z2|/Ohm");
        floats(LOW, 69, "R/Ohm", 70, "P/W", 75, "Analog OUT/V", 76, "<I>/mA", 77, "<Ewe>/V");
        floats(LOW, 78, "Cs-2/\u00b5F-2", 96, "|Ece|/V", 98, "Phase(Zce)/deg", 99, "|Zce|/Ohm");
        floats(LOW, 100, "Re(Zce)/Ohm", 101, "-Im(Zce)/Ohm", 105, "-Im(Z1)/Ohm");
        floats(LOW, 106, "-Im(Z2)/Ohm", 135, "<E1>/V", 136, "<E2>/V", 163, "|Estack|/V");
        floats(LOW, 166, "Phase(Zstack)/deg", 167, "|Zstack|/Ohm", 168, "Rcmp/Ohm");
        floats(LOW, 169, "Cs/\u00b5F", 172, "Cp/\u00b5F", 173, "Cp-2/\u00b5F-2", 174, "<Ewe>/V");
        floats(LOW, 175, "|Zwe-ce|/Ohm", 176, "Re(Zwe-ce)/Ohm", 177, "-Im(Zwe-ce)/Ohm");
        floats(LOW, 178, "(Q-Qo)/C", 179, "dQ/C", 185, "<Ece>/V", 206, "Temperature/\u00b0C");
        floats(LOW, 215, "<Ece>/V", 217, "THD Ewe/%", 218, "THD I/%", 219, "THD Ece/%");
        floats(LOW, 220, "NSD Ewe/%", 221, "NSD I/%", 222, "NSD Ece/%", 223, "NSR Ewe/%");
        floats(LOW, 224, "NSR I/%", 225, "NSR Ece/%", 248, "Rac/Ohm", 249, "Rdc/Ohm");
        for (int harmonic = 2; harmonic <= 7; harmonic++) {
            floats(LOW, 228 + harmonic, "|Ewe h" + harmonic + "|/V");
            floats(LOW, 234 + harmonic, "|I h" + harmonic + "|/A");
            floats(LOW, 240 + harmonic, "|Ece h" + harmonic + "|/V");
        }
        floats(HIGH, 271, "Phase(Z1)/deg", 272, "Phase(Z2)/deg", 301, "|Z1|/Ohm");
        floats(HIGH, 302, "|Z2|/Ohm", 331, "Re(Z1)/Ohm", 332, "Re(Z2)/Ohm");
        floats(HIGH, 361, "-Im(Z1)/Ohm", 362, "-Im(Z2)/Ohm", 391, "<E1>/V", 392, "<E2>/V");
        floats(HIGH, 422, "Phase(Zstack)/deg", 423, "|Zstack|/Ohm", 424, "Re(Zstack)/Ohm");
        floats(HIGH, 425, "-Im(Zstack)/Ohm", 426, "<Estack>/V", 430, "Phase(Zwe-ce)/deg");
        doubles(RIVALS, 242, "Q charge/mA.h", 243, "Q discharge/mA.h", 244, "step time/s");
        doubles(RIVALS, 245, "Efficiency/%", 246, "Capacity/mA.h");
        RIVALS.forEach((id, column) -> HIGH.put(id + 256, column));
    }

    private static void floats(Map<Integer, MprColumn> table, Object... idsAndNames) {
        put(table, Storage.F4, idsAndNames);
    }

    private static void doubles(Map<Integer, MprColumn> table, Object... idsAndNames) {
        put(table, Storage.F8, idsAndNames);
    }

    private static void put(Map<Integer, MprColumn> table, Storage storage, Object... pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            table.put((Integer) pairs[i], new MprColumn((String) pairs[i + 1], storage));
        }
    }

    /**
     * The column of an id among the others of its file. Where the high byte of an id cannot be
     * trusted ({@code exact} false) the low byte decides: then 174 is the phase of Zwe-ce beside
     * the other parts of Zwe-ce and the mean Ewe elsewhere.
     *
     * @param rival whether the second meaning of 242 to 246 is to be tried
     */
    static Optional<MprColumn> of(int id, List<Integer> all, boolean exact, boolean rival) {
        if (exact && HIGH.containsKey(id)) {
            return Optional.of(HIGH.get(id));
        }
        int low = id & 0xff;
        if (low == 174 && !exact && all.stream().anyMatch(i -> (i & 0xff) == 175)) {
            return Optional.of(HIGH.get(430));
        }
        if (rival && RIVALS.containsKey(low)) {
            return Optional.of(RIVALS.get(low));
        }
        return Optional.ofNullable(LOW.get(low));
    }
}
