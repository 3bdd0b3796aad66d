// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.gamry;

import org.ionbench.api.importing.Technique;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What was measured, told by the file's {@code TAG} and the table's name. */
final class DtaTechniques {
    /** Parts of tags, the first that is found decides. */
    private static final List<Map.Entry<String, Technique>> TAGS =
            List.of(
                    Map.entry("EIS", Technique.EIS),
                    Map.entry("MOTT", Technique.EIS),
                    Map.entry("CORPOT", Technique.OCV),
                    Map.entry("OCV", Technique.OCV),
                    Map.entry("OCP", Technique.OCV),
                    Map.entry("CHARGE", Technique.CYCLING),
                    Map.entry("CHRONOP", Technique.CP),
                    Map.entry("GALVANOSTATIC", Technique.CP),
                    Map.entry("CHRONO", Technique.CA),
                    Map.entry("POTENTIOSTATIC", Technique.CA),
                    Map.entry("SQUARE", Technique.SWV),
                    Map.entry("SWV", Technique.SWV),
                    Map.entry("DIFFERENTIAL", Technique.DPV),
                    Map.entry("DIFF_PULSE", Technique.DPV),
                    Map.entry("DPV", Technique.DPV),
                    Map.entry("CYCPOL", Technique.CV),
                    Map.entry("CYCLICPOLARIZATION", Technique.CV),
                    Map.entry("CYCLICVOLT", Technique.CV),
                    Map.entry("LSV", Technique.LSV),
                    Map.entry("LINEAR", Technique.LSV),
                    Map.entry("POTENTIODYNAMIC", Technique.LSV),
                    Map.entry("POLRES", Technique.LSV),
                    Map.entry("TAFEL", Technique.LSV),
                    Map.entry("RCV", Technique.CV),
                    Map.entry("CV", Technique.CV));

    private static final Map<String, Technique> METHODS =
            Map.of(
                    "CV", Technique.CV,
                    "CA", Technique.CA,
                    "CP", Technique.CP,
                    "LSV", Technique.LSV,
                    "OCP", Technique.OCV);

    private DtaTechniques() {}

    static Technique of(DtaHead head, String table) {
        String name = table.toUpperCase(Locale.ROOT);
        if (name.startsWith("ZCURVE")) {
            return Technique.EIS;
        }
        if (name.startsWith("OCV")) {
            return Technique.OCV;
        }
        if (name.startsWith("QCM")) {
            return Technique.OTHER;
        }
        return ofElectrode(head, name).or(() -> ofTag(head)).orElse(Technique.OTHER);
    }

    /** The technique of the whole file; empty where its tag is not known. */
    static Optional<Technique> ofTag(DtaHead head) {
        String tag = head.text("TAG").toUpperCase(Locale.ROOT).replace(" ", "");
        return TAGS.stream()
                .filter(t -> tag.contains(t.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /**
     * With two working electrodes a key {@code METHOD} may name what generator and detector do:
     * {@code CV-CP}.
     */
    private static Optional<Technique> ofElectrode(DtaHead head, String name) {
        String[] methods = head.text("METHOD").strip().toUpperCase(Locale.ROOT).split("-");
        if (methods.length != 2) {
            return Optional.empty();
        }
        String method =
                name.contains("GENERATOR")
                        ? methods[0]
                        : name.contains("DETECTOR") ? methods[1] : "";
        return Optional.ofNullable(METHODS.get(method.replaceAll("\\d", "").strip()));
    }
}
