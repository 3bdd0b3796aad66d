// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.ametek;

import org.ionbench.api.importing.Technique;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the action, with its settings, that a run of points belongs to. The file does not say: runs
 * follow the actions that measure in their order, from the start again in a loop, and several runs
 * may belong to one action.
 */
final class ParActions {
    private ParActions() {}

    /** For each run its action, where one of its technique can be found. */
    static List<Optional<ParOutline.Action>> match(
            List<ParOutline.Run> runs, List<ParOutline.Action> all) {
        List<ParOutline.Action> actions =
                all.stream().filter(a -> Techniques.ofName(a.name()).isPresent()).toList();
        List<Optional<ParOutline.Action>> found = new ArrayList<>();
        int at = -1;
        for (ParOutline.Run run : runs) {
            at = next(run, actions, at);
            found.add(at < 0 ? Optional.empty() : Optional.of(actions.get(at)));
        }
        return found;
    }

    /** The action after {@code at}, the same once more, a later one or an earlier one; or -1. */
    private static int next(ParOutline.Run run, List<ParOutline.Action> actions, int at) {
        if (at >= 0 && !fits(run, actions, at + 1) && fits(run, actions, at)) {
            return at;
        }
        for (int i = 1; i <= actions.size(); i++) {
            int candidate = Math.floorMod(at + i, actions.size());
            if (fits(run, actions, candidate)) {
                return candidate;
            }
        }
        return -1;
    }

    private static boolean fits(ParOutline.Run run, List<ParOutline.Action> actions, int i) {
        if (i >= actions.size()) {
            return false;
        }
        Optional<Technique> byName = Techniques.ofName(actions.get(i).name());
        boolean impedance = byName.equals(Optional.of(Technique.EIS));
        return run.action()
                .flatMap(Techniques::ofId)
                .map(t -> byName.equals(Optional.of(t)))
                .orElse(impedance == run.impedance());
    }
}
