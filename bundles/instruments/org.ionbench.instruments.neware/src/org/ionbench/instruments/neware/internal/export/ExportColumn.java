// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.neware.internal.export;

import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.table.ColumnSpec;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a column of an exported table is, by its heading: {@code Chg. Cap.(mAh)}, {@code
 * Time(h:min:s.ms)}, {@code 电压(V)}.
 *
 * @param name the heading, with {@code u} for the sign of micro, which exports write in several
 *     encodings
 * @param role what it is for
 * @param spec its quantity and unit
 * @param isAssumed whether the heading has no unit and that of new exports was taken
 */
public record ExportColumn(String name, Role role, ColumnSpec spec, boolean isAssumed) {

    /** What a column is for. */
    public enum Role {
        INDEX,
        CYCLE,
        STEP,
        TYPE,
        STEP_TIME,
        TOTAL_TIME,
        DATE,
        CURRENT,
        VOLTAGE,
        CAPACITY,
        CHARGE,
        DISCHARGE,
        ENERGY,
        POWER,
        TEMPERATURE,
        OTHER
    }

    private static final Pattern WITH_UNIT =
            Pattern.compile("(.+?)\\s*[(\\[\uff08]([^()\\[\\]\uff08\uff09]*)[)\\]\uff09]");
    private static final Pattern CHANNEL = Pattern.compile("t\\d{1,3}");
    private static final Map<String, Role> ROLES = new HashMap<>();

    static {
        names(Role.INDEX, "datapoint", "recordid", "recordindex", "recordnumber");
        names(Role.INDEX, "\u6570\u636e\u5e8f\u53f7", "\u8bb0\u5f55\u5e8f\u53f7");
        names(Role.INDEX, "\u8bb0\u5f55\u53f7", "\u6570\u636e\u70b9");
        names(Role.CYCLE, "cycleindex", "cycleid", "cycle", "\u5faa\u73af\u53f7");
        names(Role.CYCLE, "\u5faa\u73af\u5e8f\u53f7", "\u5faa\u73af");
        names(Role.STEP, "stepindex", "stepid", "step", "\u5de5\u6b65\u53f7");
        names(Role.STEP, "\u5de5\u6b65\u5e8f\u53f7");
        names(Role.TYPE, "steptype", "stepname", "status", "\u5de5\u6b65\u7c7b\u578b");
        names(Role.TYPE, "\u5de5\u6b65\u540d\u79f0", "\u72b6\u6001");
        names(Role.STEP_TIME, "time", "steptime", "\u65f6\u95f4", "\u5de5\u6b65\u65f6\u95f4");
        names(Role.STEP_TIME, "relativetime", "\u76f8\u5bf9\u65f6\u95f4");
        names(Role.TOTAL_TIME, "totaltime", "cumulativetime", "testtime", "\u603b\u65f6\u95f4");
        names(Role.TOTAL_TIME, "\u7d2f\u8ba1\u65f6\u95f4", "\u6d4b\u8bd5\u65f6\u95f4");
        names(Role.DATE, "date", "realtime", "absolutetime", "systemtime", "datetime");
        names(Role.DATE, "\u7edd\u5bf9\u65f6\u95f4", "\u7cfb\u7edf\u65f6\u95f4", "\u65e5\u671f");
        names(Role.CURRENT, "current", "cur", "\u7535\u6d41");
        names(Role.VOLTAGE, "voltage", "\u7535\u538b");
        names(Role.CAPACITY, "capacity", "\u5bb9\u91cf");
        names(Role.CHARGE, "chgcap", "capacitancechg", "capchg", "chargecapacity");
        names(Role.CHARGE, "\u5145\u7535\u5bb9\u91cf");
        names(Role.DISCHARGE, "dchgcap", "capacitancedchg", "capdchg", "dischargecapacity");
        names(Role.DISCHARGE, "\u653e\u7535\u5bb9\u91cf");
        names(Role.ENERGY, "energy", "\u80fd\u91cf");
        names(Role.POWER, "power", "\u529f\u7387");
        names(Role.TEMPERATURE, "temperature", "\u6e29\u5ea6");
    }

