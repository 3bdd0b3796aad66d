// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.maccor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.problem.Problem;
import org.ionbench.testkit.ImporterContract;
import org.ionbench.testkit.MemorySource;
import org.ionbench.testkit.RecordedSink;
import org.ionbench.testkit.Samples;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

class ProcedureImporterTest implements ImporterContract {
    private static final String PROCEDURE =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <?maccor-application progid="Maccor Procedure File"?>
            <MaccorTestProcedure>
              <header>
                <BuildTestVersion><major>1</major><minor>5</minor><release>7006</release></BuildTestVersion>
                <FileFormatVersion><BTVersion>11</BTVersion></FileFormatVersion>
                <ProcDesc><desc>formation</desc></ProcDesc>
              </header>
              <ProcSteps>
                <TestStep>
                  <StepType> Charge </StepType><StepMode>Current </StepMode><StepValue>2.0C</StepValue>
                  <Limits><Voltage>4.2</Voltage></Limits>
                  <Ends>
                    <EndEntry><EndType>Voltage </EndType><SpecialType> </SpecialType><Oper>&gt;= </Oper>
                      <Step>003</Step><Value>4.25</Value></EndEntry>
                  </Ends>
                  <Reports><ReportEntry><ReportType>StepTime</ReportType><Value>00:00:30</Value></ReportEntry></Reports>
                  <Range>4</Range><StepNote>slow</StepNote>
                </TestStep>
                <TestStep><StepType>  End   </StepType><StepMode>        </StepMode><Limits/><Ends/><Reports/></TestStep>
              </ProcSteps>
            </MaccorTestProcedure>
            """;

    @Override
    public Importer importer() {
        return new ProcedureImporter();
    }

    @Override
    public List<MemorySource> fixtures() {
        return List.of(MemorySource.of("a.000", PROCEDURE));
    }

    private Recording read(MemorySource file) throws IOException {
        assertEquals(Sniff.Certainty.CERTAIN, importer().sniff(file.head()).certainty());
        Recording r = RecordedSink.read(importer(), file).recordings().getFirst();
        assertEquals(0, r.table().rows());
        return r;
    }

    @Test
    void stepsInALineEach() throws IOException {
        Recording r = read(fixtures().getFirst());
        assertEquals("1.5.7006", r.metadata().get("BuildTest version"));
        assertEquals(11L, r.metadata().get("File format version"));
        assertEquals("formation", r.metadata().get("Description"));
        assertEquals(
                "Charge Current 2.0C; limit 4.2; ends at Voltage >= 4.25 -> step 003; stores at"
                        + " StepTime 00:00:30; range 4; note slow",
                r.metadata().get("Step 1"));
        assertEquals("End", r.metadata().get("Step 2"));
        assertEquals(
                List.of("maccor.procedure"), r.problems().stream().map(Problem::code).toList());
    }

    @Test
    void cutWithinAStep() throws IOException {
        Recording r =
                read(MemorySource.of("a", PROCEDURE.substring(0, PROCEDURE.indexOf("  End"))));
        assertTrue(r.metadata().containsKey("Step 1"));
        assertEquals("maccor.procedure.cut", r.problems().getFirst().code());
    }

    @Test
    void samples() throws IOException {
        List<Path> samples = Samples.of("maccor", ".000");
        assertEquals(2, samples.size());
        for (Path sample : samples) {
            Recording r = read(MemorySource.of(sample));
            assertEquals(
                    "Rest; ends at StepTime = 00:00:05 -> step 002",
                    r.metadata().get("Step 1").toString().split(",")[0]);
            assertEquals("End", r.metadata().get("Step 23"));
            assertTrue(r.problems().getFirst().message().contains("23 steps"));
        }
    }
}
