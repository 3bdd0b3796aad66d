// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.runs;

import org.ionbench.api.cell.Cell;
import org.ionbench.api.cell.Sample;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.model.tables.StoredTable;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A hash over everything an analysis may read: equal for equal contents, whatever was done and
 * undone on the way. Texts go in with their length, so that two neighbours never run together.
 */
final class Fingerprint {
    /** Digits of a key; 128 bits, so that two contents never meet. */
    private static final int DIGITS = 32;

    private final MessageDigest digest;

    Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    Fingerprint add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes.length);
        digest.update(bytes);
        return this;
    }

    Fingerprint add(int number) {
        digest.update(ByteBuffer.allocate(4).putInt(number).flip());
        return this;
    }

    Fingerprint add(double number) {
        digest.update(ByteBuffer.allocate(8).putLong(Double.doubleToLongBits(number)).flip());
        return this;
    }

    Fingerprint add(Optional<String> text) {
        return text.isPresent() ? add(1).add(text.get()) : add(0);
    }

    Fingerprint add(Collection<String> texts) {
        add(texts.size());
        texts.forEach(this::add);
        return this;
    }

    /** Pairs in the order of their keys: how they lie in the project says nothing. */
    Fingerprint add(Map<String, String> texts) {
        add(texts.size());
        new TreeMap<>(texts).forEach((k, v) -> add(k).add(v));
        return this;
    }

    Fingerprint add(Quantity q) {
        add(q.name()).add(q.value()).add(q.unit().symbol()).add(q.origin().id());
        add(q.contributions().size());
        new TreeMap<>(q.contributions()).forEach((source, u) -> add(source).add(u));
        return add(q.conditions());
    }

    /**
     * Everything of a recording; its numbers by the hash its table has of them.
     *
     * @throws IllegalArgumentException if its table is none of a project
     */
    Fingerprint add(Recording r) {
        if (!(r.table() instanceof StoredTable table)) {
            throw new IllegalArgumentException("the table of " + r.name() + " is not stored");
        }
        add(r.id()).add(r.name()).add(r.technique().id()).add(table.contentHash());
        add(r.instrument()).add(r.start().map(Object::toString)).add(r.zone());
        add(r.isCalibrated() ? 1 : 0).add(r.assumptions()).add(r.changes());
        return quantities(r.conditions());
    }

    /** Everything of a cell, its sample and its fixture. */
    Fingerprint add(Cell c) {
        add(c.id()).add(c.name());
        quantities(c.quantities()).add(c.texts());
        Sample s = c.sample();
        add(s.id()).add(s.name()).add(s.batch()).add(s.fields());
        add(s.density().isPresent() ? 1 : 0);
        s.density().ifPresent(this::add);
        add(s.components().size());
        for (Sample.Component part : s.components()) {
            add(part.material()).add(part.fraction()).add(part.basis());
            add(part.density().isPresent() ? 1 : 0);
            part.density().ifPresent(this::add);
        }
        add(c.shortCircuit().isPresent() ? 1 : 0);
        c.shortCircuit().ifPresent(this::add);
        add(c.openCircuit().isPresent() ? 1 : 0);
        c.openCircuit().ifPresent(this::add);
        return this;
    }

    private Fingerprint quantities(Map<String, Quantity> quantities) {
        add(quantities.size());
        new TreeMap<>(quantities).forEach((name, q) -> add(name).add(q));
        return this;
    }

    /** The hash of all that was added, in hexadecimal. Nothing may be added afterwards. */
    String key() {
        return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    }
}
