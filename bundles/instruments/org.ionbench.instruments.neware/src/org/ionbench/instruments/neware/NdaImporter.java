// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.neware;

import org.ionbench.api.importing.Head;
import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Source;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.progress.Progress;
import org.ionbench.instruments.neware.internal.binary.CurrentRange;
import org.ionbench.instruments.neware.internal.binary.CyclerRows;
import org.ionbench.instruments.neware.internal.binary.NdaHead;
import org.ionbench.instruments.neware.internal.binary.NdaRecords;
import org.ionbench.instruments.neware.internal.binary.StepType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;

/**
 * Reads tests of Neware's software BTS up to version 7, and of BTS 9 ({@code .nda}).
 *
 * <h2>The format</h2>
 *
 * Binary, the least significant byte first. The file begins with {@code NEWARE} and the day it was
 * written ({@code 20180910}); the byte at 14 is the version. A head of settings follows, then
 * records of one length up to the end, of which a first byte says what they hold. Points carry an
 * index that counts from 1; some come twice.
 *
 * <h3>Version 8</h3>
 *
 * The first record is the first place where the byte 255 stands before the index 1. Records of 59
 * bytes:
 *
 * <table>
 * <caption>A point of version 8</caption>
 * <tr><td>0</td><td>u1</td><td>0 for a point, 255 for an event</td></tr>
 * <tr><td>1</td><td>u4</td><td>index</td></tr>
 * <tr><td>5</td><td>u4</td><td>cycle, from 1</td></tr>
 * <tr><td>9</td><td>u1</td><td>number of the step in the schedule</td></tr>
 * <tr><td>10</td><td>u1</td><td>{@linkplain StepType kind of step}</td></tr>
 * <tr><td>11</td><td>u4</td><td>time within the step in s</td></tr>
 * <tr><td>15</td><td>i4</td><td>voltage in 0.1 mV</td></tr>
 * <tr><td>19</td><td>i4</td><td>current in uA</td></tr>
 * <tr><td>31</td><td>i8</td><td>capacity of the step in uA s, without a sign</td></tr>
 * <tr><td>39</td><td>i8</td><td>energy of the step in uW s, without a sign</td></tr>
 * <tr><td>47</td><td>u8</td><td>seconds since 1970</td></tr>
 * </table>
 *
 * <h3>Versions 22 to 29</h3>
 *
 * The first record is the first place where 85 or 170 and a zero stand before the index 1, and a
 * record follows 86 bytes later. Records of 86 bytes:
 *
 * <table>
 * <caption>A point of versions 22 to 29</caption>
 * <tr><td>0</td><td>u1</td><td>85 for a point, 101 for a further channel, 170 for an event</td></tr>
 * <tr><td>2</td><td>u4</td><td>index</td></tr>
 * <tr><td>6</td><td>u4</td><td>cycle, from 0</td></tr>
 * <tr><td>10</td><td>u2</td><td>number of the step in the schedule</td></tr>
 * <tr><td>12</td><td>u1</td><td>{@linkplain StepType kind of step}</td></tr>
 * <tr><td>13</td><td>u1</td><td>count of jumps between steps</td></tr>
 * <tr><td>14</td><td>u8</td><td>time within the step in ms</td></tr>
 * <tr><td>22</td><td>i4</td><td>voltage in 0.1 mV</td></tr>
 * <tr><td>26</td><td>i4</td><td>current, by the {@linkplain CurrentRange range}</td></tr>
 * <tr><td>38</td><td>4 x i8</td><td>charge, discharge, energy of charge, of discharge within the
 * step, by the range</td></tr>
 * <tr><td>70</td><td>8</td><td>to version 23 seconds since 1970; from 26 the local time as year (u2),
 * month, day, hour, minute, second</td></tr>
 * <tr><td>78</td><td>i4</td><td>current range in mA</td></tr>
 * </table>
 *
 * A further channel has its number at 1, the index at 2, its voltage in 0.1 mV at 22 (i4) and its
 * temperature in 0.1 degC at 34 (i2). In the head stand the active mass in ug at 152 (u4), near
 * 2127 the start, 40 bytes on who made the test, 100 bytes on the name of the batch, and somewhere
 * the versions of server and client, each in a field of 50 bytes.
 *
 * <h3>Version 130</h3>
 *
 * Records begin at 1024. Those of BTS 9.0 have 88 bytes, the first four of which name the channel:
 *
 * <table>
 * <caption>A point of BTS 9.0</caption>
 * <tr><td>4</td><td>u1</td><td>85 for a point, 101 for a further channel</td></tr>
 * <tr><td>9</td><td>u1</td><td>number of the step in the schedule</td></tr>
 * <tr><td>10</td><td>u1</td><td>{@linkplain StepType kind of step}</td></tr>
 * <tr><td>16</td><td>u4</td><td>index</td></tr>
 * <tr><td>28</td><td>u8</td><td>time within the step in us</td></tr>
 * <tr><td>36</td><td>f4</td><td>voltage in V</td></tr>
 * <tr><td>40</td><td>f4</td><td>current in mA</td></tr>
 * <tr><td>52</td><td>4 x f4</td><td>charge in mA s, its energy in mW s; discharge and its energy,
 * negative</td></tr>
 * <tr><td>68</td><td>u8</td><td>microseconds since 1970</td></tr>
 * </table>
 *
 * A first byte of 129 ends the points. Records of BTS 9.1 begin with 85 and have the distance from
 * the first two bytes to their next occurrence:
 *
 * <table>
 * <caption>A point of BTS 9.1</caption>
 * <tr><td>2</td><td>u1</td><td>number of the step in the schedule</td></tr>
 * <tr><td>3</td><td>u1</td><td>{@linkplain StepType kind of step}</td></tr>
 * <tr><td>8</td><td>u4</td><td>index</td></tr>
 * <tr><td>12</td><td>2 x u4</td><td>time since the start of the test in s, and ns of it</td></tr>
 * <tr><td>20</td><td>f4</td><td>current in mA</td></tr>
 * <tr><td>24</td><td>f4</td><td>voltage in V</td></tr>
 * <tr><td>28</td><td>f4</td><td>capacity of the step in mA s, negative for discharge</td></tr>
 * <tr><td>32</td><td>f4</td><td>energy of the step in mW s, negative for discharge</td></tr>
 * <tr><td>36</td><td>u4</td><td>cycle, from 0</td></tr>
 * <tr><td>44</td><td>2 x u4</td><td>seconds since 1970, and ns of it</td></tr>
 * <tr><td>52</td><td>f4</td><td>temperature in degC, where records have 56 bytes</td></tr>
 * </table>
 *
 * They end at the first record with other bytes. Behind the points of version 130 stands, after
 * {@code 06 00 f0 1d 81 00 03 00 61 90 71 90 02 7f ff 00}, a description of 499 bytes, with a
 * remark at 363 (128 bytes) and the active mass in mg as its last 8 bytes.
 *
 * <p>What is told of it: see {@link CyclerRows}.
 */
