// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.palmsens;

import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.formats.Metadata;
import org.ionbench.formats.Unknown;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** A measurement of a session, collected, and handed over as recordings. */
final class Measurement {
    private static final LocalDateTime EPOCH = LocalDateTime.of(1, 1, 1, 0, 0);
    private static final long TICKS = 10_000_000;

    /** A curve or a spectrum beside the data set. */
    static final class Extra {
        String title = "";
        String circuit = "";
        String fitted = "";

        /** Whether it is one spectrum of a series over potential or time. */
        boolean part;

        final List<Signal> signals = new ArrayList<>();
    }

    private final String version;
    String title = "";
    String method = "";
    Optional<Long> timeStamp = Optional.empty();
    Optional<Long> universalTimeStamp = Optional.empty();
    final Map<String, String> properties = new LinkedHashMap<>();
    final List<Signal> signals = new ArrayList<>();
    final List<Extra> curves = new ArrayList<>();
    final List<Extra> spectra = new ArrayList<>();

    Measurement(String version) {
        this.version = version;
    }

    /** Whether nothing of it was read. */
    boolean isEmpty() {
        return signals.isEmpty() && curves.isEmpty() && spectra.isEmpty();
    }

    void tell(Sink sink) {
        Method settings = Method.of(method);
        String name = title.isBlank() ? "Measurement" : title.strip();
        int told = isMadeOfParts() ? 0 : tell(sink, name, signals, settings, false);
        for (Extra spectrum : spectra) {
            if (isNew(spectrum)) {
                boolean again = told > 0 && !spectrum.part;
                told += tell(sink, titled(name, spectrum), spectrum.signals, settings, again);
            }
        }
        for (Extra curve : curves) {
            if (isNew(curve)) {
                told += tell(sink, titled(name, curve), curve.signals, settings, told > 0);
            }
        }
        if (told == 0 && !(isEmpty() && method.isEmpty())) {
            RecordingSink recording = sink.recording(name, settings.technique());
            about(recording, settings);
            recording.problem(
                    Problem.warning("pssession.none", "The measurement holds no points."));
        }
    }

    /** Whether each value of the data set stands in the parts of its spectra, too. */
    private boolean isMadeOfParts() {
        List<Extra> parts = spectra.stream().filter(s -> s.part).toList();
        return !parts.isEmpty()
                && signals.stream().allMatch(s -> s.length() == 0 || isWithin(s, parts));
    }

    private static boolean isWithin(Signal whole, List<Extra> parts) {
        double[] values = whole.numbers();
        int at = 0;
        for (Extra part : parts) {
            for (Signal s : part.signals) {
                double[] some = s.numbers();
                boolean next =
                        s.description.equals(whole.description)
                                && some.length > 0
                                && at + some.length <= values.length
                                && Arrays.equals(
                                        values, at, at + some.length, some, 0, some.length);
                at += next ? some.length : 0;
            }
        }
        return at == values.length;
    }

    private static String titled(String name, Extra extra) {
        return extra.title.isBlank() ? name : name + ", " + extra.title.strip();
    }

    /** Whether it holds an array that the data set does not. */
    private boolean isNew(Extra extra) {
        return extra.signals.stream()
                .anyMatch(s -> s.length() > 0 && signals.stream().noneMatch(s::isSame));
    }

    /**
     * One recording for each scan and each length of arrays; returns how many.
     *
     * @param again whether the data set has told of these points already, in other numbers
     */
    private int tell(Sink sink, String name, List<Signal> arrays, Method settings, boolean again) {
        Map<List<Integer>, List<Signal>> groups = new LinkedHashMap<>();
        int first =
                arrays.stream().mapToInt(s -> s.scan().orElse(Integer.MAX_VALUE)).min().orElse(0);
        for (Signal signal : arrays) {
            if (signal.length() > 0) {
                int scan = signal.scan().orElse(first);
                groups.computeIfAbsent(List.of(scan, signal.length()), k -> new ArrayList<>())
                        .add(signal);
            }
        }
        List<List<Signal>> ordered = new ArrayList<>(groups.values());
        ordered.sort((a, b) -> Boolean.compare(isMain(b), isMain(a)));
        for (List<Signal> group : ordered) {
            boolean titled = again && groups.size() == 1;
            boolean scans = !titled && group.stream().anyMatch(s -> s.scan().isPresent());
            String part = scans ? " scan " + scan(group) : "";
            boolean main = isMain(group) || groups.size() == 1;
            Technique technique = main ? settings.technique() : Technique.OTHER;
            RecordingSink recording =
                    sink.recording(
                            name
                                    + part
                                    + (main ? "" : ", " + group.getFirst().length() + " values"),
                            technique);
            about(recording, settings);
            if (main) {
                Unknown.technique(settings.id(), technique, recording);
            }
            if (again) {
                recording.problem(
                        Problem.info(
                                "pssession.plotted",
                                "These are the points as the program plots them; they differ from"
                                        + " those of the data set, as smoothed or corrected ones"
                                        + " do."));
            }
            rows(recording, group);
        }
        return groups.size();
    }

