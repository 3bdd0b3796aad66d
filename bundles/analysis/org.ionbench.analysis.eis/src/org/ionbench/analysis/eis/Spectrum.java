// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.eis;

import org.ionbench.api.circuit.FrequencyGrid;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.QuantityKind;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The usable points of an impedance spectrum, in the order of the recording: frequencies in Hz,
 * impedances in ohm (imaginary part negative for a capacitor), and the row of each point.
 * Immutable.
 */
public final class Spectrum {
    private final double[] frequency;
    private final double[] re;
    private final double[] im;
    private final double[] modulus;
    private final int[] rows;
    private final FrequencyGrid grid;

    private Spectrum(double[] frequency, double[] re, double[] im, double[] modulus, int[] rows) {
        this.frequency = frequency;
        this.re = re;
        this.im = im;
        this.modulus = modulus;
        this.rows = rows;
        grid = FrequencyGrid.of(frequency);
    }

    /**
     * A spectrum of positive frequencies and finite impedances that are not zero.
     *
     * @throws IllegalArgumentException if lengths differ or a point is none of that
     */
    public static Spectrum of(double[] frequency, double[] re, double[] im) {
        if (re.length != frequency.length || im.length != frequency.length) {
            throw new IllegalArgumentException("columns of unequal length");
        }
        double[] modulus = new double[re.length];
        int[] rows = new int[re.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i;
            modulus[i] = Math.hypot(re[i], im[i]);
            if (!(modulus[i] > 0) || Double.isInfinite(modulus[i])) {
                throw new IllegalArgumentException("point " + i + " is not an impedance");
            }
        }
        return new Spectrum(frequency.clone(), re.clone(), im.clone(), modulus, rows);
    }

    /**
     * Reads the spectrum of a recording, from real and imaginary part or, where it has none, from
     * modulus and phase. Points that are not numbers or whose frequency is not positive are left
     * out and named.
     *
     * @param problems receives what was left out
     * @throws AnalysisException if the recording holds no impedance
     */
    public static Spectrum of(Recording recording, List<Problem> problems)
            throws AnalysisException {
        double[] f =
                recording
                        .si(QuantityKind.FREQUENCY)
                        .orElseThrow(() -> lacking(recording, "a frequency column"));
        double[] re;
        double[] im;
        var real = recording.si(QuantityKind.IMPEDANCE_REAL);
        var imaginary = recording.si(QuantityKind.IMPEDANCE_IMAGINARY);
        if (real.isPresent() && imaginary.isPresent()) {
            re = real.get();
            im = imaginary.get();
        } else {
            double[] size =
                    recording
                            .si(QuantityKind.IMPEDANCE_MODULUS)
                            .orElseThrow(() -> lacking(recording, "Re Z and Im Z, or |Z|"));
            double[] phase =
                    recording
                            .si(QuantityKind.IMPEDANCE_PHASE)
                            .orElseThrow(() -> lacking(recording, "Re Z and Im Z, or the phase"));
            re = new double[size.length];
            im = new double[size.length];
            for (int i = 0; i < size.length; i++) {
                re[i] = size[i] * Math.cos(phase[i]);
                im[i] = size[i] * Math.sin(phase[i]);
            }
        }
        List<Integer> good = new ArrayList<>();
        List<Integer> bad = new ArrayList<>();
        for (int i = 0; i < f.length; i++) {
            double size = Math.hypot(re[i], im[i]);
            boolean usable = f[i] > 0 && Double.isFinite(f[i]) && size > 0 && Double.isFinite(size);
            (usable ? good : bad).add(i);
        }
        if (!bad.isEmpty()) {
            problems.add(
                    Problem.warning(
                                    "eis.points.dropped",
                                    bad.size()
                                            + " of "
                                            + f.length
                                            + " points have no positive frequency or no finite"
                                            + " impedance and were left out.")
                            .at("rows " + shortList(bad))
                            .with(bad.size(), f.length));
        }
        if (good.isEmpty()) {
            throw new AnalysisException(
                    "The recording \"" + recording.name() + "\" holds no usable impedance point.");
        }
        int[] rows = good.stream().mapToInt(Integer::intValue).toArray();
        double[] modulus = new double[rows.length];
        double[] gf = new double[rows.length];
        double[] gr = new double[rows.length];
        double[] gi = new double[rows.length];
        for (int k = 0; k < rows.length; k++) {
            gf[k] = f[rows[k]];
            gr[k] = re[rows[k]];
            gi[k] = im[rows[k]];
            modulus[k] = Math.hypot(gr[k], gi[k]);
        }
        return new Spectrum(gf, gr, gi, modulus, rows);
    }

    private static String shortList(List<Integer> rows) {
        StringBuilder s = new StringBuilder();
        for (int i = 0; i < Math.min(8, rows.size()); i++) {
            s.append(i == 0 ? "" : ", ").append(rows.get(i) + 1);
        }
        return rows.size() > 8 ? s + ", ..." : s.toString();
    }

    private static AnalysisException lacking(Recording recording, String what) {
        return new AnalysisException(
                "The recording \""
                        + recording.name()
                        + "\" has no impedance spectrum: "
                        + what
                        + " is missing.");
    }

    /** The points whose index is accepted; may be empty. */
    public Spectrum where(IntPredicate accepted) {
        int[] kept = java.util.stream.IntStream.range(0, size()).filter(accepted).toArray();
        double[] f = new double[kept.length];
        double[] r = new double[kept.length];
        double[] i = new double[kept.length];
        double[] m = new double[kept.length];
        int[] row = new int[kept.length];
        for (int k = 0; k < kept.length; k++) {
            f[k] = frequency[kept[k]];
            r[k] = re[kept[k]];
            i[k] = im[kept[k]];
            m[k] = modulus[kept[k]];
            row[k] = rows[kept[k]];
        }
        return new Spectrum(f, r, i, m, row);
    }

    /**
     * The same points with other impedances, such as corrected ones. The modulus that weights refer
     * to stays that of the measurement, for the noise is proportional to it.
     */
    public Spectrum corrected(double[] newRe, double[] newIm) {
        return new Spectrum(frequency, newRe, newIm, modulus, rows);
    }

    public int size() {
        return frequency.length;
    }

    /** Frequency of a point in Hz. */
    public double frequency(int i) {
        return frequency[i];
    }

    /** Real part of a point in ohm. */
    public double re(int i) {
        return re[i];
    }

    /** Imaginary part of a point in ohm. */
    public double im(int i) {
        return im[i];
    }

    /** Modulus of a point as it was measured, in ohm. */
    public double modulus(int i) {
        return modulus[i];
    }

    /** Row of a point in its recording. */
    public int row(int i) {
        return rows[i];
    }

    public FrequencyGrid grid() {
        return grid;
    }

    public double lowestFrequency() {
        return java.util.Arrays.stream(frequency).min().orElse(Double.NaN);
    }

    public double highestFrequency() {
        return java.util.Arrays.stream(frequency).max().orElse(Double.NaN);
    }
}
