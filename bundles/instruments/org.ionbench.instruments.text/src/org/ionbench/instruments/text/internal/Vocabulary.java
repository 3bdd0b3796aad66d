// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.text.internal;

import org.ionbench.api.quantity.QuantityKind;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The names people and programs give to quantities. */
final class Vocabulary {
    private static final Pattern MODULUS = Pattern.compile("\\|([^|]*)\\|");

    /** Labels in lower case without blanks and punctuation; a label may have several meanings. */
    private static final String[] WORDS = {
        "time: time t test testtime elapsedtime timeelapsed elapsed totaltime runtime timet zeit"
                + " temps tiempo tempo corrtime correctedtime experimenttime laufzeit"
                + " \u6642\u9593 \u65f6\u95f4 \u7ecf\u8fc7\u65f6\u95f4"
                + " \u7d4c\u904e\u6642\u9593 \u6e2c\u5b9a\u6642\u9593"
                + " \u6d4b\u8bd5\u65f6\u95f4 \u603b\u65f6\u95f4",
        "frequency: f freq frequency frequenz frequence fr\u00e9quence frecuencia frequenza"
                + " frequentie freqhz"
                + " \u5468\u6ce2\u6570 \u9891\u7387",
        "impedance real: zre rez z' zreal realz re real zr realimpedance impedancereal realpart"
            + " zrealpart realpartofz zprime reimpedance rezz z1 z'a realzohm realteil resistance"
            + " zresistance \u5b9f\u90e8 \u5b9e\u90e8",
        "impedance imaginary: zim imz z'' zimag imagz im imag imaginary zi zimg imaginaryimpedance"
                + " impedanceimaginary impedanceimag imagimpedance imaginarypart"
                + " zimaginarypart imaginarypartofz zdoubleprime zimaginary imimpedance"
                + " imaginaryz z2 z''b reactance imagin\u00e4rteil imaginaerteil"
                + " \u865a\u90e8",
        "impedance modulus: absz zmod modz modulus magnitude impedancemodulus absoluteimpedance z"
                + " zmodulus magz zabs impedance impedancemagnitude zmag mag zmagnitude"
                + " modulusofz magnitudeofz impedanz absimpedance impedanceabs",
        "impedance phase: phase phasez phi theta zphase phaseangle zphz zphs impedancephase"
                + " phasenwinkel argz angle \u03c6 \u03d5 \u03b8 phaseofz phz zphi zangle"
                + " phasewinkel",
        "potential: e ewe potential vf workingelectrode workingpotential epotential we1potential"
                + " potentialwe1 potentialapplied electrodepotential potenzial ewevs workingep"
                + " measuredpotential eapplied appliedpotential esetting"
                + " iruncompensatedpotential ecorrected"
                + " \u96fb\u4f4d \u7535\u4f4d",
        "cell voltage: voltage cellvoltage u v vcell ucell ecell spannung volt volts vbat vbatt"
                + " terminalvoltage tension voltaje ecellvoltage ewece batteryvoltage"
                + " measuredvoltage"
                + " \u96fb\u5727 \u7535\u538b \u30bb\u30eb\u96fb\u5727",
        "counter potential: ece ce counterpotential counterelectrodepotential",
        "current: i current im strom courant corriente amps imeasured measuredcurrent cellcurrent"
                + " appliedcurrent icell we1current avgi"
                + " \u96fb\u6d41 \u7535\u6d41",
        "current density: j i currentdensity current jdisk jdensity stromdichte"
                + " \u96fb\u6d41\u5bc6\u5ea6 \u7535\u6d41\u5bc6\u5ea6",
        "charge: q amphr charge ladung qqo capacity kapazit\u00e4t capacit\u00e9 capacitymeas"
                + " netcapacity"
                + " \u96fb\u6c17\u91cf \u7535\u91cf \u5bb9\u91cf",
        "capacity charge: chargecapacity chargingcapacity qcharge capacitycharge chgcapacity"
                + " capchg chargecap capc qchg capacitychg ahcha ahcharge cyclechargingcapacity"
                + " stepchargingcapacity schedulechargingcapacity"
                + " \u5145\u96fb\u5bb9\u91cf \u5145\u7535\u5bb9\u91cf",
        "capacity discharge: dischargecapacity dischargingcapacity qdischarge capacitydischarge"
                + " dchgcapacity dchgcap dischgcapacity dischargecap qdchg capacitydchg capdchg"
                + " ahdch ahdischarge cycledischargingcapacity stepdischargingcapacity"
                + " scheduledischargingcapacity"
                + " \u653e\u96fb\u5bb9\u91cf \u653e\u7535\u5bb9\u91cf",
        "energy: energy watthr e netenergy energie"
                + " \u30a8\u30cd\u30eb\u30ae\u30fc \u80fd\u91cf",
        "power: power p leistung puissance" + " \u96fb\u529b \u529f\u7387",
        "temperature: temperature temp t celltemperature temperaturet1 temperatur"
                + " ambienttemperature auxtemperature tc temperature1 temp1 oventemperature"
                + " sampletemperature celltemp surfacetemperature chambertemperature"
                + " temperature2 temperature3 temperature4 temperature5 temperaturet2"
                + " temperaturet3 temperaturet4 temperaturet5 t1 t2 t3 t4 t5"
                + " \u6e29\u5ea6",
        "cycle: cycle cyclec cyclenumber cycleindex cyclecount cycleno cycleid cyclenr zyklus cyc"
                + " cycles totalcycle cyclen"
                + " \u30b5\u30a4\u30af\u30eb \u30b5\u30a4\u30af\u30eb\u756a\u53f7"
                + " \u30b5\u30a4\u30af\u30eb\u6570 \u5faa\u73af \u5faa\u73af\u53f7"
                + " \u5faa\u73af\u5e8f\u53f7",
        "step: step stepindex stepnumber stepid stepcount stepno ns stepnr segment schritt"
                + " stepn"
                + " \u30b9\u30c6\u30c3\u30d7 \u30b9\u30c6\u30c3\u30d7\u756a\u53f7"
                + " \u5de5\u6b65 \u5de5\u6b65\u53f7 \u5de5\u6b65\u5e8f\u53f7",
        "pressure: pressure p druck ambientpressure appliedpressure surfacepressure",
        "rotation rate: rpm rotationrate rotationspeed rotation rotationfrequency speed"
    };

