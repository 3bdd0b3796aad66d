// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.arbin;

import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.problem.Problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What further channels measured at the points of one test. */
final class AuxiliaryChannels {
    private static final List<String> TYPES =
            List.of(
                    "Voltage",
                    "Temperature",
                    "Pressure",
                    "PH",
                    "Flow_Rate",
                    "Concentration",
                    "Digital_Input",
                    "Digital_Output");

    private final Map<Long, Channel> channels = new TreeMap<>();

    /** Values of a channel by the number of the point. */
    private static final class Channel {
        private final String name;
        private int[] points = new int[64];
        private double[] values = new double[64];
        private double[] slopes = new double[64];
        private int count;
        private boolean slope;
        private boolean told;
        private String nickname = "";
        private String unit = "";

        Channel(String name) {
            this.name = name;
        }

        void add(int point, double value, double change) {
            if (count == points.length) {
                points = Arrays.copyOf(points, 2 * count);
                values = Arrays.copyOf(values, 2 * count);
                slopes = Arrays.copyOf(slopes, 2 * count);
            }
            points[count] = point;
            values[count] = value;
            slopes[count++] = change;
            slope |= !Double.isNaN(change);
        }

        /** Values in the order of sorted points, NaN where there is none. */
        double[] at(int[] wanted, double[] from) {
            double[] column = new double[wanted.length];
            Arrays.fill(column, Double.NaN);
            for (int i = 0; i < count; i++) {
                int row = Arrays.binarySearch(wanted, points[i]);
                if (row >= 0) {
                    column[row] = from[i];
                }
            }
            return column;
        }

        long lost(int[] wanted) {
            return Arrays.stream(points, 0, count)
                    .filter(p -> Arrays.binarySearch(wanted, p) < 0)
                    .count();
        }
    }

    /** Takes a value; {@code change} is NaN where the schema has none. */
    void add(int type, int index, int point, double value, double change) {
        channels.computeIfAbsent(key(type, index), k -> new Channel(name(type, index)))
                .add(point, value, change);
    }

    /** Takes what the file says about a channel. */
    void describe(int type, int index, String nickname, String unit) {
        Channel channel = channels.get(key(type, index));
        if (channel != null) {
            channel.nickname = nickname;
            channel.unit = unit;
            channel.told = true;
        }
    }

    /** Takes the unit of a channel of the same kind that is mapped to another test. */
    void suggest(int type, int index, String unit) {
        Channel channel = channels.get(key(type, index));
        if (channel != null && !channel.told && channel.unit.isEmpty()) {
            channel.unit = unit;
        }
    }

    /**
     * Adds a column for each channel.
     *
     * @param points the numbers of the recording's points, sorted
     * @return their values
     */
    List<double[]> columns(RecordingSink recording, int[] points) {
        List<double[]> columns = new ArrayList<>();
        long lost = 0;
        for (Channel channel : channels.values()) {
            recording.column(ArbinColumns.of(channel.name, channel.unit));
            columns.add(channel.at(points, channel.values));
            if (channel.slope) {
                recording.column(ArbinColumns.of(channel.name + "_change", slopeUnit(channel)));
                columns.add(channel.at(points, channel.slopes));
            }
            if (!channel.nickname.isBlank() && !channel.nickname.equals("null")) {
                recording.metadata(channel.name, channel.nickname.strip());
            }
            lost += channel.lost(points);
        }
        if (lost > 0) {
            recording.problem(
                    Problem.warning(
                                    "arbin.auxiliary",
                                    lost + " values of auxiliary channels belong to no point.")
                            .with(lost));
        }
        return columns;
    }

    private static String slopeUnit(Channel channel) {
        return channel.unit.isEmpty() ? "1/s" : channel.unit + "/s";
    }

    private static long key(int type, int index) {
        return (long) type << 32 | index & 0xffffffffL;
    }

    private static String name(int type, int index) {
        String kind = type >= 0 && type < TYPES.size() ? TYPES.get(type) : "Type_" + type;
        return "Aux_" + kind + "_" + index;
    }
}
