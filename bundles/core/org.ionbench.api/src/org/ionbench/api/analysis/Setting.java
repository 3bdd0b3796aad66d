// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.analysis;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes one component of a record of settings. Components are of type {@code double}, {@code
 * int}, {@code boolean}, {@code String}, an enum, {@link Window} or {@link Mask}. Settings are
 * stored as text by component name, all of them, defaults too.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {

    /** The label on screen, in sentence case. */
    String label();

    /** The default as text; empty means "none" for text, an open window, an empty mask. */
    String value() default "";

    /** The unit of a number or of a window's bounds. */
    String unit() default "1";

    /** One sentence of help. */
    String help() default "";

    double min() default Double.NEGATIVE_INFINITY;

    double max() default Double.POSITIVE_INFINITY;

    /** How it is edited where its type does not say: {@code "circuit"}, {@code "parameters"}. */
    String editor() default "";

    /**
     * The id of the plot axis a {@link Window} or {@link Mask} is dragged on ({@code "frequency"}).
     */
    String axis() default "";
}
