// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.instruments.biologic.internal;

import org.ionbench.api.importing.RecordingSink;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What the settings, log, loop and external-device modules of a {@code .mpr} file tell. */
final class MprSettings {
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final int OLE = 0x249;
    private static final int[] OLE_PLACES = {OLE, 465, 469, 473};

    private final Map<String, Object> values = new LinkedHashMap<>();
    private final List<Long> loops = new ArrayList<>();
    private Optional<LocalDateTime> start = Optional.empty();
    private Optional<LocalDate> date = Optional.empty();
    private Optional<String> serial = Optional.empty();
    private int technique = -1;

    /** The first byte of the settings: the technique; -1 where there are none. */
    int technique() {
        return technique;
    }

    /** Rows at which loops begin. */
    List<Long> loops() {
        return loops;
    }

    /** Charge in Faradays (mmol) by which x changes by 1; none where the settings do not tell. */
    OptionalDouble electronsOfIons() {
        OptionalDouble mass = value("Mass of active material (mg)");
        OptionalDouble molecule = value("Molecular weight of active material (g/mol)");
        OptionalDouble electrons = value("Number of e- transferred");
        if (mass.isEmpty() || molecule.isEmpty() || electrons.isEmpty()) {
            return OptionalDouble.empty();
        }
        double ions =
                value("at x").orElse(0)
                        * value("Atomic weight of intercalated ion (g/mol)").orElse(0);
        double charge =
                electrons.getAsDouble() * mass.getAsDouble() / (molecule.getAsDouble() + ions);
        return charge > 0 && Double.isFinite(charge)
                ? OptionalDouble.of(charge)
                : OptionalDouble.empty();
    }

    /** x at the start of the acquisition. */
    OptionalDouble firstComposition() {
        return value("Acquisition started at xo");
    }

    private OptionalDouble value(String name) {
        return values.get(name) instanceof Number number
                ? OptionalDouble.of(number.doubleValue())
                : OptionalDouble.empty();
    }

    /** Passes everything on. */
    void describe(RecordingSink recording) {
        recording.instrument(serial.map(s -> "BioLogic (SN " + s + ")").orElse("BioLogic"));
        start.ifPresent(recording::start);
        values.forEach(recording::metadata);
    }

    void settings(ByteBuffer b, String acquisitionDate) {
        technique = b.limit() > 0 ? b.get(0) & 0xff : -1;
        date = EcLabDate.parse(acquisitionDate).map(LocalDateTime::toLocalDate);
        date.ifPresent(d -> values.put("Acquisition date", d.toString()));
        string(b, 0x07, "Comments");
        number(b, 0x107, "Mass of active material (mg)");
        number(b, 0x10b, "at x");
        number(b, 0x10f, "Molecular weight of active material (g/mol)");
        number(b, 0x113, "Atomic weight of intercalated ion (g/mol)");
        number(b, 0x117, "Acquisition started at xo");
        if (b.limit() >= 0x11d) {
            values.put("Number of e- transferred", (long) (b.getShort(0x11b) & 0xffff));
        }
        string(b, 0x11e, "Electrode material");
        string(b, 0x1c0, "Electrolyte");
        number(b, 0x211, "Electrode surface area" + unit(b, 0x250, "", "", "cm\u00b2", "mm\u00b2"));
        string(b, 0x215, "Reference electrode");
        number(b, 0x24c, "Characteristic mass" + unit(b, 0x251, "", "g", "mg", "\u00b5g"));
        number(b, 0x25c, "Battery capacity (mA.h)");
    }

    void log(ByteBuffer b) {
        if (b.limit() > 0xad) {
            values.put("Run on channel", (b.get(0x09) & 0xffL) + 1);
            values.put("Channel SN", (long) (b.getShort(0xab) & 0xffff));
        }
        range(b);
        Optional<LocalDateTime> other = Optional.empty();
        for (int at : OLE_PLACES) {
            if (b.limit() < at + 8) {
                continue;
            }
            Optional<LocalDateTime> time = EcLabDate.ofOle(b.getDouble(at));
            if (time.isPresent() && date.equals(time.map(LocalDateTime::toLocalDate))) {
                start = time;
                break;
            }
            other = other.or(() -> time);
        }
        if (start.isEmpty()) {
            start = other;
        }
        string(b, 0x251, "File");
        string(b, 0x351, "Host");
        string(b, 0x384, "Address");
        string(b, 0x3b7, "EC-Lab version");
        string(b, 0x3be, "Internet server version");
        string(b, 0x3c5, "Command interpretor version");
        string(b, 0x3cf, "Device SN");
        serial = Optional.ofNullable((String) values.get("Device SN"));
        if (b.limit() > 0x922) {
            values.put("Smooth data on points", b.get(0x922) & 0xffL);
        }
    }

    private void range(ByteBuffer b) {
        number(b, 0x1f8, "Ewe ctrl range min (V)");
        number(b, 0x1fc, "Ewe ctrl range max (V)");
    }

    void loops(ByteBuffer b) {
        if (b.limit() < 4) {
            return;
        }
        long count = Math.min(Integer.toUnsignedLong(b.getInt(0)), b.limit() / 4 - 1);
        for (int i = 0; i < count; i++) {
            loops.add(Integer.toUnsignedLong(b.getInt(4 + 4 * i)));
        }
        values.put("Number of loops", (long) Math.max(0, loops.size() - 1));
        values.put(
                "First rows of loops, and end",
                loops.stream()
                        .limit(1000)
                        .map(String::valueOf)
                        .reduce((x, y) -> x + ", " + y)
                        .orElse(""));
    }

    void externalDevice(ByteBuffer b) {
        string(b, 0x36, "Analog IN 1");
        number(b, 0x52, "Analog IN 1 max (V)");
        number(b, 0x56, "Analog IN 1 min (V)");
        number(b, 0x5a, "Analog IN 1 max x");
        number(b, 0x5e, "Analog IN 1 min x");
        string(b, 0x63, "Analog IN 2");
        number(b, 0x7f, "Analog IN 2 max (V)");
        number(b, 0x83, "Analog IN 2 min (V)");
        number(b, 0x87, "Analog IN 2 max x");
        number(b, 0x8b, "Analog IN 2 min x");
    }

    private static String unit(ByteBuffer b, int at, String... units) {
        int index = at < b.limit() ? b.get(at) & 0xff : 0;
        String unit = index < units.length ? units[index] : "";
        return unit.isEmpty() ? "" : " (" + unit + ")";
    }

    /** A single-precision number, as the decimal number that was typed in. */
    private void number(ByteBuffer b, int at, String name) {
        if (at + 4 <= b.limit()) {
            float value = b.getFloat(at);
            if (Float.isFinite(value)) {
                values.put(name, Double.valueOf(Float.toString(value)));
            }
        }
    }

    /** A string behind its length in one byte. */
    private void string(ByteBuffer b, int at, String name) {
        if (at >= b.limit()) {
            return;
        }
        int length = Math.min(b.get(at) & 0xff, b.limit() - at - 1);
        String text = new String(b.array(), at + 1, length, WESTERN).strip();
        if (!text.isEmpty() && text.indexOf('\0') < 0) {
            values.put(name, text);
        }
    }
}
