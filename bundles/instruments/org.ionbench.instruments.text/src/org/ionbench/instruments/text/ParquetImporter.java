// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.text;

import org.ionbench.api.importing.Head;
import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Source;
import org.ionbench.api.progress.Progress;
import org.ionbench.instruments.text.internal.ParquetTable;

import java.io.IOException;

/**
 * Reads a table in an Apache Parquet file: the Battery Data Format's binary form ({@code
 * .bdf.parquet}) and any other flat table. The file's layout is told at {@link
 * org.ionbench.formats.parquet.ParquetReader}; columns are recognised by their names as those of
 * delimited text are, {@code test_time_second}, {@code Voltage / V}, {@code I/mA}. Columns of time
 * stamps keep what the file counts (s, ms, us or ns since 1970), as far as a double tells it apart;
 * the first is the start, in UTC where the file says so.
 */
public final class ParquetImporter implements Importer {

    @Override
    public Sniff sniff(Head head) {
        return head.startsWith("PAR1")
                ? Sniff.certain("begins with PAR1")
                : Sniff.no("does not begin with PAR1");
    }

    @Override
    public void read(Source source, Sink sink, Progress progress) throws IOException {
        ParquetTable.read(source, sink, progress);
    }
}
