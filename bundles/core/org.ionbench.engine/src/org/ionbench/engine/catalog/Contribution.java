// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.catalog;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Something a bundle contributes: what is known without loading a class of it, and the object
 * itself, made when it is first asked for. Safe to use from any thread.
 *
 * @param <T> what is contributed
 */
public final class Contribution<T> {

    /**
     * Makes the contributed object.
     *
     * @param <T> what is contributed
     */
    @FunctionalInterface
    public interface Making<T> {
        /**
         * Makes it.
         *
         * @throws Exception whatever the contribution's constructor throws
         */
        T make() throws Exception;
    }

    private final String id;
    private final String name;
    private final String bundle;
    private final String version;
    private final int revision;
    private final Map<String, String> attributes;
    private final List<String> patterns;
    private final Making<? extends T> making;
    private Optional<T> made = Optional.empty();
    private Optional<String> failure = Optional.empty();

    Contribution(
            String id,
            String name,
            String bundle,
            String version,
            int revision,
            Map<String, String> attributes,
            List<String> patterns,
            Making<? extends T> making) {
        this.id = id;
        this.name = name;
        this.bundle = bundle;
        this.version = version;
        this.revision = revision;
        this.attributes = Map.copyOf(attributes);
        this.patterns = List.copyOf(patterns);
        this.making = making;
    }

    /** A contribution made by hand, as tests do. */
    public static <T> Contribution<T> of(String id, T object) {
        return of(id, 1, object);
    }

    /** A contribution of a certain revision made by hand, as tests do. */
    public static <T> Contribution<T> of(String id, int revision, T object) {
        Objects.requireNonNull(object, id);
        return new Contribution<>(id, id, "", "", revision, Map.of(), List.of(), () -> object);
    }

    /** The id, for ever the same; an element's is its symbol. */
    public String id() {
        return id;
    }

    /** The name on screen. */
    public String name() {
        return name;
    }

    /** The symbolic name of the bundle that contributes it. */
    public String bundle() {
        return bundle;
    }

    /** That bundle's version. */
    public String version() {
        return version;
    }

    /** Raised only when its numbers change. */
    public int revision() {
        return revision;
    }

    /** Another attribute of its declaration, such as {@code vendor} or {@code category}. */
    public Optional<String> attribute(String key) {
        return Optional.ofNullable(attributes.get(key));
    }

    /** The patterns of file names it declares, such as {@code *.par}. */
    public List<String> patterns() {
        return patterns;
    }

    /** The contributed object; empty if it cannot be made, see {@link #failure}. */
    public synchronized Optional<T> instance() {
        if (made.isEmpty() && failure.isEmpty()) {
            try {
                made = Optional.of(making.make());
            } catch (Exception | LinkageError e) {
                failure = Optional.of(id + " of " + bundle + " cannot be used: " + reason(e));
            }
        }
        return made;
    }

    /** One sentence why the object could not be made. */
    public synchronized Optional<String> failure() {
        return failure;
    }

    private static String reason(Throwable e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return cause.getMessage() == null ? cause.getClass().getName() : cause.getMessage();
    }

    @Override
    public String toString() {
        return id;
    }
}
