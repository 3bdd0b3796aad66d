// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.explorer;

import org.ionbench.engine.session.Outline.RecordingItem;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words and icons of recordings and runs. */
public final class Words {

    private Words() {}

    /** A technique by its name on screen; an id nobody knows stays as it is. */
    public static String technique(String id) {
        return switch (id) {
            case "eis" -> "Impedance";
            case "cv" -> "Cyclic voltammetry";
            case "lsv" -> "Linear sweep voltammetry";
            case "ca" -> "Chronoamperometry";
            case "cp" -> "Chronopotentiometry";
            case "ocv" -> "Open-circuit potential";
            case "cycling" -> "Cycling";
            case "gitt" -> "GITT";
            case "pitt" -> "PITT";
            case "swv" -> "Square-wave voltammetry";
            case "dpv" -> "Differential pulse voltammetry";
            case "other" -> "Other";
            default -> id;
        };
    }

    /** The technique of a recording, and whether it is one of the fixture. */
    static String recording(RecordingItem r) {
        List<String> parts = new ArrayList<>();
        parts.add(technique(r.technique()));
        if (r.fixture()) {
            parts.add("fixture");
        }
        return String.join(", ", parts);
    }

    /** A temperature in K as degrees Celsius, as short as it can be. */
    public static String celsius(double kelvin) {
        double c = Math.round((kelvin - 273.15) * 100) / 100.0;
        String number = c == Math.rint(c) ? Long.toString((long) c) : Double.toString(c);
        return number.replace('-', '\u2212') + "\u2009\u00b0C";
    }

    /** The icon of recordings of a technique. */
    public static String recordingIcon(String technique) {
        return switch (technique) {
            case "eis" -> "recording-eis";
            case "cv", "lsv", "swv", "dpv" -> "recording-cv";
            case "cycling", "gitt", "pitt" -> "recording-cycling";
            case "ca", "cp", "ocv" -> "recording-transient";
            default -> "recording";
        };
    }

    /** The icon of an analysis' runs. */
    public static String runIcon(String analysis) {
        String id = analysis.toLowerCase(Locale.ROOT);
        return id.endsWith(".fit")
                ? "run-fit"
                : id.endsWith(".arrhenius") ? "run-arrhenius" : "run";
    }
}
