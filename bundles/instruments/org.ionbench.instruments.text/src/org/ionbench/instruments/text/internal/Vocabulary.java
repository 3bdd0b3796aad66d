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
                + " temps tiempo tempo corrtime correctedtime experimenttime laufzeit",
        "frequency: f freq frequency frequenz frequence fr\u00e9quence frecuencia frequenza"
                + " frequentie freqhz",
        "impedance real: zre rez z' zreal realz re real zr realimpedance impedancereal realpart"
            + " zrealpart realpartofz zprime reimpedance rezz z1 z'a realzohm realteil resistance"
            + " zresistance",
        "impedance imaginary: zim imz z'' zimag imagz im imag imaginary zi zimg imaginaryimpedance"
                + " impedanceimaginary impedanceimag imagimpedance imaginarypart"
                + " zimaginarypart imaginarypartofz zdoubleprime zimaginary imimpedance"
                + " imaginaryz z2 z''b reactance imagin\u00e4rteil imaginaerteil",
        "impedance modulus: absz zmod modz modulus magnitude impedancemodulus absoluteimpedance z"
                + " zmodulus magz zabs impedance impedancemagnitude zmag mag zmagnitude"
                + " modulusofz magnitudeofz impedanz absimpedance impedanceabs",
        "impedance phase: phase phasez phi theta zphase phaseangle zphz zphs impedancephase"
                + " phasenwinkel argz angle \u03c6 \u03d5 \u03b8 phaseofz phz zphi zangle"
                + " phasewinkel",
        "potential: e ewe potential vf workingelectrode workingpotential epotential we1potential"
                + " potentialwe1 potentialapplied electrodepotential potenzial ewevs workingep"
                + " measuredpotential eapplied appliedpotential esetting"
                + " iruncompensatedpotential ecorrected",
        "cell voltage: voltage cellvoltage u v vcell ucell ecell spannung volt volts vbat vbatt"
                + " terminalvoltage tension voltaje ecellvoltage ewece batteryvoltage"
                + " measuredvoltage",
        "counter potential: ece ce counterpotential counterelectrodepotential",
        "current: i current im strom courant corriente amps imeasured measuredcurrent cellcurrent"
                + " appliedcurrent icell we1current avgi",
        "current density: j i currentdensity current jdisk jdensity stromdichte",
        "charge: q amphr charge ladung qqo capacity kapazit\u00e4t capacit\u00e9 capacitymeas"
                + " netcapacity",
        "capacity charge: chargecapacity chargingcapacity qcharge capacitycharge chgcapacity"
                + " capchg chargecap capc qchg capacitychg ahcha ahcharge cyclechargingcapacity"
                + " stepchargingcapacity schedulechargingcapacity",
        "capacity discharge: dischargecapacity dischargingcapacity qdischarge capacitydischarge"
                + " dchgcapacity dchgcap dischgcapacity dischargecap qdchg capacitydchg capdchg"
                + " ahdch ahdischarge cycledischargingcapacity stepdischargingcapacity"
                + " scheduledischargingcapacity",
        "energy: energy watthr e netenergy energie",
        "power: power p leistung puissance",
        "temperature: temperature temp t celltemperature temperaturet1 temperatur"
                + " ambienttemperature auxtemperature tc temperature1 temp1 oventemperature"
                + " sampletemperature celltemp surfacetemperature chambertemperature"
                + " temperature2 temperature3 temperature4 temperature5 temperaturet2"
                + " temperaturet3 temperaturet4 temperaturet5 t1 t2 t3 t4 t5",
        "cycle: cycle cyclec cyclenumber cycleindex cyclecount cycleno cycleid cyclenr zyklus cyc"
                + " cycles totalcycle cyclen",
        "step: step stepindex stepnumber stepid stepcount stepno ns stepnr segment schritt"
                + " stepn",
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
