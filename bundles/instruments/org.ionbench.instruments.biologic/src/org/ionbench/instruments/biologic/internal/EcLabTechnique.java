// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.instruments.biologic.internal;

import org.ionbench.api.importing.Technique;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A technique of EC-Lab.
 *
 * @param name EC-Lab's own name or abbreviation
 * @param technique what it is
 */
public record EcLabTechnique(String name, Technique technique) {

    private static final Map<Integer, EcLabTechnique> BY_CODE =
            Map.ofEntries(
                    code(0x04, "GCPL", Technique.CYCLING),
                    code(0x06, "CV", Technique.CV),
                    code(0x0b, "OCV", Technique.OCV),
                    code(0x16, "MP", Technique.OTHER),
                    code(0x18, "CA", Technique.CA),
                    code(0x19, "CP", Technique.CP),
                    code(0x1c, "WAIT", Technique.OTHER),
                    code(0x1d, "PEIS", Technique.EIS),
                    code(0x1e, "GEIS", Technique.EIS),
                    code(0x30, "CV", Technique.CV),
                    code(0x32, "ZIR", Technique.EIS),
                    code(0x33, "CVA", Technique.CV),
                    code(0x6c, "LSV", Technique.LSV),
                    code(0x75, "CoV", Technique.CA),
                    code(0x76, "CoC", Technique.CP),
                    code(0x77, "GCPL2", Technique.CYCLING),
                    code(0x7f, "MB", Technique.CYCLING),
                    code(0x88, "BCD", Technique.CYCLING));

    private static final Map<String, Technique> BY_WORDS =
            new java.util.LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                {
                    put("impedance", Technique.EIS);
                    put("zir", Technique.EIS);
                    put("cyclic voltam", Technique.CV);
                    put("linear sweep", Technique.LSV);
                    put("square wave", Technique.SWV);
                    put("differential pulse", Technique.DPV);
                    put("intermittent titration", Technique.GITT);
                    put("potentiodynamic cycling", Technique.PITT);
                    put("galvanostatic cycling", Technique.CYCLING);
                    put("modulo bat", Technique.CYCLING);
                    put("battery capacity", Technique.CYCLING);
                    put("chronoamperometry", Technique.CA);
                    put("constant voltage", Technique.CA);
                    put("chronopotentiometry", Technique.CP);
                    put("constant current", Technique.CP);
                    put("open circuit", Technique.OCV);
                }
            };

    private static Map.Entry<Integer, EcLabTechnique> code(int code, String name, Technique t) {
        return Map.entry(code, new EcLabTechnique(name, t));
    }

    /** The technique of the first byte of the settings; its columns where the byte is unknown. */
    static EcLabTechnique ofCode(int code, List<String> columns) {
        EcLabTechnique known = BY_CODE.get(code);
        if (known != null) {
            return known;
        }
        Technique guess = ofColumns(columns);
        return new EcLabTechnique("technique " + code, guess);
    }

    /** The technique named in the header of a text export; its columns where none is named. */
    static EcLabTechnique ofTitle(String title, List<String> columns) {
        Optional<Technique> named = named(title);
        Technique technique = named.orElseGet(() -> ofColumns(columns));
        return new EcLabTechnique(title.isEmpty() ? technique.id() : title, technique);
    }

    /** The technique of a title; empty where its words are of none that is known. */
    static Optional<Technique> named(String title) {
        String lower = title.toLowerCase(Locale.ROOT);
        return BY_WORDS.entrySet().stream()
                .filter(words -> lower.contains(words.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Technique ofColumns(List<String> names) {
        if (names.contains("freq/Hz")
                && (names.contains("Re(Z)/Ohm") || !names.contains("half cycle"))) {
            return Technique.EIS;
        }
        if (names.contains("dq/mA.h") || names.contains("|Energy|/W.h")) {
            return Technique.CYCLING;
        }
        if (names.contains("cycle number") && names.contains("control/V")) {
            return Technique.CV;
        }
        if (names.contains("control/mA")) {
            return Technique.CP;
        }
        if (names.contains("control/V")) {
            return Technique.CA;
        }
        boolean current = names.stream().anyMatch(n -> n.startsWith("I/") || n.startsWith("<I>/"));
        return current ? Technique.OTHER : Technique.OCV;
    }
}
