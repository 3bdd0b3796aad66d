// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;

import org.junit.jupiter.api.Test;

import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.nio.charset.Charset;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Stream;

/**
 * Below the doors nothing depends on the machine, the country or the hour: the same file gives the
 * same numbers and the same text everywhere.
 */
class SurroundingsTest {
    private static final Set<String> DOORS =
            Set.of("org.ionbench.cli", "org.ionbench.ui", "org.ionbench.charts");
    private static final JavaClasses BELOW_THE_DOORS =
            Bundle.classes(
                    Bundle.withSources().stream()
                            .filter(b -> !DOORS.contains(b.name()) && !b.name().endsWith(".ui"))
                            .toList());

    /** What a method would be told if it were not left to the surroundings. */
    private static final Set<Class<?>> TOLD =
            Set.of(
                    Locale.class,
                    Charset.class,
                    Clock.class,
                    ZoneId.class,
                    TimeZone.class,
                    DecimalFormatSymbols.class);

    /** Those whose default is fixed by their specification: UTF-8. */
    private static final List<String> FIXED_DEFAULTS =
            List.of("java.nio.file.", "java.nio.charset.", "java.util.zip.");

    /** Those that ask for the surroundings outright. */
    private static final Map<Class<?>, Set<String>> ASKING =
            Map.of(
                    Locale.class, Set.of("getDefault", "setDefault"),
                    Charset.class, Set.of("defaultCharset"),
                    ZoneId.class, Set.of("systemDefault"),
                    TimeZone.class, Set.of("getDefault", "setDefault"),
                    Clock.class, Set.of("systemUTC", "systemDefaultZone", "system", "tickMillis"),
                    System.class, Set.of("currentTimeMillis", "lineSeparator"),
                    String.class, Set.of("formatted"),
                    Date.class, Set.of("toLocaleString"));

    /** Classes that take the default zone and the present moment when they are made. */
    private static final Set<Class<?>> ASKING_WHEN_MADE =
            Set.of(Date.class, Calendar.class, GregorianCalendar.class, DecimalFormat.class);

    @Test
    void nothingIsLeftToLocaleCharsetZoneOrClock() {
        noClasses()
                .should()
                .accessTargetWhere(LEFT_TO_THE_SURROUNDINGS)
                .because(
                        "the same file gives the same numbers and texts on every machine: pass"
                                + " Locale.ROOT, UTF_8, a ZoneId or a Clock")
                .check(BELOW_THE_DOORS);
    }

