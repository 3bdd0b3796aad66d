// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.importing;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a user says about files that come into a project.
 *
 * @param cell the cell they were measured on, made where there is none of the name
 * @param pattern how their names are to be read
 * @param temperatures set temperatures of the successive spectra, in the order of the files and of
 *     the spectra in a file
 * @param shortCircuit a measurement of the shorted fixture
 * @param openCircuit a measurement of the open fixture
 * @param reading what is overridden when the files are read, as {@link FileReading#read} takes it
 */
public record ImportChoices(
        Optional<String> cell,
        Optional<NamePattern> pattern,
        Optional<TemperatureList> temperatures,
        Optional<Path> shortCircuit,
        Optional<Path> openCircuit,
        Map<String, String> reading) {
    /** Says nothing. */
    public static final ImportChoices NONE =
            new ImportChoices(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of());

    public ImportChoices {
        reading = Map.copyOf(reading);
    }

    public ImportChoices withCell(String name) {
        return new ImportChoices(
                Optional.of(name), pattern, temperatures, shortCircuit, openCircuit, reading);
    }

    public ImportChoices withPattern(NamePattern value) {
        return new ImportChoices(
                cell, Optional.of(value), temperatures, shortCircuit, openCircuit, reading);
    }

    public ImportChoices withTemperatures(TemperatureList value) {
        return new ImportChoices(
                cell, pattern, Optional.of(value), shortCircuit, openCircuit, reading);
    }

    public ImportChoices withShortCircuit(Path file) {
        return new ImportChoices(
                cell, pattern, temperatures, Optional.of(file), openCircuit, reading);
    }

    public ImportChoices withOpenCircuit(Path file) {
        return new ImportChoices(
                cell, pattern, temperatures, shortCircuit, Optional.of(file), reading);
    }

    public ImportChoices withReading(Map<String, String> options) {
        return new ImportChoices(cell, pattern, temperatures, shortCircuit, openCircuit, options);
    }
}
