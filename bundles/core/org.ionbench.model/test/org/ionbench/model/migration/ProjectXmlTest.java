// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.model.migration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.problem.FormatException;
import org.ionbench.model.store.ProjectDocument;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

class ProjectXmlTest {

    /** The golden project of version 1: may never be changed, must always open. */
    @Test
    void theGoldenProjectOfVersion1Opens() throws IOException {
        byte[] golden = getClass().getResourceAsStream("version1.ionbench").readAllBytes();
        ProjectDocument document = ProjectDocument.read("version1.ionbench", golden);
        var project = document.project();
        assertEquals("Golden", project.getName());
        var cell = project.getCells().getFirst();
        assertEquals("pellet 1", cell.getName());
        assertEquals("Li2B12H12 \u00b7 25 vol%", cell.getSample().getName());
        var thickness = cell.getQuantities().getFirst();
        assertEquals(0.32, thickness.getValue());
        assertEquals(0.01, thickness.getUncertainty());
        assertEquals("mm", thickness.getUnit());
        assertEquals("0.32 +- 0.01 mm", thickness.getTyped());
        var recording = project.getRecordings().getFirst();
        assertSame(cell, recording.getCell());
        assertEquals("2021-03-04T10:11:12", recording.getStart());
        assertEquals(303.15, recording.getConditions().getFirst().getValue());
        assertFalse(recording.isCalibrated());
        assertEquals(List.of("decimal comma"), recording.getAssumptions());
        var runs = project.getRuns();
        assertSame(recording, runs.get(0).getRecordings().getFirst());
        assertSame(runs.get(0), runs.get(1).getUpstream().getFirst());
        assertEquals("p(R1,CPE1)-CPE2", runs.get(0).getSettings().getFirst().getValue());
        assertEquals(1, project.getFigures().getFirst().getRuns().size());
        assertArrayEquals(golden, document.bytes(), "version 1 is still written as it was");
    }

    /** Renames the element {@code pellets} of an imagined version 0. */
    private static final class Pellets implements Migration {
        @Override
        public int from() {
            return 0;
        }

        @Override
        public void apply(Document document) {
            NodeList children = document.getDocumentElement().getChildNodes();
            for (int i = 0; i < children.getLength(); i++) {
                if (children.item(i).getNodeName().equals("pellets")) {
                    document.renameNode(children.item(i), null, "cells");
                }
            }
        }
    }

    @Test
    void olderDocumentsAreChangedBeforeTheyAreRead() throws IOException {
        byte[] old =
                xml(
                        "<ionbench:Project xmlns:ionbench=\"http://ionbench.org/model/1\""
                                + " formatVersion=\"0\" name=\"old\">"
                                + "<pellets id=\"Abcdefghijkl\" name=\"one\"/></ionbench:Project>");
        byte[] current = ProjectXml.current("old", old, List.of(new Pellets()), 1);
        ProjectDocument document = ProjectDocument.read("old", current);
        assertEquals("one", document.project().getCells().getFirst().getName());
        assertEquals(1, document.project().getFormatVersion());
    }

    @Test
    void anUnknownOlderVersionIsRefused() {
        byte[] old = xml("<Project formatVersion=\"-3\"/>");
        assertThrows(FormatException.class, () -> ProjectXml.current("old", old));
    }

    @Test
    void aNewerFileIsRefusedWithASentence() {
        byte[] newer = xml("<Project formatVersion=\"7\"><unheardOf/></Project>");
        var refused =
                assertThrows(
                        FormatException.class,
                        () -> ProjectDocument.read("project.ionbench", newer));
        assertTrue(refused.getMessage().contains("newer Ionbench"), refused.getMessage());
        assertTrue(refused.getMessage().contains("format 7"), refused.getMessage());
    }

    @Test
    void entitiesAndDocumentTypesAreRefused() {
        List<String> hostile =
                List.of(
                        "<!DOCTYPE p [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>"
                                + "<Project formatVersion='1' name='&x;'/>",
                        "<!DOCTYPE p SYSTEM 'http://localhost:1/p.dtd'><Project"
                                + " formatVersion='1'/>",
                        "<!DOCTYPE p [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b"
                                + " '&a;&a;&a;&a;&a;&a;&a;&a;'>]><Project formatVersion='1'>&b;"
                                + "</Project>");
        for (String text : hostile) {
            assertThrows(FormatException.class, () -> ProjectDocument.read("p", xml(text)), text);
        }
    }

    private static byte[] xml(String text) {
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + text)
                .getBytes(StandardCharsets.UTF_8);
    }
}