    private static int scan(List<Signal> group) {
        return group.stream().flatMapToInt(s -> s.scan().stream()).findFirst().orElse(0);
    }

    /** Whether the arrays are what the measurement is about: two axes at least. */
    private static boolean isMain(List<Signal> group) {
        boolean spectrum = group.stream().anyMatch(s -> Units.isFrequency(s));
        boolean curve =
                group.stream().anyMatch(s -> Units.isPotential(s))
                        && group.stream().anyMatch(s -> Units.isCurrent(s));
        boolean impedance = group.stream().anyMatch(s -> s.description.equals("Idc"));
        return spectrum || curve && !impedance;
    }

    private void about(RecordingSink recording, Method settings) {
        timeStamp.flatMap(Measurement::moment).ifPresent(recording::start);
        zone().ifPresent(recording::zone);
        recording.instrument(instrument());
        properties.forEach(
                (key, value) -> {
                    if (!value.isBlank() && value.chars().noneMatch(c -> c < ' ')) {
                        recording.metadata(key, Metadata.value(value));
                    }
                });
        if (!version.isEmpty()) {
            recording.metadata("CoreVersion", version);
        }
        settings.tell(recording);
        for (Extra spectrum : spectra) {
            if (!spectrum.circuit.isBlank()) {
                recording.metadata("CDC", spectrum.circuit);
                recording.metadata("FitValues", spectrum.fitted);
            }
        }
    }

    /** The model, which the serial number begins with, and the serial number. */
    private String instrument() {
        String serial = properties.getOrDefault("DeviceSerial", "").strip();
        String model =
                serial.startsWith("PS4")
                        ? "PalmSens4 "
                        : serial.startsWith("ES4H")
                                ? "EmStat4 HR "
                                : serial.startsWith("ES4L") ? "EmStat4 LR " : "";
        return model + serial;
    }

    private static Optional<LocalDateTime> moment(long ticks) {
        LocalDateTime moment = EPOCH.plusSeconds(ticks / TICKS).plusNanos(ticks % TICKS * 100);
        return ticks > 0 && moment.getYear() > 1900 && moment.getYear() < 10_000
                ? Optional.of(moment)
                : Optional.empty();
    }

    private Optional<String> zone() {
        if (timeStamp.flatMap(Measurement::moment).isEmpty() || universalTimeStamp.isEmpty()) {
            return Optional.empty();
        }
        Duration ahead = Duration.ofSeconds((timeStamp.get() - universalTimeStamp.get()) / TICKS);
        return ahead.abs().toHours() <= 18 && ahead.toSecondsPart() == 0
                ? Optional.of(ZoneOffset.ofTotalSeconds((int) ahead.toSeconds()).getId())
                        .map(z -> z.equals("Z") ? "+00:00" : z)
                : Optional.empty();
    }

    private static void rows(RecordingSink recording, List<Signal> group) {
        List<double[]> numbers = new ArrayList<>();
        Map<Integer, Signal> words = new LinkedHashMap<>();
        TreeSet<String> unknown = new TreeSet<>();
        boolean turned = false;
        for (Signal signal : group) {
            String name = Units.name(signal, group);
            ColumnSpec spec = Units.column(name, signal);
            turned |= spec.isNegated();
            if (Units.isUnknown(signal)) {
                unknown.add(signal.unitType);
            }
            for (Map.Entry<String, double[]> values : signal.values().entrySet()) {
                boolean main = values.getKey().equals("v");
                recording.column(
                        main
                                ? spec
                                : ColumnSpec.of(
                                        name
                                                + "."
                                                + values.getKey()
                                                        .toUpperCase(java.util.Locale.ROOT)));
                numbers.add(values.getValue());
            }
            if (signal.hasTexts()) {
                words.put(recording.column(ColumnSpec.text(name + " text")), signal);
                numbers.add(new double[signal.length()]);
            }
        }
        if (turned) {
            recording.change("sign of imaginary part and phase turned: the file holds -Z''");
        }
        if (!unknown.isEmpty()) {
            recording.problem(
                    Problem.info(
                                    "pssession.unit",
                                    "Units not met before are left as they are: "
                                            + String.join(", ", unknown)
                                            + ".")
                            .mend("Please send us the file, so that they can be read."));
        }
        int rows = group.getFirst().length();
        double[] row = new double[numbers.size()];
        for (int i = 0; i < rows; i++) {
            for (int c = 0; c < row.length; c++) {
                row[c] = numbers.get(c)[i];
            }
            for (Map.Entry<Integer, Signal> word : words.entrySet()) {
                recording.text(word.getKey(), word.getValue().text(i));
            }
            recording.row(row);
        }
    }
}
