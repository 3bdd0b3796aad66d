// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.ametek;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes small {@code .par} files for tests. */
final class ParFile {
    static final String DEFINITION =
            "Segment #, Point #, E(V), I(A), Elapsed Time(s), ADC Sync Input(V), Current Range,"
                + " Status, E Applied(V), Frequency(Hz), E Real, E Imag, I Real, I Imag, Z Real, Z"
                + " Imag, E2 Status, E2(V), E2 Real, E2 Imag, Z2 Real, Z2 Imag, ActionId, AC"
                + " Amplitude, 0";

    private final List<String> lines = new ArrayList<>();
    private int point;

    ParFile section(String name, String... settings) {
        lines.add("<" + name + ">");
        lines.addAll(List.of(settings));
        lines.add("</" + name + ">");
        lines.add("");
        return this;
    }

    ParFile line(String line) {
        lines.add(line);
        return this;
    }

    /** A file with the sections every one has and the head of the points. */
    static ParFile started(String... actions) {
        ParFile file =
                new ParFile()
                        .section("Application", "Name=VersaStudio", "Version=2.60.6.0")
                        .section("Instrument", "Type=VersaSTAT3F", "Model=-300", "SN=0012345")
                        .section(
                                "Experiment",
                                "TimeAcquired=3:53:19 PM",
                                "DateAcquired=Thursday, September 12, 2024",
                                "Height=661")
                        .section("Action0", "Working Electrode Area (cm2)=0.785", "Name=Common");
        for (int i = 0; i < actions.length; i++) {
            file.section(
                    "Action" + (i + 1),
                    "Leave Cell ON=No",
                    "Number in Order=" + (i + 1),
                    "Name=" + actions[i]);
        }
        return file.line("<Segment1>").line("Type=2").line("Version=3");
    }

    ParFile defined() {
        return line("Definition=" + DEFINITION);
    }

    ParFile spectrum(int segment, double f, double re, double im) {
        return line(
                segment
                        + ","
                        + point++
                        + ",0.01,1E-06,"
                        + point
                        + ",0,5,53,0,"
                        + f
                        + ",0.01,0,1E-05,0,"
                        + re
                        + ","
                        + im
                        + ",0,0,0,0,0,0,21,0.01");
    }

    ParFile direct(int segment, int action, double e, double i) {
        return line(
                segment
                        + ","
                        + point++
                        + ","
                        + e
                        + ","
                        + i
                        + ","
                        + point
                        + ",0,5,53,0,0,0,0,0,0,0,0,0,0,0,0,0,0,"
                        + action
                        + ",0");
    }

    ParFile ended() {
        return line("</Segment1>").section("Graph1", "Type=Unknown");
    }

    byte[] bytes(String end) {
        return (String.join(end, lines) + end).getBytes(StandardCharsets.UTF_8);
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }
}
