// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.arbin;

import io.github.spannm.jackcess.Database;
import io.github.spannm.jackcess.DatabaseBuilder;

import org.ionbench.api.importing.Head;
import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Source;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.progress.Progress;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;

/**
 * Reads results of MITS 4 to 7 ({@code .res}).
 *
 * <h2>The format</h2>
 *
 * A Jet 4 database (Access 2000), read by Jackcess. Bytes 4 to 18 are {@code Standard Jet DB}. One
 * file may hold several tests, told apart by {@code Test_ID}; each becomes a recording.
 *
 * <table>
 * <caption>Tables</caption>
 * <tr><td>{@code Version_Table}</td><td>{@code Version_Schema_Field}, such as {@code Results File
 *     5.26}</td></tr>
 * <tr><td>{@code Global_Table}</td><td>a row for each test: {@code Test_Name}, {@code
 *     Channel_Index} (from 0), {@code Start_DateTime}, {@code Creator}, {@code Comments}, {@code
 *     Schedule_File_Name}, {@code Software_Version}, {@code Serial_Number}, {@code MASS} in g, ...;
 *     which of them there are depends on the schema. They become metadata under these
 *     names.</td></tr>
 * <tr><td>{@code Channel_Normal_Table}</td><td>the points: {@code Test_ID}, {@code Data_Point},
 *     {@code Test_Time} and {@code Step_Time} in s, {@code DateTime}, {@code Step_Index}, {@code
 *     Cycle_Index}, {@code Is_FC_Data}, {@code Current} in A, {@code Voltage} in V, {@code
 *     Charge_Capacity} and {@code Discharge_Capacity} in Ah, {@code Charge_Energy} and {@code
 *     Discharge_Energy} in Wh, {@code dV/dt} in V/s, {@code Internal_Resistance} in ohm, {@code
 *     AC_Impedance} in ohm, {@code ACI_Phase_Angle} in degrees. The order of the rows is that of
 *     the database's pages and need not be that of the points: they are sorted by test and
 *     point.</td></tr>
 * <tr><td>{@code Channel_Statistic_Table}</td><td>a row for each finished cycle: {@code
 *     Data_Point}, {@code Vmax_On_Cycle}, {@code Charge_Time}, {@code Discharge_Time}; a recording
 *     of its own beside that of the test</td></tr>
 * <tr><td>{@code Auxiliary_Table}</td><td>values of further channels, {@code X} (and {@code dX/dt})
 *     of {@code Auxiliary_Index} and {@code Data_Type} at a {@code Data_Point}. Types are 0
 *     voltage, 1 temperature, 2 pressure, 3 pH, 4 flow rate, 5 concentration, 6 digital input, 7
 *     digital output. They become columns beside the points, such as {@code
 *     Aux_Temperature_0}.</td></tr>
 * <tr><td>{@code Aux_Global_Data_Table}</td><td>{@code Nickname} and {@code Unit} of these
 *     channels</td></tr>
 * <tr><td>{@code Event_Table}</td><td>starts, ends and interruptions</td></tr>
 * </table>
 *
 * Dates are OLE automation day numbers: days since 1899-12-30 in local time. Currents are positive
 * while the cell is charged. Capacities and energies run through a test and are reset where its
 * schedule says so. Points of smart batteries and CAN bus are not read, which is told.
 *
 * <h2>Bounds</h2>
 *
 * The database is opened for reading, linked tables are not followed, expressions in it are not
 * evaluated, no more rows are read than the file has room for, and pages that follow one another in
 * a circle come to an end.
 */
public final class ResImporter implements Importer {
    private static final String JET = "Standard Jet DB";

    /** What Jackcess adds to its messages: the name of a file that it was not given. */
    private static final Pattern DATABASE = Pattern.compile(" \\(Db=[^)]*\\)");

    @Override
    public Sniff sniff(Head head) {
        String start = head.latin1();
        if (start.length() < 20 || !start.startsWith(JET, 4)) {
            return Sniff.no("is no Jet database");
        }
        return head.nameEndsWith(".res")
                ? Sniff.certain("is a Jet database named .res")
                : Sniff.perhaps("is a Jet database, as Arbin's results are");
    }

    @Override
    public void read(Source source, Sink sink, Progress progress) throws IOException {
        try (ReadOnlyChannel channel = new ReadOnlyChannel(source.channel());
                Database database =
                        new DatabaseBuilder().withChannel(channel).withReadOnly(true).open()) {
            // no property of a table is looked at, of which damaged ones can be without end
            database.setEvaluateExpressions(false);
            database.setLinkResolver(
                    (from, name) -> {
                        throw new FormatException(
                                source.name(), "", "expected no tables linked from other files");
                    });
            new ResTables(source, database, sink, progress).read();
        } catch (FormatException | CancellationException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Jackcess tells damage by exceptions of many kinds, the unchecked ones in its own
            // words
            String why = e instanceof IOException && e.getMessage() != null ? e.getMessage() : "";
            throw new FormatException(
                    source.name(),
                    "",
                    "expected a whole Jet database without a password, found damage"
                            + (why.isEmpty()
                                    ? ""
                                    : " (" + DATABASE.matcher(why).replaceAll("") + ")")
                            + "; copy it from the cycler's computer again",
                    e);
        }
    }
}
