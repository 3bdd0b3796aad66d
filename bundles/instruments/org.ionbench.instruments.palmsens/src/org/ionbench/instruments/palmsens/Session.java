// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.palmsens;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Source;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.progress.Progress;
import org.ionbench.formats.Encoding;
import org.ionbench.formats.Numbers;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Walks through the JSON of a session; whatever is of an unexpected kind is passed over. */
final class Session implements Closeable {
    private final String file;
    private final JsonReader json;
    private final Sink sink;
    private final Numbers numbers = Numbers.plain();
    private String version = "";
    private int measurements;

    private Session(String file, JsonReader json, Sink sink) {
        this.file = file;
        this.json = json;
        this.sink = sink;
    }

    static Session of(Source source, Sink sink, Progress progress) throws IOException {
        Encoding encoding = Encoding.of(source);
        InputStream in = new WatchedStream(source.open(), progress);
        try {
            in.skipNBytes(Math.min(encoding.mark(), source.size()));
            Reader text = new BufferedReader(new InputStreamReader(in, encoding.charset()));
            return new Session(source.name(), new JsonReader(text), sink);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    void read() throws IOException {
        Measurement open = new Measurement("");
        try {
            if (json.peek() != JsonToken.BEGIN_OBJECT) {
                throw wrong("expected a JSON object", null);
            }
            json.beginObject();
            while (json.hasNext()) {
                switch (name()) {
                    case "coreversion" -> version = text().orElse("");
                    case "measurements" -> {
                        if (begins(JsonToken.BEGIN_ARRAY)) {
                            json.beginArray();
                            while (json.hasNext()) {
                                open = new Measurement(version);
                                measurement(open);
                                open.tell(sink);
                                open = new Measurement("");
                                measurements++;
                            }
                            json.endArray();
                        }
                    }
                    default -> json.skipValue();
                }
            }
            json.endObject();
        } catch (FormatException e) {
            throw e;
        } catch (EOFException | com.google.gson.stream.MalformedJsonException e) {
            cut(open, e);
            return;
        }
        if (measurements == 0) {
            sink.problem(Problem.warning("pssession.empty", "The session holds no measurement."));
        }
    }

    /** Hands over what is whole of a measurement within which the text ends or is damaged. */
    private void cut(Measurement open, IOException cause) throws IOException {
        if (open.isEmpty() && measurements == 0) {
            throw wrong("expected a whole session with at least one whole array", cause);
        }
        open.tell(sink);
        sink.problem(
                Problem.warning(
                                "pssession.cut",
                                "The session ends early or is damaged within measurement "
                                        + (measurements + (open.isEmpty() ? 0 : 1))
                                        + "; what was whole before is read.")
                        .at(json.getPath())
                        .mend("Please send us the file if PSTrace opens it."));
    }

    private FormatException wrong(String expected, IOException cause) {
        String place = "JSON path " + json.getPath();
        return cause == null
                ? new FormatException(file, place, expected)
                : new FormatException(file, place, expected, cause);
    }

    private void measurement(Measurement m) throws IOException {
        if (!begins(JsonToken.BEGIN_OBJECT)) {
            return;
        }
        json.beginObject();
        while (json.hasNext()) {
            String name = name();
            switch (name) {
                case "title" -> m.title = text().orElse("");
                case "timestamp" -> m.timeStamp = whole();
                case "utctimestamp" -> m.universalTimeStamp = whole();
                case "deviceused" -> text().ifPresent(t -> m.properties.put("DeviceUsed", t));
                case "deviceserial" -> text().ifPresent(t -> m.properties.put("DeviceSerial", t));
                case "devicefw" -> text().ifPresent(t -> m.properties.put("DeviceFW", t));
                case "type" -> text().ifPresent(t -> m.properties.put("Type", t));
                case "method" -> m.method = text().orElse("");
                case "dataset" -> dataSet(m.signals);
                case "curves" -> extras(m.curves);
                case "eisdatalist" -> extras(m.spectra);
                default -> json.skipValue();
            }
        }
        json.endObject();
    }

    private void dataSet(List<Signal> signals) throws IOException {
        if (!begins(JsonToken.BEGIN_OBJECT)) {
            return;
        }
        json.beginObject();
        while (json.hasNext()) {
            if (name().equals("values")) {
                signals(signals);
            } else {
                json.skipValue();
            }
        }
        json.endObject();
    }

    private void signals(List<Signal> signals) throws IOException {
        if (!begins(JsonToken.BEGIN_ARRAY)) {
            return;
        }
        json.beginArray();
        while (json.hasNext()) {
            signal(signals);
        }
        json.endArray();
    }

    /** Curves or spectra. */
    private void extras(List<Measurement.Extra> extras) throws IOException {
        if (!begins(JsonToken.BEGIN_ARRAY)) {
            return;
        }
        json.beginArray();
        while (json.hasNext()) {
            Measurement.Extra extra = new Measurement.Extra();
            extras.add(extra);
            extra(extra, extras);
        }
        json.endArray();
    }

    /** The parts of a spectrum over potential or time: spectra of their own below its title. */
    private void parts(Measurement.Extra whole, List<Measurement.Extra> extras) throws IOException {
        List<Measurement.Extra> parts = new ArrayList<>();
        extras(parts);
        for (Measurement.Extra part : parts) {
            part.title = whole.title.isBlank() ? part.title : whole.title + ", " + part.title;
            part.part = true;
            extras.add(part);
        }
    }

    private void extra(Measurement.Extra extra, List<Measurement.Extra> extras) throws IOException {
        if (!begins(JsonToken.BEGIN_OBJECT)) {
            return;
        }
        json.beginObject();
        while (json.hasNext()) {
            switch (name()) {
                case "title" -> extra.title = text().orElse("");
                case "cdc" -> extra.circuit = text().orElse("");
                case "fitvalues" -> extra.fitted = numbers();
                case "dataset" -> dataSet(extra.signals);
                case "subscans" -> parts(extra, extras);
                case "xaxisdataarray", "yaxisdataarray" -> signal(extra.signals);
                default -> json.skipValue();
            }
        }
        json.endObject();
    }

    /** Adds an array once it is whole. */
    private void signal(List<Signal> signals) throws IOException {
        if (!begins(JsonToken.BEGIN_OBJECT)) {
            return;
        }
        Signal signal = new Signal();
        json.beginObject();
        while (json.hasNext()) {
            switch (name()) {
                case "type" -> signal.type = text().orElse("");
                case "arraytype" -> signal.arrayType = (int) whole().orElse(-1L).longValue();
                case "description" -> signal.description = text().orElse("");
                case "unit" -> unit(signal);
                case "datavalues" -> values(signal);
                default -> json.skipValue();
            }
        }
        json.endObject();
        signals.add(signal);
    }

    private void unit(Signal signal) throws IOException {
        if (!begins(JsonToken.BEGIN_OBJECT)) {
            return;
        }
        json.beginObject();
        while (json.hasNext()) {
            switch (name()) {
                case "type" -> signal.unitType = text().orElse("");
                case "s" -> signal.unitSymbol = text().orElse("");
                case "q" -> signal.quantity = text().orElse("");
                default -> json.skipValue();
            }
        }
        json.endObject();
    }

    private void values(Signal signal) throws IOException {
        if (!begins(JsonToken.BEGIN_ARRAY)) {
            return;
        }
        json.beginArray();
        while (json.hasNext()) {
            signal.next();
            if (json.peek() != JsonToken.BEGIN_OBJECT) {
                signal.put("v", number());
                continue;
            }
            json.beginObject();
            while (json.hasNext()) {
                String key = name();
                if (key.equals("t") && json.peek() == JsonToken.STRING) {
                    signal.say(json.nextString());
                } else {
                    signal.put(key, number());
                }
            }
            json.endObject();
        }
        json.endArray();
    }

    /** Whether the next value begins so; passes over it where not. */
    private boolean begins(JsonToken token) throws IOException {
        if (json.peek() == token) {
            return true;
        }
        json.skipValue();
        return false;
    }

    private String name() throws IOException {
        return json.nextName().toLowerCase(Locale.ROOT);
    }

    private Optional<String> text() throws IOException {
        JsonToken next = json.peek();
        if (next == JsonToken.STRING || next == JsonToken.NUMBER) {
            return Optional.of(json.nextString());
        }
        json.skipValue();
        return Optional.empty();
    }

    private Optional<Long> whole() throws IOException {
        return text().filter(t -> t.matches("-?\\d{1,18}")).map(Long::valueOf);
    }

    private double number() throws IOException {
        return text().map(numbers::parse).map(n -> n.orElse(Double.NaN)).orElse(Double.NaN);
    }

    private String numbers() throws IOException {
        StringBuilder all = new StringBuilder();
        if (begins(JsonToken.BEGIN_ARRAY)) {
            json.beginArray();
            while (json.hasNext()) {
                all.append(all.isEmpty() ? "" : ", ").append(text().orElse("?"));
            }
            json.endArray();
        }
        return all.toString();
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
