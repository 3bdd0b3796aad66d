// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.engine.session;

import org.ionbench.api.quantity.Quantity;
import org.ionbench.model.Cell;
import org.ionbench.model.Recording;
import org.ionbench.model.store.Fresh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        r.setTechnique(read.technique().id());
        r.setTableId(stored.tables().get(index));
        r.setRawFile(stored.rawName());
        r.setSha256(incoming.sha256());
        r.setImporter(incoming.importer());
        r.setImporterRevision(incoming.importerRevision());
        r.setIndexInFile(index);
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
        return r;
    }
}
