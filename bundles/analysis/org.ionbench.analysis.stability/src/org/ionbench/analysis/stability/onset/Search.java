// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability.onset;

import org.ionbench.analysis.stability.Branch;
import org.ionbench.analysis.stability.Conditions;
import org.ionbench.analysis.stability.Rise;
import org.ionbench.analysis.stability.Voltammogram;
import org.ionbench.analysis.stability.onset.OnsetSettings.Direction;
import org.ionbench.api.analysis.Window;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.quantity.NumberText;
import org.ionbench.numerics.UndeterminedException;

import java.util.Comparator;
import java.util.Optional;

/** Looks for rises on the branches of a scan. */
record Search(
        Voltammogram scan,
        OnsetSettings settings,
        Conditions conditions,
        double ohms,
        Reading.Levels levels) {
    private static final double LEAST_PART = 0.05;
    private static final int FEWEST = 10;

    /** The branch of a cycle that goes farthest; empty if none goes that way. */
    Optional<Branch> branch(int cycle, boolean isOxidation) {
        double sign = isOxidation ? 1 : -1;
        return scan.cycle(cycle).stream()
                .filter(b -> b.rising() == isOxidation)
                .max(Comparator.comparingDouble(b -> sign * scan.potential(b.to() - 1)));
    }

    /** The part of a branch that is looked at; empty if it was not scanned. */
    Optional<Rise> rise(Branch branch, boolean isOxidation) {
        boolean auto = settings.direction() == Direction.AUTO;
        double end = scan.potential(branch.to() - 1);
        double start = scan.start();
        double range = scan.highestPotential() - scan.lowestPotential();
        if (auto && (isOxidation ? end - start : start - end) < LEAST_PART * range) {
            return Optional.empty();
        }
        double rate = scan.scanRate(branch, settings.scanRate());
        Rise rise =
                Rise.of(
                        scan,
                        branch,
                        isOxidation,
                        conditions.shift(),
                        ohms,
                        auto ? start : Double.NaN,
                        rate);
        return rise.size() < FEWEST ? Optional.empty() : Optional.of(rise);
    }

    /** Whether this end of the window is asked for. */
    boolean isWanted(boolean isOxidation) {
        return switch (settings.direction()) {
            case AUTO, BOTH -> true;
            case OXIDATION -> isOxidation;
            case REDUCTION -> !isOxidation;
        };
    }

    Optional<Side> side(int cycle, boolean isOxidation) throws AnalysisException {
        if (!isWanted(isOxidation)) {
            return Optional.empty();
        }
        Optional<Branch> branch = branch(cycle, isOxidation);
        Optional<Rise> rise = branch.flatMap(b -> rise(b, isOxidation));
        if (rise.isEmpty()) {
            return Optional.empty();
        }
        Rise r = rise.get();
        Window fit = isOxidation ? settings.fit() : r.mirrored(settings.reductionFit());
        Window background =
                isOxidation ? settings.background() : r.mirrored(settings.reductionBackground());
        Optional<Windows> found = Windows.of(r).map(w -> w.with(fit, background));
        if (found.isEmpty() && isClosed(fit) && isClosed(background)) {
            found = Optional.of(new Windows(background, fit));
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Side.of(branch.orElseThrow(), r, found.get(), levels));
        } catch (UndeterminedException e) {
            throw new AnalysisException(
                    "The windows of the "
                            + r.name()
                            + " hold too few points for a line: background "
                            + text(r, found.get().background())
                            + ", fit "
                            + text(r, found.get().fit())
                            + ". Widen them.",
                    e);
        }
    }

    private static boolean isClosed(Window w) {
        return !Double.isInfinite(w.low()) && !Double.isInfinite(w.high());
    }

    /** A window as a sentence's part, in potentials. */
    static String text(Rise rise, Window window) {
        Window w = rise.mirrored(window);
        return NumberText.of(w.low()) + " to " + NumberText.of(w.high()) + " V";
    }
}