public final class NdaImporter implements Importer {
    private static final int CHUNK = 4096;

    @Override
    public Sniff sniff(Head head) {
        return head.startsWith(NdaHead.MAGIC) && head.bytes().length > 14
                ? Sniff.certain("begins with NEWARE")
                : Sniff.no("does not begin with NEWARE");
    }

    @Override
    public void read(Source source, Sink sink, Progress progress) throws IOException {
        progress.checkCancelled();
        progress.task(source.name(), source.size());
        try (SeekableByteChannel channel = source.channel()) {
            NdaHead head = NdaHead.of(source.name(), channel);
            RecordingSink recording = sink.recording("Test", Technique.CYCLING);
            head.tell(recording);
            NdaRecords records = head.records();
            long room = (channel.size() - head.start()) / records.length();
            CyclerRows rows = new CyclerRows((int) Math.min(room, Integer.MAX_VALUE / 8));
            long end = points(channel, head.start(), records, rows, progress);
            if (rows.size() == 0) {
                throw new FormatException(
                        source.name(),
                        "byte " + head.start(),
                        "expected at least one measured point; the test has none yet");
            }
            if (end >= 0) {
                recording.problem(
                        Problem.warning(
                                        "neware.cut",
                                        "The file ends within a point, which is left out; "
                                                + rows.size()
                                                + " are whole.")
                                .with(rows.size())
                                .at("byte " + end));
            }
            head.footer(channel, recording);
            head.time(rows, recording);
            rows.tell(recording);
            progress.done(source.size());
        }
    }

    /**
     * Takes all records.
     *
     * @return where a point begins that the end of the file cuts; -1 where none does
     */
    private static long points(
            SeekableByteChannel channel,
            long start,
            NdaRecords records,
            CyclerRows rows,
            Progress progress)
            throws IOException {
        int length = records.length();
        ByteBuffer buffer = ByteBuffer.allocate(length * CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        long at = start;
        while (true) {
            progress.checkCancelled();
            buffer.clear();
            channel.position(at);
            int got = NdaHead.fill(channel, buffer);
            int whole = got / length;
            for (int i = 0; i < whole; i++) {
                if (!records.take(buffer, i * length, rows)) {
                    return -1;
                }
            }
            at += (long) whole * length;
            progress.done(at);
            if (got < buffer.capacity()) {
                int rest = whole * length;
                boolean cut = got - rest >= 6 && records.isPoint(buffer, rest);
                return cut ? at : -1;
            }
        }
    }
}
