// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;

import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.util.List;

/** No state that everyone shares: two projects, two tests, two threads never meet in it. */
class StateTest {
    /** All classes but those EMF generates. */
    private static final JavaClasses WRITTEN =
            Bundle.classes(Bundle.withSources())
                    .that(
                            describe(
                                    "written by hand",
                                    c ->
                                            !List.of(
                                                            "org.ionbench.model",
                                                            "org.ionbench.model.impl",
                                                            "org.ionbench.model.util")
                                                    .contains(c.getPackageName())));

    private static final List<Class<?>> MUTABLE =
            List.of(
                    java.util.AbstractCollection.class,
                    java.util.AbstractMap.class,
                    java.util.concurrent.atomic.AtomicBoolean.class,
                    java.util.concurrent.atomic.AtomicInteger.class,
                    java.util.concurrent.atomic.AtomicLong.class,
                    java.util.concurrent.atomic.AtomicReference.class,
                    java.util.concurrent.locks.Lock.class,
                    java.util.concurrent.ExecutorService.class,
                    java.util.Random.class,
                    java.util.BitSet.class,
                    java.text.Format.class,
                    StringBuilder.class,
                    ThreadLocal.class);

    @Test
    void staticFieldsAreFinal() {
        fields().that()
                .areStatic()
                .and(ARE_WRITTEN)
                .should()
                .beFinal()
                .because("a variable that everyone shares ties everyone together")
                .check(WRITTEN);
    }

    @Test
    void staticFieldsHoldNothingThatChanges() {
        noFields()
                .that()
                .areStatic()
                .and(ARE_WRITTEN)
                .should()
                .haveRawType(
                        describe(
                                "that can change",
                                type ->
                                        MUTABLE.stream().anyMatch(t -> assignableTo(t).test(type))
                                                && !type.isEquivalentTo(SecureRandom.class)))
                .because(
                        "what is shared by everyone never changes; caches belong to a session. A"
                                + " SecureRandom cannot be told apart from another")
                .check(WRITTEN);
    }

    @Test
    void staticArraysStayInTheirClass() {
        fields().that()
                .areStatic()
                .and(ARE_WRITTEN)
                .and(describe("are arrays", f -> f.getRawType().isArray()))
                .should()
                .bePrivate()
                .because("the elements of an array can be changed by whoever sees it")
                .check(WRITTEN);
    }

    @Test
    void nobodyIsTheOnlyOne() {
        noMethods()
                .that()
                .areStatic()
                .should()
                .haveNameMatching("getDefault|getInstance|instance|getPlugin")
                .because("whoever needs something is given it, so a test gives it another")
                .check(WRITTEN);
    }

    @Test
    void contributorsAreNotLookedUpByServiceLoader() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(java.util.ServiceLoader.class)
                .because("the extension registry tells names and patterns without loading a class")
                .check(WRITTEN);
    }

    private static final DescribedPredicate<JavaField> ARE_WRITTEN =
            describe(
                    "are written in the source",
                    f ->
                            !f.getModifiers().contains(JavaModifier.SYNTHETIC)
                                    && !f.getName().startsWith("$"));
}
