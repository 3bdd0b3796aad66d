// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.neware.internal.binary;

import org.ionbench.api.problem.FormatException;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.ColumnSpec;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The further channels of a {@code .ndax}: which file is which channel, and what it measured; the
 * tables of {@code NdaxImporter} say what lies where.
 */
public final class NdaxAuxiliary {
    private static final Pattern NEW = Pattern.compile("data_AUX_(\\d{1,9})_(\\d{1,9})_(\\d{1,9})");
    private static final Pattern OLD = Pattern.compile(".*_(\\d{1,9})");

    private final String file;
    private final CyclerRows rows;
    private final Progress progress;

    public NdaxAuxiliary(String file, CyclerRows rows, Progress progress) {
        this.file = file;
        this.rows = rows;
        this.progress = progress;
    }

    /**
     * A channel's file.
     *
     * @param name its name in the archive
     * @param numbers those in its name, by which files are put in the order of the description
     */
    private record Channel(String name, List<Integer> numbers) {}

    /** The files of channels among names, in the order of their numbers. */
    public static List<String> names(Iterable<String> all) {
        List<Channel> channels = new ArrayList<>();
        for (String name : all) {
            String base = name.substring(name.lastIndexOf('/') + 1);
            if (!base.endsWith(".ndc")) {
                continue;
            }
            String plain = base.substring(0, base.length() - 4);
            Matcher m = NEW.matcher(plain);
            Matcher old = OLD.matcher(plain);
            if (m.matches()) {
                channels.add(
                        new Channel(
                                name,
                                List.of(
                                        Integer.parseInt(m.group(1)),
                                        Integer.parseInt(m.group(2)),
                                        Integer.parseInt(m.group(3)))));
            } else if (old.matches()) {
                channels.add(new Channel(name, List.of(Integer.parseInt(old.group(1)), 0, 0)));
            }
        }
        channels.sort(
                Comparator.comparing((Channel c) -> c.numbers.get(0))
                        .thenComparing(c -> c.numbers.get(1))
                        .thenComparing(c -> c.numbers.get(2)));
        return channels.stream().map(Channel::name).toList();
    }

    /**
     * Takes a channel's file.
     *
     * @param about what the description says of the channel; its {@code AuxID} and {@code ChlType}
     * @param place its place among the channels, from 1, for one that is not described
     */
    public void take(String name, Ndc ndc, Map<String, String> about, int place)
            throws FormatException {
        String id = about.getOrDefault("AuxID", Integer.toString(place));
        boolean known = true;
        switch (ndc.version()) {
            case 2 -> records(ndc, 94, 8, 31, 41, id);
            case 5 -> records(ndc, 87, 1, 24, 34, id);
            case 11, 16 -> {
                switch (ndc.firstByte()) {
                    case 0x65 -> short11(ndc, id);
                    case 0x74 -> records(ndc, 88, 1, -1, 35, id);
                    case -1, 0 -> {}
                    default -> known = false;
                }
            }
            case 14, 17 -> floats(ndc, about.getOrDefault("ChlType", ""), id);
            default -> known = false;
        }
        if (!known) {
            throw new FormatException(
                    file,
                    name,
                    "expected a further channel of version 2, 5, 11, 14, 16 or 17, found version "
                            + ndc.version());
        }
    }

    private double[] column() {
        double[] values = new double[rows.size() + 1];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    /** Items that name the index of the point. */
    private void records(Ndc ndc, int length, int index, int voltage, int degrees, String id) {
        ByteBuffer in = ndc.bytes();
        double[] volts = column();
        double[] celsius = column();
        double[] wanted = column();
        ndc.each(
                length,
                progress,
                (at, place) -> {
                    int i = in.getInt(at + index);
                    if (i <= 0 || i >= volts.length) {
                        return;
                    }
                    boolean both = in.get(at) == 0x74 && length != 88;
                    volts[i] = voltage < 0 ? 0 : in.getInt(at + voltage) / 1e4;
                    celsius[i] = in.getShort(at + degrees) / 10.0;
                    wanted[i] = both ? in.getShort(at + degrees + 2) / 10.0 : 0;
                });
        add(ColumnSpec.of("V" + id).unit("V"), volts);
        add(ColumnSpec.of("T" + id).as(QuantityKind.TEMPERATURE, "degC"), celsius);
        add(ColumnSpec.of("t" + id).unit("degC"), wanted);
    }

    /** Voltage and temperature of one point after another. */
    private void short11(Ndc ndc, String id) {
        ByteBuffer in = ndc.bytes();
        double[] volts = column();
        double[] celsius = column();
        int[] next = {1};
        ndc.each(
                7,
                progress,
                (at, place) -> {
                    int i = next[0]++;
                    if (i < volts.length) {
                        volts[i] = in.getFloat(at + 1) / 1e4;
                        celsius[i] = in.getShort(at + 5) / 10.0;
                    }
                });
        add(ColumnSpec.of("V" + id).unit("V"), volts);
        add(ColumnSpec.of("T" + id).as(QuantityKind.TEMPERATURE, "degC"), celsius);
    }

    /** One number of one point after another, of a kind the description names. */
    private void floats(Ndc ndc, String kind, String id) {
        ByteBuffer in = ndc.bytes();
        double[] values = column();
        int[] next = {1};
        ndc.each(
                4,
                progress,
                (at, place) -> {
                    int i = next[0]++;
                    if (i < values.length) {
                        values[i] = in.getFloat(at);
                    }
                });
        ColumnSpec spec =
                switch (kind) {
                    case "103" -> ColumnSpec.of("T" + id).as(QuantityKind.TEMPERATURE, "degC");
                    case "335" -> ColumnSpec.of("t" + id).unit("degC");
                    case "345" -> ColumnSpec.of("H" + id).unit("%");
                    default -> ColumnSpec.of("Aux" + id);
                };
        rows.auxiliary(spec, values);
    }

    /** Adds a column unless nothing was measured in it. */
    private void add(ColumnSpec spec, double[] values) {
        if (Arrays.stream(values).anyMatch(v -> v != 0 && !Double.isNaN(v))) {
            rows.auxiliary(spec, values);
        }
    }
}
