// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.neware.internal.binary;

/**
 * What a step of a schedule does, by the number the files give it.
 *
 * <table>
 * <caption>Numbers of kinds of steps</caption>
 * <tr><td>1</td><td>CC Chg</td><td>8</td><td>CP DChg</td><td>18</td><td>PCCCV Chg</td></tr>
 * <tr><td>2</td><td>CC DChg</td><td>9</td><td>CP Chg</td><td>19</td><td>CV DChg</td></tr>
 * <tr><td>3</td><td>CV Chg</td><td>10</td><td>CR DChg</td><td>20</td><td>CCCV DChg</td></tr>
 * <tr><td>4</td><td>Rest</td><td>13</td><td>Pause</td><td>21</td><td>Control</td></tr>
 * <tr><td>5</td><td>Cycle</td><td>16</td><td>Pulse</td><td>22</td><td>OCV</td></tr>
 * <tr><td>6</td><td>End</td><td>17</td><td>SIM</td><td>26, 27</td><td>CPCV DChg, Chg</td></tr>
 * <tr><td>7</td><td>CCCV Chg</td><td>25</td><td>Ramp</td><td></td><td></td></tr>
 * </table>
 */
public final class StepType {
    private static final String[] NAMES = new String[256];

    static {
        for (int code = 0; code < NAMES.length; code++) {
            NAMES[code] = "Type " + code;
        }
        NAMES[0] = "";
        NAMES[1] = "CC Chg";
        NAMES[2] = "CC DChg";
        NAMES[3] = "CV Chg";
        NAMES[4] = "Rest";
        NAMES[5] = "Cycle";
        NAMES[6] = "End";
        NAMES[7] = "CCCV Chg";
        NAMES[8] = "CP DChg";
        NAMES[9] = "CP Chg";
        NAMES[10] = "CR DChg";
        NAMES[13] = "Pause";
        NAMES[16] = "Pulse";
        NAMES[17] = "SIM";
        NAMES[18] = "PCCCV Chg";
        NAMES[19] = "CV DChg";
        NAMES[20] = "CCCV DChg";
        NAMES[21] = "Control";
        NAMES[22] = "OCV";
        NAMES[25] = "Ramp";
        NAMES[26] = "CPCV DChg";
        NAMES[27] = "CPCV Chg";
    }

    private StepType() {}

    /** The vendor's word; {@code "Type 99"} for a number not known. */
    public static String name(int code) {
        return NAMES[code & 0xFF];
    }

    public static boolean isKnown(int code) {
        return !NAMES[code & 0xFF].startsWith("Type ");
    }

    public static boolean isCharge(int code) {
        return name(code).endsWith(" Chg");
    }

    public static boolean isDischarge(int code) {
        return name(code).endsWith(" DChg");
    }
}
