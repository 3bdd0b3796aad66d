// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.model.tables;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;

import org.ionbench.api.problem.FormatException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.problem.Severity;
import org.ionbench.api.quantity.Dimension;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.table.ColumnSpec;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The JSON files beside a table: what its columns are, and its text columns. */
final class Sidecar {
    private static final int VERSION = 1;

    private Sidecar() {}

    static String write(TableInfo info) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.setIndent(" ");
            json.beginObject();
            json.name("version").value(VERSION);
            json.name("rows").value(info.rows());
            json.name("sha256").value(info.sha256());
            json.name("columns").beginArray();
            for (ColumnSpec spec : info.columns()) {
                column(json, spec);
            }
            json.endArray();
            json.name("metadata").beginObject();
            for (Map.Entry<String, Object> e : info.metadata().entrySet()) {
                json.name(e.getKey());
                scalar(json, e.getValue());
            }
            json.endObject();
            json.name("problems").beginArray();
            for (Problem p : info.problems()) {
                problem(json, p);
            }
            json.endArray().endObject();
        }
        return text.append('\n').toString();
    }

    private static void column(JsonWriter json, ColumnSpec spec) throws IOException {
        json.beginObject().name("name").value(spec.vendorName());
        json.name("quantity").value(spec.kind().id());
        json.name("unit").value(spec.unitText().orElse(spec.unit().symbol()));
        boolean inTable = Unit.parse(spec.unit().symbol()).filter(spec.unit()::equals).isPresent();
        if (!inTable) {
            json.name("dimension").value(spec.unit().dimension().name());
            json.name("factor").value(spec.unit().factor());
            json.name("offset").value(spec.unit().offset());
        }
        if (spec.isNegated()) {
            json.name("negated").value(true);
        }
        if (spec.isText()) {
            json.name("text").value(true);
        }
        json.endObject();
    }

    private static void scalar(JsonWriter json, Object value) throws IOException {
        switch (value) {
            case Boolean b -> json.value(b);
            case Long l -> json.value(l);
            case Integer i -> json.value(i);
            // A double that is a whole number keeps its point, so that it is read as a double.
            case Double d when Double.isFinite(d) -> json.jsonValue(Double.toString(d));
            case Double d -> json.beginObject().name("double").value(d.toString()).endObject();
            default -> json.value(value.toString());
        }
    }

    private static void problem(JsonWriter json, Problem p) throws IOException {
        json.beginObject().name("code").value(p.code());
        json.name("severity").value(p.severity().id());
        json.name("message").value(p.message());
        json.name("place").value(p.place());
        json.name("mend").value(p.mend());
        json.name("arguments").beginArray();
        for (String a : p.arguments()) {
            json.value(a);
        }
        json.endArray().endObject();
    }

    /**
     * @throws FormatException if the text is not what {@link #write} writes
     */
    static TableInfo read(String file, String text) throws FormatException {
        JsonReader json = new JsonReader(new StringReader(text));
        int rows = -1;
        String sha256 = "";
        List<ColumnSpec> columns = new ArrayList<>();
        Map<String, Object> metadata = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        try {
            json.beginObject();
            while (json.hasNext()) {
                switch (json.nextName()) {
                    case "version" -> version(file, json.nextInt());
                    case "rows" -> rows = json.nextInt();
                    case "sha256" -> sha256 = json.nextString();
                    case "columns" -> {
                        json.beginArray();
                        while (json.hasNext()) {
                            columns.add(column(json));
                        }
                        json.endArray();
                    }
                    case "metadata" -> {
                        json.beginObject();
                        while (json.hasNext()) {
                            String key = json.nextName();
                            metadata.put(key, scalar(json));
                        }
                        json.endObject();
                    }
                    case "problems" -> {
                        json.beginArray();
                        while (json.hasNext()) {
                            problems.add(problem(json));
                        }
                        json.endArray();
                    }
                    default -> json.skipValue();
                }
            }
            json.endObject();
        } catch (FormatException e) {
            throw e;
        } catch (IOException | IllegalStateException | IllegalArgumentException e) {
            throw new FormatException(
                    file, json.getPath(), "expected the description of a table", e);
        }
        if (rows < 0) {
            throw new FormatException(file, "", "expected the number of rows");
        }
        return new TableInfo(rows, sha256, columns, metadata, problems);
    }

    private static void version(String file, int version) throws FormatException {
        if (version > VERSION) {
            throw new FormatException(
                    file, "version", "was written by a newer Ionbench; please update");
        }
    }

    private static ColumnSpec column(JsonReader json) throws IOException {
        String name = "";
        QuantityKind kind = QuantityKind.OTHER;
        String unit = "";
        Dimension dimension = Dimension.NONE;
        double factor = Double.NaN;
        double offset = 0;
        boolean negated = false;
        boolean text = false;
        json.beginObject();
        while (json.hasNext()) {
            switch (json.nextName()) {
                case "name" -> name = json.nextString();
                case "quantity" ->
                        kind = QuantityKind.ofId(json.nextString()).orElse(QuantityKind.OTHER);
                case "unit" -> unit = json.nextString();
                case "dimension" -> dimension = Dimension.valueOf(json.nextString());
                case "factor" -> factor = json.nextDouble();
                case "offset" -> offset = json.nextDouble();
                case "negated" -> negated = json.nextBoolean();
                case "text" -> text = json.nextBoolean();
                default -> json.skipValue();
            }
        }
        json.endObject();
        if (text) {
            return ColumnSpec.text(name);
        }
        ColumnSpec spec = ColumnSpec.of(name);
        if (!Double.isNaN(factor)) {
            spec = spec.as(kind, new Unit(unit, dimension, factor, offset));
        } else if (kind != QuantityKind.OTHER) {
            spec = spec.as(kind, unit);
        } else if (!unit.equals("1")) {
            spec = spec.unit(unit);
        }
        return negated ? spec.negated() : spec;
    }

    private static Object scalar(JsonReader json) throws IOException {
        JsonToken token = json.peek();
        switch (token) {
            case BOOLEAN:
                return json.nextBoolean();
            case NUMBER:
                String s = json.nextString();
                return s.matches("-?\\d{1,18}") ? (Object) Long.valueOf(s) : Double.valueOf(s);
            case BEGIN_OBJECT:
                json.beginObject();
                json.nextName();
                Double d = Double.valueOf(json.nextString());
                json.endObject();
                return d;
            default:
                return json.nextString();
        }
    }

    private static Problem problem(JsonReader json) throws IOException {
        String code = "";
        String severity = "info";
        String message = "";
        String place = "";
        String mend = "";
        List<Object> arguments = new ArrayList<>();
        json.beginObject();
        while (json.hasNext()) {
            switch (json.nextName()) {
                case "code" -> code = json.nextString();
                case "severity" -> severity = json.nextString();
                case "message" -> message = json.nextString();
                case "place" -> place = json.nextString();
                case "mend" -> mend = json.nextString();
                case "arguments" -> {
                    json.beginArray();
                    while (json.hasNext()) {
                        arguments.add(json.nextString());
                    }
                    json.endArray();
                }
                default -> json.skipValue();
            }
        }
        json.endObject();
        return Problem.of(code, Severity.valueOf(severity.toUpperCase(Locale.ROOT)), message)
                .at(place)
                .mend(mend)
                .with(arguments.toArray());
    }

    /** Text columns by index: the words that occur, and for each row the number of its word. */
    static String writeTexts(Map<Integer, Words> columns) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.beginObject();
            for (Map.Entry<Integer, Words> e : columns.entrySet()) {
                json.name(e.getKey().toString()).beginObject();
                json.name("words").beginArray();
                for (String word : e.getValue().words()) {
                    json.value(word);
                }
                json.endArray().name("rows").beginArray();
                for (int row = 0; row < e.getValue().rows(); row++) {
                    json.value(e.getValue().code(row));
                }
                json.endArray().endObject();
            }
            json.endObject();
        }
        return text.append('\n').toString();
    }

    static Map<Integer, Words> readTexts(String file, String text) throws FormatException {
        Map<Integer, Words> columns = new LinkedHashMap<>();
        JsonReader json = new JsonReader(new StringReader(text));
        try {
            json.beginObject();
            while (json.hasNext()) {
                int column = Integer.parseInt(json.nextName());
                List<String> words = new ArrayList<>();
                Words read = new Words();
                json.beginObject();
                while (json.hasNext()) {
                    boolean isWords = json.nextName().equals("words");
                    json.beginArray();
                    while (json.hasNext()) {
                        if (isWords) {
                            words.add(json.nextString());
                        } else {
                            read.add(words.get(json.nextInt()));
                        }
                    }
                    json.endArray();
                }
                json.endObject();
                columns.put(column, read);
            }
            json.endObject();
        } catch (IOException
                | IllegalStateException
                | IllegalArgumentException
                | IndexOutOfBoundsException e) {
            throw new FormatException(file, json.getPath(), "expected columns of text", e);
        }
        return columns;
    }
}