    private static void names(Role role, String... names) {
        for (String name : names) {
            ROLES.put(name, role);
        }
    }

    /** The column of a heading, which may be empty. */
    public static ExportColumn of(String heading) {
        String name = heading.strip().replace('\u00b5', 'u').replace('\u03bc', 'u');
        Matcher m = WITH_UNIT.matcher(name);
        boolean hasUnit = m.matches();
        String plain = hasUnit ? m.group(1) : name;
        String unit = hasUnit ? m.group(2).strip() : "";
        String key = plain.toLowerCase(Locale.ROOT).replaceAll("[ ._]", "");
        Role role = ROLES.getOrDefault(key, Role.OTHER);
        if (CHANNEL.matcher(key).matches()) {
            role = Role.TEMPERATURE;
        }
        if (role == Role.TYPE) {
            return new ExportColumn(name, role, ColumnSpec.text(name), false);
        }
        Optional<Known> known = known(role);
        if (known.isPresent()) {
            Optional<Unit> read =
                    unit(unit).filter(u -> u.dimension() == known.get().kind.dimension());
            boolean taken = read.isEmpty() && known.get().kind.dimension() != Unit.ONE.dimension();
            Unit used = read.orElseGet(() -> Unit.of(known.get().unit));
            boolean assumed = taken && unit.indexOf(':') < 0 && role != Role.TOTAL_TIME;
            if (!unit.isEmpty() && taken && role != Role.TEMPERATURE && role != Role.TOTAL_TIME) {
                // a unit that is not known: the values are kept, and not taken for another one
                return new ExportColumn(name, role, ColumnSpec.of(name).unit(unit), false);
            }
            return new ExportColumn(
                    name, role, ColumnSpec.of(name).as(known.get().kind, used), assumed);
        }
        boolean time = role == Role.STEP_TIME || role == Role.DATE;
        String told = time && unit(unit).isEmpty() ? "s" : unit;
        ColumnSpec spec = ColumnSpec.of(name);
        return new ExportColumn(name, role, told.isEmpty() ? spec : spec.unit(told), false);
    }

    private record Known(QuantityKind kind, String unit) {}

    private static Optional<Known> known(Role role) {
        return Optional.ofNullable(
                switch (role) {
                    case CYCLE -> new Known(QuantityKind.CYCLE, "1");
                    case STEP -> new Known(QuantityKind.STEP, "1");
                    case TOTAL_TIME -> new Known(QuantityKind.TIME, "s");
                    case CURRENT -> new Known(QuantityKind.CURRENT, "A");
                    case VOLTAGE -> new Known(QuantityKind.CELL_VOLTAGE, "V");
                    case CAPACITY -> new Known(QuantityKind.CHARGE, "Ah");
                    case CHARGE -> new Known(QuantityKind.CAPACITY_CHARGE, "Ah");
                    case DISCHARGE -> new Known(QuantityKind.CAPACITY_DISCHARGE, "Ah");
                    case ENERGY -> new Known(QuantityKind.ENERGY, "Wh");
                    case POWER -> new Known(QuantityKind.POWER, "W");
                    case TEMPERATURE -> new Known(QuantityKind.TEMPERATURE, "degC");
                    default -> null;
                });
    }

    /** The unit of a heading; A s and W s are C and J. */
    private static Optional<Unit> unit(String text) {
        String unit = text.replace('?', ' ').strip();
        if (unit.endsWith("As")) {
            unit = unit.substring(0, unit.length() - 2) + "C";
        } else if (unit.endsWith("Ws")) {
            unit = unit.substring(0, unit.length() - 2) + "J";
        }
        return unit.isEmpty() ? Optional.empty() : Unit.parse(unit);
    }

    /** The same column, in which words were met. */
    public ExportColumn asText() {
        return new ExportColumn(name, role, ColumnSpec.text(name), false);
    }

    public boolean isText() {
        return spec.isText();
    }

    /** Whether there is a heading at all. */
    public boolean isNamed() {
        return !name.isEmpty();
    }
}