    /** Labels so short or so common that they mean impedance only beside a frequency. */
    private static final Set<String> BESIDE_FREQUENCY =
            Set.of(
                    "re",
                    "real",
                    "im",
                    "imag",
                    "imaginary",
                    "zr",
                    "zi",
                    "z1",
                    "z2",
                    "z",
                    "mag",
                    "magnitude",
                    "modulus",
                    "phase",
                    "phi",
                    "theta",
                    "angle",
                    "\u03c6",
                    "\u03d5",
                    "\u03b8",
                    "phaseangle",
                    "realpart",
                    "imaginarypart",
                    "impedance",
                    "resistance",
                    "reactance",
                    "realteil",
                    "imagin\u00e4rteil",
                    "imaginaerteil",
                    "z'",
                    "z''");

    /** Labels that mean something only with a unit. */
    private static final Set<String> WITH_UNIT =
            Set.of(
                    "p",
                    "q",
                    "j",
                    "ce",
                    "energy",
                    "test",
                    "speed",
                    "rotation",
                    "ns",
                    "tc",
                    "t1",
                    "t2",
                    "t3",
                    "t4",
                    "t5");

    private static final Map<String, List<QuantityKind>> KINDS = new HashMap<>();

    static {
        for (String line : WORDS) {
            int colon = line.indexOf(':');
            QuantityKind kind = QuantityKind.ofId(line.substring(0, colon)).orElseThrow();
            for (String word : line.substring(colon + 2).split(" ")) {
                KINDS.computeIfAbsent(word, w -> new ArrayList<>()).add(kind);
            }
        }
    }

    private static final Set<QuantityKind> OF_IMPEDANCE =
            EnumSet.of(
                    QuantityKind.IMPEDANCE_REAL,
                    QuantityKind.IMPEDANCE_IMAGINARY,
                    QuantityKind.IMPEDANCE_MODULUS,
                    QuantityKind.IMPEDANCE_PHASE);

    private Vocabulary() {}

    /** What a label can mean, the likeliest first; empty if it is not known. */
    static List<QuantityKind> kinds(String label) {
        return KINDS.getOrDefault(key(label), List.of());
    }

    /** Whether the label means this only in a table that has a column of frequencies. */
    static boolean needsFrequency(String label, QuantityKind kind) {
        return OF_IMPEDANCE.contains(kind) && BESIDE_FREQUENCY.contains(key(label));
    }

    /** Whether the label alone, without a unit, tells too little. */
    static boolean needsUnit(String label) {
        return WITH_UNIT.contains(key(label));
    }

    private static String key(String label) {
        String s = MODULUS.matcher(label.toLowerCase(Locale.ROOT)).replaceAll("abs$1");
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (Character.isLetterOrDigit(c) || c == '\'') {
                key.append(c);
            }
        }
        return key.toString();
    }
}
