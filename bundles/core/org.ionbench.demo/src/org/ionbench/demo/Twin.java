// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.demo;

import org.ionbench.api.progress.Progress;
import org.ionbench.demo.studies.BatteryStudy;
import org.ionbench.demo.studies.CompositionStudy;
import org.ionbench.demo.studies.ConductionStudy;
import org.ionbench.demo.studies.Desk;
import org.ionbench.demo.studies.StabilityStudy;
import org.ionbench.demo.studies.TransferenceStudy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A synthetic twin of Hehn et al., ACS Appl. Mater. Interfaces 2025, 17, 33824 (doi
 * 10.1021/acsami.5c01939): solid electrolytes of Li2B12H12 and nanoporous ZrO2. Nothing in it was
 * measured. It holds cells as plain data and the files "measured" on them in the formats of real
 * instruments, so that a project is built from them by the same path as from any user's files.
 *
 * <p>The truth of each experiment stands with it in {@link org.ionbench.demo.studies}. What the
 * paper does not say is our invention: capacitances and tails of circuits, the split of a
 * resistance, the leads, shapes of voltage curves, noise, uncertainties and dates.
 */
public final class Twin {
    private final List<TwinCell> cells;

    private Twin(List<TwinCell> cells) {
        this.cells = List.copyOf(cells);
    }

    /**
     * Impedance from 30 to 100 degC of the three materials.
     *
     * <p>Composite: E_A 0.424 eV, 2.94e-4 S/cm at 30 degC and so 1.154e-3 at 60 degC; 0.32 mm, C_gb
     * 1e-9 F. Pristine: 0.52 eV, 1.0e-6 S/cm at 60 degC; 0.60 mm, C_gb 2e-10 F. Ball-milled: 0.47
     * eV, 9e-5 S/cm at 60 degC, 0.60 mm, C_gb 5e-10 F, all our invention.
     */
    public static Twin conduction() {
        return new Twin(ConductionStudy.materials());
    }

    /**
     * Impedance at 60 degC of composites milled for 20, 24, 36, 72 and 90 h: 0.25, 0.40, 0.75, 1.14
     * and 1.13e-3 S/cm, our invention. The sample of 50 h, 1.154e-3 S/cm, is the composite of
     * {@link #conduction}.
     */
    public static Twin milling() {
        return new Twin(ConductionStudy.milling());
    }

    /** Steps of the voltage for the transference of ions and of cations, with spectra beside. */
    public static Twin transference() {
        return new Twin(List.of(TransferenceStudy.ionic(), TransferenceStudy.cationic()));
    }

    /** Scans towards oxidation and reduction, with spectra before and after. */
    public static Twin stability() {
        return new Twin(List.of(StabilityStudy.anodic(), StabilityStudy.cathodic()));
    }

    /** Cells with TiS2 and LiFePO4 on a cycler. */
    public static Twin cycling() {
        return new Twin(BatteryStudy.cells());
    }

    /** Composites of which only the composition is known. */
    public static Twin composition() {
        return new Twin(CompositionStudy.cells());
    }

    /** All cells there are. */
    public static Twin complete() {
        return new Twin(
                Stream.of(
                                conduction(),
                                milling(),
                                composition(),
                                transference(),
                                stability(),
                                cycling())
                        .flatMap(t -> t.cells.stream())
                        .toList());
    }

    /** The instrument all its spectra were measured with. */
    public static Bench bench() {
        return Desk.BENCH;
    }

    public List<TwinCell> cells() {
        return cells;
    }

    /** All its files, each once: those of the cells in their order, then those of the fixtures. */
    public List<TwinFile> files() {
        return Stream.concat(
                        cells.stream().flatMap(c -> c.files().stream()),
                        cells.stream().flatMap(c -> c.shortCircuit().stream()))
                .distinct()
                .toList();
    }

    /**
     * Writes all its files into a folder, which is made where it is missing, over files of the same
     * names.
     *
     * @return the files, which lie in {@code folder} under their names
     * @throws java.util.concurrent.CancellationException if progress was cancelled
     */
    public List<TwinFile> write(Path folder, Progress progress) throws IOException {
        List<TwinFile> files = files();
        progress.task("Write the synthetic example files", files.size());
        Files.createDirectories(folder);
        for (TwinFile file : files) {
            progress.checkCancelled();
            progress.note(file.name());
            file.write(folder);
            progress.done(1);
        }
        return files;
    }
}
