// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.palmsens;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Writes sessions as PSTrace does. */
final class SessionFile {
    private SessionFile() {}

    /** The file of a text, with its two byte order marks. */
    static byte[] bytes(String json) {
        return ("\ufeff" + json + "\ufeff").getBytes(StandardCharsets.UTF_16LE);
    }

    static String session(String... measurements) {
        return """
        {"Type":"PalmSens.DataFiles.SessionFile","CoreVersion":"5.9.4515.26368",\
        "MethodForMeasurement":"#PSTrace","Measurements":[%s]}\
        """
                .formatted(String.join(",", measurements));
    }

    static String measurement(String title, String methodId, String dataSet, String rest) {
        return """
        {"Title":"%s","TimeStamp":638883432929860960,"UTCTimeStamp":638883360929860960,\
        "DeviceUsed":9,"DeviceSerial":"PS4A22B000001","DeviceFW":"1.7",\
        "Type":"\\u001c.\\u0010","DataSet":{"Type":"PalmSens.Data.DataSetCommon",\
        "Values":[%s]},"Method":"#PSTrace, Version=5.9\\r\\n#2025-01-02 03:04:05\\r\\n\
        METHOD_ID=%s\\r\\nE_BEGIN=-5.0000000E-001\\r\\nN_SCANS=2\\r\\nNOTES=a%%20cell%%crlfb\
        \\r\\n"%s}\
        """
                .formatted(title, dataSet, methodId, rest);
    }

    /** An array whose values have a range and a status. */
    static String array(
            int arrayType, String description, String unit, String quantity, double... values) {
        String all =
                DoubleStream.of(values)
                        .mapToObj(v -> "{\"V\":" + v + ",\"C\":7,\"S\":2}")
                        .collect(Collectors.joining(","));
        return """
        {"Type":"PalmSens.Data.DataArray","ArrayType":%d,"Description":"%s",\
        "Unit":{"Type":"PalmSens.Units.%s","S":"A","Q":"%s","A":"x"},"DataValues":[%s]}\
        """
                .formatted(arrayType, description, unit, quantity, all);
    }

    static String spectrum() {
        return measurement(
                "Impedance Spectroscopy",
                "eis",
                String.join(
                        ",",
                        array(2, "Idc", "MicroAmpere", "Current", 5, 6),
                        array(1, "potential", "Volt", "Potential", 0.1, 0.2),
                        array(5, "Frequency", "Hertz", "Frequency", 1000, 100),
                        array(7, "ZRe", "ZRe", "Z'", 30, 60),
                        array(8, "ZIm", "ZIm", "-Z''", 40, 80),
                        array(6, "Phase", "Phase", "-Phase", 53.130102354, 53.130102354),
                        array(99, "odd", "Furlong", "Odd", 1, 2)),
                ",\"Curves\":[],\"EISDataList\":[{\"Title\":\"Fixed\",\"CDC\":\"R(RC)\","
                        + "\"FitValues\":[1.5,2],\"DataSet\":{\"Values\":["
                        + array(5, "Frequency", "Hertz", "Frequency", 1000, 100)
                        + "]}}]");
    }

    /** Two channels at two potentials; the data set holds the last channel. */
    static String series() {
        StringBuilder list = new StringBuilder();
        for (int channel = 1; channel <= 2; channel++) {
            list.append(channel > 1 ? "," : "")
                    .append("{\"Title\":\"CH " + channel + "\",\"SubScans\":[")
                    .append(part("E=0.1 V", 10 * channel + 1, 10 * channel + 2))
                    .append(",")
                    .append(part("E=0.2 V", 10 * channel + 3, 10 * channel + 4))
                    .append("]}");
        }
        return measurement(
                "Impedance Spectroscopy",
                "eis",
                array(5, "Frequency", "Hertz", "Frequency", 1000, 100, 1000, 100)
                        + ","
                        + array(7, "ZRe", "ZRe", "Z'", 21, 22, 23, 24),
                ",\"Curves\":[],\"EISDataList\":[" + list + "]");
    }

    private static String part(String title, double... real) {
        return "{\"Title\":\""
                + title
                + "\",\"DataSet\":{\"Values\":["
                + array(5, "Frequency", "Hertz", "Frequency", 1000, 100)
                + ","
                + array(7, "ZRe", "ZRe", "Z'", real)
                + "]}}";
    }

    static String voltammogram() {
        return measurement(
                "Cyclic Voltammetry",
                "cv",
                String.join(
                        ",",
                        array(0, "time", "Time", "Time", 0, 1),
                        array(1, "scan1", "Volt", "Potential", 0.1, 0.2),
                        array(2, "scan1", "MicroAmpere", "Current", 5, 6),
                        array(3, "scan1", "MicroCoulomb", "Charge", 0, 7, 8),
                        array(1, "scan2", "Volt", "Potential", 0.3),
                        array(2, "scan2", "MicroAmpere", "Current", 9)),
                ",\"Curves\":[{\"Title\":\"CV\",\"XAxisDataArray\":"
                        + array(1, "scan1", "Volt", "Potential", 0.1, 0.2)
                        + "}]");
    }

    /** As the first versions write it: names in lower case, data in the curves only. */
    static String elder() {
        String curve =
                "{\"title\":\"DPV\",\"xaxisdataarray\":"
                        + array(-1, "potential", "Volt", "Potential", -0.5, -0.4)
                        + ",\"yaxisdataarray\":"
                        + array(-1, "current", "MicroAmpere", "Current", 1, 2)
                        + "}";
        String whole =
                session(
                        measurement(
                                "Differential Pulse Voltammetry",
                                "dpv",
                                "",
                                ",\"Curves\":[" + curve + "]"));
        return java.util.regex.Pattern.compile("\"(\\w+)\":")
                .matcher(whole)
                .replaceAll(m -> m.group().toLowerCase(Locale.ROOT));
    }
}
