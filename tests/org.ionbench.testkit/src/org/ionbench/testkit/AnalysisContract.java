// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Context;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.analysis.SettingSpec;
import org.ionbench.api.analysis.Settings;
import org.ionbench.api.circuit.Elements;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.Finding;
import org.ionbench.api.report.Report;
import org.ionbench.api.table.ArrayTable;
import org.ionbench.api.table.ColumnSpec;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/**
 * What every analysis promises, as JUnit tests: implement this interface in a test class, name the
 * analysis and inputs it can run on.
 *
 * <p>Checked are: its settings are described and survive being written as text; {@link
 * Analysis#obstacle} answers for anything; two runs give the same report; cancelling ends a run;
 * inputs without use end in an {@link AnalysisException} with a sentence. Results are for the
 * analysis' own tests to compare with what is known of them.
 *
 * @param <S> the record of settings
 */
public interface AnalysisContract<S extends Record> {

    /** A new analysis: a public class with a public constructor without arguments. */
    Analysis<S> analysis();

    /** Inputs that the analysis runs on with the settings below. */
    List<Inputs> inputs();

    /** The settings the runs are made with. */
    default S settings() {
        return Settings.defaults(analysis().settings());
    }

    /** The circuit elements at hand. */
    default Elements elements() {
        return Elements.of(List.of());
    }

    @Test
    default void describesItsSettings() {
        List<SettingSpec> specs = Settings.describe(analysis().settings());
        for (SettingSpec spec : specs) {
            assertFalse(spec.label().isBlank(), spec.key() + " has a label");
            assertFalse(spec.help().isBlank(), spec.key() + " has help");
            assertTrue(
                    Unit.parse(spec.unit()).isPresent(),
                    spec.key() + " has a unit of the table, not " + spec.unit());
            assertTrue(spec.min() <= spec.max(), spec.key() + " has a range");
        }
        Map<String, String> text = Settings.write(settings());
        assertEquals(specs.stream().map(SettingSpec::key).toList(), List.copyOf(text.keySet()));
        assertEquals(text, Settings.write(Settings.read(analysis().settings(), text)));
        Settings.defaults(analysis().settings());
        assertNotNull(analysis().need());
    }

    /** Settings of the first revision, and of none, migrate without harm. */
    @Test
    default void migratesItsOwnSettings() {
        Map<String, String> text = Settings.write(settings());
        assertNotNull(analysis().migrate(text, 1));
        assertNotNull(analysis().migrate(Map.of("unknown", "x"), 1));
    }

    @TestFactory
    default Stream<DynamicTest> answersForUselessInputs() {
        return useless().stream()
                .map(
                        in ->
                                DynamicTest.dynamicTest(
                                        in.recordings().stream().map(Recording::name).toList() + "",
                                        () -> refusesOrRuns(in)));
    }

    @TestFactory
    default Stream<DynamicTest> runsTwiceTheSame() {
        return each(
                in -> {
                    assertEquals(Optional.empty(), analysis().obstacle(in));
                    Report first = analysis().run(context(in, Progress.NONE), settings());
                    Report second = analysis().run(context(in, Progress.NONE), settings());
                    assertFalse(first.findings().isEmpty(), "a report finds something");
                    assertEquals(first.findings().size(), second.findings().size());
                    for (int i = 0; i < first.findings().size(); i++) {
                        assertEquals(
                                comparable(first.findings().get(i)),
                                comparable(second.findings().get(i)));
                    }
                });
    }

    @TestFactory
    default Stream<DynamicTest> endsWhenCancelled() {
        return each(
                in ->
                        assertThrows(
                                CancellationException.class,
                                () ->
                                        analysis()
                                                .run(
                                                        context(in, Progress.until(() -> true)),
                                                        settings())));
    }

    /** A test of one set of inputs. */
    @FunctionalInterface
    interface InputsTest {
        void check(Inputs inputs) throws Exception;
    }

    private Stream<DynamicTest> each(InputsTest test) {
        List<Inputs> all = inputs();
        assumeTrue(!all.isEmpty(), "the analysis' inputs are not here");
        return java.util.stream.IntStream.range(0, all.size())
                .mapToObj(
                        i ->
                                DynamicTest.dynamicTest(
                                        "inputs " + (i + 1), () -> test.check(all.get(i))));
    }

    private Context context(Inputs inputs, Progress progress) {
        return new Context("contract", inputs, elements(), progress);
    }

    private void refusesOrRuns(Inputs in) {
        Optional<String> obstacle = analysis().obstacle(in);
        assertTrue(obstacle.isEmpty() || !obstacle.get().isBlank(), "a sentence");
        if (obstacle.isEmpty()) {
            try {
                assertNotNull(analysis().run(context(in, Progress.NONE), settings()));
            } catch (AnalysisException e) {
                assertFalse(e.getMessage().isBlank(), "a sentence");
            }
        }
    }

    /** No inputs, no columns, no rows, nothing but NaN: of every technique there is. */
    private static List<Inputs> useless() {
        List<Inputs> all = new ArrayList<>();
        all.add(new Inputs(List.of(), List.of(), Optional.empty()));
        for (Technique technique : Technique.KNOWN) {
            all.add(
                    Inputs.of(
                            Recording.of(
                                            technique + " without columns",
                                            technique,
                                            ArrayTable.rows(0).build())
                                    .build()));
            for (int rows : new int[] {0, 1, 20}) {
                ArrayTable.Builder table = ArrayTable.rows(rows);
                for (var kind : org.ionbench.api.quantity.QuantityKind.values()) {
                    double[] values = new double[rows];
                    Arrays.fill(values, Double.NaN);
                    table.column(
                            ColumnSpec.of(kind.id()).as(kind, Unit.si(kind.dimension())), values);
                }
                all.add(
                        Inputs.of(
                                Recording.of(
                                                technique + " with " + rows + " NaN",
                                                technique,
                                                table.build())
                                        .build()));
            }
        }
        return all;
    }

    private static Object comparable(Finding finding) {
        return switch (finding) {
            case Finding.Measured m -> text(m.quantity());
            case Finding.Fitted f -> f.fit();
            case Finding.Tabulated t -> t.table().title() + t.table().headers() + t.table().rows();
            case Finding.Drawn d -> d.plot();
            case Finding.Said s -> s.text();
            case Finding.Doubtful d -> d.problem().toString();
        };
    }

    private static String text(Quantity q) {
        return q.key()
                + " "
                + q.value()
                + " "
                + q.unit()
                + " "
                + q.contributions()
                + q.conditions();
    }
}
