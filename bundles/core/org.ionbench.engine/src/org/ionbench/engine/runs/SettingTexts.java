// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.runs;

import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Need;
import org.ionbench.api.analysis.Settings;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.engine.catalog.Catalog;
import org.ionbench.engine.catalog.Contribution;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of one analysis as text: what is known, missing, of another revision, unreadable.
 */
final class SettingTexts {
    private final Contribution<Analysis<?>> contribution;
    private final Optional<Analysis<?>> analysis;

    SettingTexts(Contribution<Analysis<?>> contribution) {
        this.contribution = contribution;
        this.analysis = contribution.instance();
    }

    /** The keys of the analysis, in its order. */
    Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        analysis.ifPresent(a -> Settings.describe(a.settings()).forEach(s -> keys.add(s.key())));
        return keys;
    }

    /**
     * Stored settings in today's terms: in the analysis' order, defaults filled in, unknown keys
     * last.
     *
     * @param revision the revision that wrote them
     */
    Map<String, String> current(Map<String, String> stored, int revision) {
        Map<String, String> texts =
                revision == contribution.revision() || analysis.isEmpty()
                        ? stored
                        : analysis.get().migrate(stored, revision);
        Map<String, String> all = new LinkedHashMap<>();
        analysis.ifPresent(
                a ->
                        Settings.describe(a.settings())
                                .forEach(
                                        s ->
                                                all.put(
                                                        s.key(),
                                                        texts.getOrDefault(s.key(), s.value()))));
        texts.forEach(all::putIfAbsent);
        stored.forEach(all::putIfAbsent);
        return Collections.unmodifiableMap(all);
    }

    /** All defaults. */
    Map<String, String> defaults() {
        return current(Map.of(), contribution.revision());
    }

    /**
     * The known ones as the analysis itself would write them, so that {@code 1e3} and {@code 1000}
     * are one setting.
     *
     * @throws IllegalArgumentException with a sentence if a text cannot be read
     */
    Map<String, String> written(Map<String, String> texts) {
        return analysis.map(a -> Settings.write(Settings.read(a.settings(), texts))).orElse(texts);
    }

    /**
     * Settings after a change, as they are to be stored: what cannot be read but was not changed
     * stays as it is.
     *
     * @throws IllegalArgumentException with a sentence if a changed key is unknown or cannot be
     *     read
     */
    Map<String, String> changed(Map<String, String> current, Map<String, String> changes) {
        unknown(changes.keySet(), List.of(this))
                .ifPresent(
                        sentence -> {
                            throw new IllegalArgumentException(sentence);
                        });
        Map<String, String> all = new LinkedHashMap<>(current);
        all.putAll(changes);
        try {
            all.putAll(written(all));
        } catch (IllegalArgumentException e) {
            if (isReadable(current)) {
                throw e;
            }
            Map<String, String> alone = written(changes);
            changes.keySet().forEach(key -> all.put(key, alone.get(key)));
        }
        return all;
    }

    private boolean isReadable(Map<String, String> texts) {
        try {
            written(texts);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * Those of the analysis' own settings among these, as it would write them.
     *
     * @throws IllegalArgumentException with a sentence if a text cannot be read
     */
    Map<String, String> own(Map<String, String> settings) {
        Map<String, String> own = new LinkedHashMap<>(settings);
        own.keySet().retainAll(keys());
        Map<String, String> written = written(own);
        own.replaceAll(written::getOrDefault);
        return own;
    }

    /**
     * An analysis and those it reads, it first, which between them take all of these settings.
     *
     * @throws AnalysisException with a sentence if one is not installed, or a setting is unknown or
     *     cannot be read
     */
    static List<Contribution<Analysis<?>>> chain(
            Catalog catalog, String id, Map<String, String> settings) throws AnalysisException {
        List<Contribution<Analysis<?>>> chain = chain(catalog, id);
        Optional<String> refusal = refusal(catalog, chain, settings);
        if (refusal.isPresent()) {
            throw new AnalysisException(refusal.get());
        }
        return chain;
    }

    /** One sentence if an analysis and those it reads do not take these settings. */
    static Optional<String> refusal(Catalog catalog, String id, Map<String, String> settings)
            throws AnalysisException {
        return refusal(catalog, chain(catalog, id), settings);
    }

    private static Optional<String> refusal(
            Catalog catalog, List<Contribution<Analysis<?>>> chain, Map<String, String> settings) {
        List<Contribution<Analysis<?>>> all = new ArrayList<>(chain);
        beside(catalog, chain).forEach(side -> all.addAll(side.chain()));
        List<SettingTexts> texts = all.stream().map(SettingTexts::new).toList();
        Optional<String> unknown = unknown(settings.keySet(), texts);
        if (unknown.isPresent()) {
            return unknown;
        }
        try {
            texts.forEach(t -> t.own(settings));
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /**
     * The chain of an analysis whose reports are given beside recordings.
     *
     * @param chain it first, then what it reads
     * @param first the settings its new runs begin with
     */
    record Side(List<Contribution<Analysis<?>>> chain, Map<String, String> first) {}

    /**
     * The chains of the analyses whose reports the last of a chain is given beside its recordings;
     * those that are not installed are passed over.
     */
    static List<Side> beside(Catalog catalog, List<Contribution<Analysis<?>>> chain) {
        Need need = chain.getLast().instance().orElseThrow().need();
        List<Side> beside = new ArrayList<>();
        if (need.scope() != Need.Scope.PROJECT) {
            for (Need.Beside also : need.also()) {
                try {
                    List<Contribution<Analysis<?>>> side = chain(catalog, also.analysis());
                    Map<String, String> first = new LinkedHashMap<>(also.settings());
                    first.keySet().retainAll(new SettingTexts(side.getFirst()).keys());
                    beside.add(new Side(side, first));
                } catch (AnalysisException e) {
                    // It goes without: what is beside is of use and not needed.
                    continue;
                }
            }
        }
        return beside;
    }

    private static List<Contribution<Analysis<?>>> chain(Catalog catalog, String id)
            throws AnalysisException {
        List<Contribution<Analysis<?>>> chain = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String next = id; !next.isEmpty(); ) {
            if (!seen.add(next)) {
                throw new AnalysisException(id + " reads its own results by way of " + next + ".");
            }
            Optional<Contribution<Analysis<?>>> found = catalog.analysis(next);
            if (found.isEmpty()) {
                throw new AnalysisException(
                        next.equals(id)
                                ? "There is no analysis " + id + "."
                                : id
                                        + " reads the results of "
                                        + next
                                        + ", which is not installed.");
            }
            Optional<Analysis<?>> analysis = found.get().instance();
            if (analysis.isEmpty()) {
                throw new AnalysisException(found.get().failure().orElse(next));
            }
            chain.add(found.get());
            next = analysis.get().need().upstream();
        }
        return chain;
    }

    /** One sentence about keys that none of the analyses has. */
    static Optional<String> unknown(Set<String> keys, List<SettingTexts> analyses) {
        Set<String> known = new LinkedHashSet<>();
        analyses.forEach(a -> known.addAll(a.keys()));
        List<String> strange = keys.stream().filter(k -> !known.contains(k)).toList();
        return strange.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "There is no setting "
                                + String.join(", ", strange)
                                + (known.isEmpty()
                                        ? "; "
                                                + analyses.getFirst().contribution.name()
                                                + " has none."
                                        : "; known are " + String.join(", ", known) + "."));
    }
}
