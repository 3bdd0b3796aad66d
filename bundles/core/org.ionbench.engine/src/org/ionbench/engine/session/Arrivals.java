// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.engine.session;

import org.ionbench.api.quantity.Quantity;
import org.ionbench.model.Cell;
import org.ionbench.model.Recording;
import org.ionbench.model.store.Fresh;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Makes the recordings of a file that is being imported. */
final class Arrivals {

    private Arrivals() {}

    static List<Recording> recordings(Stored stored, Optional<Cell> cell) {
        List<Recording> fresh = new ArrayList<>();
        for (int i = 0; i < stored.tables().size(); i++) {
            fresh.add(recording(stored, i, cell));
        }
        return fresh;
    }

    private static Recording recording(Stored stored, int index, Optional<Cell> cell) {
        Incoming incoming = stored.incoming();
        org.ionbench.api.importing.Recording read = incoming.recordings().get(index);
        Recording r = Fresh.recording(read.name());
        cell.ifPresent(r::setCell);
        r.setRawFile(stored.rawName());
        r.setSha256(incoming.sha256());
        r.setImporter(incoming.importer());
        r.setImporterRevision(incoming.importerRevision());
        r.setIndexInFile(index);
        describe(r, read, stored.tables().get(index));
        return r;
    }

    /** A recording in the place of others, see {@link Session#replace}. */
    static Recording replacing(
            List<Recording> old, org.ionbench.api.importing.Recording made, String table) {
        Recording first = old.getFirst();
        Recording r = Fresh.recording(made.name());
        old.stream()
                .flatMap(o -> Optional.ofNullable(o.getCell()).stream())
                .findFirst()
                .ifPresent(r::setCell);
        SequencedMap<String, String> files = new LinkedHashMap<>();
        old.forEach(o -> files.putAll(Origins.files(o)));
        r.setRawFile(Origins.joined(List.copyOf(files.sequencedKeySet())));
        r.setSha256(Origins.joined(List.copyOf(files.sequencedValues())));
        r.setImporter(first.getImporter());
        r.setImporterRevision(first.getImporterRevision());
        r.setIndexInFile(first.getIndexInFile());
        describe(r, made, table);
        return r;
    }

    /** A recording of a file that has grown: what the user said of it stays. */
    static void update(Recording old, Recording now) {
        old.setTableId(now.getTableId());
        old.setRawFile(now.getRawFile());
        old.setSha256(now.getSha256());
        old.setImporter(now.getImporter());
        old.setImporterRevision(now.getImporterRevision());
        old.setCalibrated(now.isCalibrated());
        now.getAssumptions().stream()
                .filter(a -> !old.getAssumptions().contains(a))
                .forEach(old.getAssumptions()::add);
        now.getChanges().stream()
                .filter(c -> !old.getChanges().contains(c))
                .forEach(old.getChanges()::add);
    }

    private static void describe(
            Recording r, org.ionbench.api.importing.Recording read, String table) {
        r.setTechnique(read.technique().id());
        r.setTableId(table);
        r.setInstrument(read.instrument());
        read.start().ifPresent(t -> r.setStart(t.toString()));
        read.zone().ifPresent(r::setZone);
        r.setCalibrated(read.isCalibrated());
        r.getAssumptions().addAll(read.assumptions());
        r.getChanges().addAll(read.changes());
        for (var condition : read.conditions().entrySet()) {
            Quantity q = condition.getValue();
            r.getConditions()
                    .add(
                            Fresh.measured(
                                    condition.getKey(),
                                    q.value(),
                                    q.standardUncertainty(),
                                    q.unit(),
                                    ""));
        }
    }
}
