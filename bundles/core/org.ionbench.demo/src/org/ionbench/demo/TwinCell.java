// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.demo;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A cell of the twin as plain data: what a user would type into the cell sheet, and the files
 * measured on it. Properties are texts with units as {@code ionbench set} reads them.
 *
 * @param name the cell's name
 * @param sample the sample's name
 * @param sampleProperties {@code composition}, {@code milling time}, ...
 * @param cellProperties {@code thickness}, {@code diameter}, {@code mass}, {@code electrodes}, ...
 * @param circuit the code of the circuit its spectra are fitted with; empty where it has none
 * @param files what was measured on it, spectra in the order of their temperatures
 * @param shortCircuit the spectrum of the shorted fixture; cells of one fixture share it
 * @param runs the analyses to run on it
 * @param truth the pellet its spectra were generated from, for tests; empty where there is none
 */
public record TwinCell(
        String name,
        String sample,
        Map<String, String> sampleProperties,
        Map<String, String> cellProperties,
        String circuit,
        List<TwinFile> files,
        Optional<TwinFile> shortCircuit,
        List<TwinRun> runs,
        Optional<Pellet> truth) {

    public TwinCell {
        sampleProperties = ordered(sampleProperties);
        cellProperties = ordered(cellProperties);
        files = List.copyOf(files);
        runs = List.copyOf(runs);
    }

    private static Map<String, String> ordered(Map<String, String> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
