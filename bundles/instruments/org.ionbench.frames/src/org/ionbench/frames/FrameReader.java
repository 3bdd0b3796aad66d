// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.frames;

import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;

import org.ionbench.api.problem.FormatException;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one data frame.
 *
 * <p>Written as a table, it is a group with a data set {@code table} of records: an {@code index},
 * and blocks {@code values_block_0}, ... of columns of one type; the attributes {@code
 * values_block_0_kind} list the names of their columns and the group's {@code non_index_axes} their
 * order, as lists pickled with protocol 0 (lines {@code VName} and {@code aVName}). Written as
 * fixed, it is a group with {@code axis0}, the names in order, and for each block the names {@code
 * block0_items} and the values {@code block0_values}, a row for each row of the frame.
 *
 * @param size of the file in bytes, in which its data must have room
 */
record FrameReader(String file, String name, long size) {
    /** Bytes in memory that are given to any file. */
    private static final long FREE = 128L << 20;

    /** Bytes in memory for each byte of a larger file. */
    private static final long RATIO = 40;

    /** Bytes that the least object takes. */
    private static final int OBJECT = 32;

    private static final int BLOCKS = 1000;
    private static final List<String> FILTERS = List.of("1", "2", "3");
    private static final Pattern FILTER = Pattern.compile("\\(id=(\\d+)");
    private static final Pattern PICKLED = Pattern.compile("(?m)^a?V(.*)$");

    DataFrame read(Group group) throws FormatException {
        Map<String, double[]> found = new LinkedHashMap<>();
        List<String> order;
        Map<String, Node> parts = group.getChildren();
        if (parts.containsKey("table")) {
            order = pickled(group.getAttribute("non_index_axes"));
            table(data(parts.get("table")), found);
        } else if (parts.containsKey("axis0")) {
            order = names(parts.get("axis0"));
            for (int i = 0; i < BLOCKS && parts.containsKey("block" + i + "_items"); i++) {
                List<String> items = names(parts.get("block" + i + "_items"));
                Node values = parts.get("block" + i + "_values");
                if (values != null && isNumbers(data(values))) {
                    block(items, checked(data(values)).getData(), found);
                }
            }
        } else {
            throw new FormatException(file, name, "expected a data frame of pandas");
        }
        Map<String, double[]> columns = new LinkedHashMap<>();
        List<String> unread = new ArrayList<>();
        for (String column : order) {
            if (found.containsKey(column)) {
                columns.put(column, found.remove(column));
            } else {
                unread.add(column);
            }
        }
        columns.putAll(found);
        int rows = columns.values().stream().mapToInt(c -> c.length).min().orElse(0);
        return new DataFrame(columns, rows, unread);
    }

    private void table(Dataset table, Map<String, double[]> found) throws FormatException {
        if (!table.isCompound() || !(checked(table).getData() instanceof Map<?, ?> fields)) {
            throw new FormatException(file, name, "expected a table of records");
        }
        for (Map.Entry<?, ?> field : fields.entrySet()) {
            String block = String.valueOf(field.getKey());
            Attribute kind = table.getAttribute(block + "_kind");
            if (!block.equals("index") && kind != null) {
                block(pickled(kind), field.getValue(), found);
            }
        }
    }

    /** Takes the columns of one block apart, whose values are rows of numbers. */
    private void block(List<String> names, Object values, Map<String, double[]> found)
            throws FormatException {
        int rows = Array.getLength(values);
        double[][] columns = new double[names.size()][rows];
        for (int row = 0; row < rows; row++) {
            double[] line = new double[names.size()];
            int n = flatten(Array.get(values, row), line, 0);
            if (n < 0) {
                return;
            }
            if (n != line.length) {
                throw new FormatException(
                        file, name, "expected " + line.length + " values in a row of a block");
            }
            for (int c = 0; c < line.length; c++) {
                columns[c][row] = line[c];
            }
        }
        for (int c = 0; c < columns.length; c++) {
            found.put(names.get(c), columns[c]);
        }
    }

    /** How many values there are then; -1 where they are no numbers. */
    private static int flatten(Object values, double[] into, int from) {
        if (values instanceof Number n) {
            if (from < into.length) {
                into[from] = n.doubleValue();
            }
            return from + 1;
        }
        if (values == null || !values.getClass().isArray()) {
            return -1;
        }
        int n = from;
        for (int i = 0; i < Array.getLength(values) && n >= 0; i++) {
            n = flatten(Array.get(values, i), into, n);
        }
        return n;
    }

    private List<String> names(Node node) throws FormatException {
        return checked(data(node)).getData() instanceof String[] names
                ? Arrays.asList(names)
                : List.of();
    }

    private static boolean isNumbers(Dataset data) {
        Class<?> type = data.getJavaType();
        return type.isPrimitive() && !data.isVariableLength();
    }

    private Dataset data(Node node) throws FormatException {
        if (node.isLink() || !(node instanceof Dataset data)) {
            throw new FormatException(file, name, "expected a data set that is no link");
        }
        return data;
    }

    /** A data set that is worth unpacking. */
    private Dataset checked(Dataset data) throws FormatException {
        // the classes of filters are not among those the library's bundle shows to others
        List<?> filters = data.getFilters();
        for (Object filter : filters) {
            Matcher id = FILTER.matcher(filter.toString());
            if (!id.find() || !FILTERS.contains(id.group(1))) {
                throw new FormatException(
                        file,
                        data.getPath(),
                        "expected data packed by deflate or not at all, found " + filter);
            }
        }
        double room = room(data);
        if (!(room >= 0) || room > FREE && room > RATIO * size) {
            throw new FormatException(
                    file, data.getPath(), "expected no more data than the file has room for");
        }
        return data;
    }

    /**
     * What data take in memory at most: a row of numbers is an object, and so is a text; an array
     * within a record may be one for each of its bytes.
     */
    private static double room(Dataset data) {
        double bytes = data.getSizeInBytes();
        if (data.isCompound()) {
            return OBJECT * bytes;
        }
        double values = 1;
        double arrays = 1;
        int[] dimensions = data.getDimensions();
        for (int i = 0; i < dimensions.length; i++) {
            arrays *= i < dimensions.length - 1 ? dimensions[i] : 1;
            values *= dimensions[i];
        }
        return bytes + OBJECT * (isNumbers(data) ? arrays : arrays + 2 * values);
    }

    /** The texts in a list pickled with protocol 0. */
    private static List<String> pickled(Attribute attribute) {
        if (attribute == null || !(attribute.getData() instanceof String text)) {
            return List.of();
        }
        return PICKLED.matcher(text).results().map(m -> m.group(1)).toList();
    }
}