    @Test
    void nothingWritesToTheConsoleOrEndsTheProgram() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.ionbench.testkit.internal..")
                .should()
                .accessTargetWhere(
                        DescribedPredicate.describe(
                                "System.out, System.err, System.exit or printStackTrace()",
                                (JavaAccess<?> a) ->
                                        a.getTargetOwner().isEquivalentTo(System.class)
                                                        && Set.of("out", "err", "exit")
                                                                .contains(a.getTarget().getName())
                                                || a.getTarget()
                                                        .getName()
                                                        .equals("printStackTrace")))
                .because(
                        "a door tells the user, in its own way, once; only the forked program of"
                                + " the test kit is one of its own")
                .check(BELOW_THE_DOORS);
    }

    /** The rule finds what it is there for. */
    @Test
    void theRuleKnowsWhatIsLeftToTheSurroundings() {
        JavaClasses examples =
                new com.tngtech.archunit.core.importer.ClassFileImporter()
                        .importClasses(Careless.class, Careful.class);
        assertEquals(
                List.of(
                        "Calendar.getInstance",
                        "Clock.systemUTC",
                        "DecimalFormat.<init>",
                        "InputStreamReader.<init>",
                        "LocalDateTime.now",
                        "Scanner.<init>",
                        "String.<init>",
                        "String.format",
                        "String.formatted",
                        "String.getBytes",
                        "String.toLowerCase",
                        "String.toUpperCase",
                        "System.currentTimeMillis"),
                found(examples.get(Careless.class)));
        assertEquals(List.of(), found(examples.get(Careful.class)));
    }

    private static List<String> found(JavaClass in) {
        return in.getAccessesFromSelf().stream()
                .filter(LEFT_TO_THE_SURROUNDINGS)
                .map(a -> a.getTargetOwner().getSimpleName() + "." + a.getTarget().getName())
                .distinct()
                .sorted()
                .toList();
    }

    private static final DescribedPredicate<JavaAccess<?>> LEFT_TO_THE_SURROUNDINGS =
            DescribedPredicate.describe(
                    "methods that ask the machine for its locale, charset, zone or clock",
                    SurroundingsTest::isLeftToTheSurroundings);

    private static boolean isLeftToTheSurroundings(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        if (!owner.getPackageName().startsWith("java.")
                || !(access.getTarget() instanceof CodeUnitAccessTarget target)) {
            return false;
        }
        Class<?> type = owner.reflect();
        String name = target.getName();
        if (ASKING.getOrDefault(type, Set.of()).contains(name)) {
            return true;
        }
        if (FIXED_DEFAULTS.stream().anyMatch(owner.getName()::startsWith)) {
            return false;
        }
        List<Class<?>> given =
                target.getRawParameterTypes().stream().<Class<?>>map(JavaClass::reflect).toList();
        if (name.equals("now") && owner.getPackageName().equals("java.time")) {
            return !given.contains(Clock.class);
        }
        if (given.stream().anyMatch(TOLD::contains)) {
            return false;
        }
        boolean made = name.equals("<init>");
        if (made && given.isEmpty() && ASKING_WHEN_MADE.contains(type)) {
            return true;
        }
        Stream<? extends Executable> twins =
                made
                        ? Arrays.stream(type.getConstructors())
                        : Arrays.stream(type.getMethods()).filter(m -> m.getName().equals(name));
        String returned = target.getRawReturnType().getName();
        return twins.anyMatch(t -> isTold(t, given) && returned.equals(returned(t)));
    }

    /** Whether this takes the same, and a locale, charset, zone or clock besides. */
    private static boolean isTold(Executable twin, List<Class<?>> given) {
        List<Class<?>> all = new ArrayList<>(List.of(twin.getParameterTypes()));
        boolean told = all.removeIf(TOLD::contains);
        return told && all.equals(given);
    }

    private static String returned(Executable twin) {
        return twin instanceof Method method ? method.getReturnType().getName() : "void";
    }

    /** What the rule must find. */
    @SuppressWarnings({"unused", "StringCaseLocaleUsage"})
    private static final class Careless {
        Object all(byte[] bytes, java.io.InputStream in) {
            return List.of(
                    new String(bytes),
                    "a".getBytes(),
                    String.format("%f", 1.0),
                    "%f".formatted(1.0),
                    "A".toLowerCase(),
                    Stream.of("a").map(String::toUpperCase),
                    new java.io.InputStreamReader(in),
                    new java.util.Scanner(in),
                    new DecimalFormat("0.0"),
                    java.time.LocalDateTime.now(ZoneId.of("UTC")),
                    Clock.systemUTC(),
                    System.currentTimeMillis(),
                    Calendar.getInstance());
        }
    }

    /** What the rule must not find. */
    @SuppressWarnings("unused")
    private static final class Careful {
        Object all(byte[] bytes, java.io.InputStream in, Clock clock) {
            return List.of(
                    new String(bytes, java.nio.charset.StandardCharsets.UTF_8),
                    String.format(Locale.ROOT, "%f", 1.0),
                    "A".toLowerCase(Locale.ROOT),
                    "A".strip(),
                    java.nio.charset.Charset.forName("windows-1252"),
                    java.time.LocalDate.EPOCH.atStartOfDay(),
                    String.valueOf(1.0),
                    new java.io.InputStreamReader(in, java.nio.charset.StandardCharsets.UTF_8),
                    new DecimalFormat("0.0", DecimalFormatSymbols.getInstance(Locale.ROOT)),
                    java.time.LocalDateTime.now(clock),
                    System.nanoTime());
        }
    }
}
