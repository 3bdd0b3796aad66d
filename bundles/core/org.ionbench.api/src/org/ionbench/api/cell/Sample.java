// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.cell;

import org.ionbench.api.quantity.Quantity;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A sample as analyses see it.
 *
 * @param id the project's id
 * @param name the name as given
 * @param batch the batch it was taken from; empty if not said
 * @param density theoretical density, where known
 * @param components what it is made of
 * @param fields free fields and synthesis conditions, such as {@code milling time -> 50 h}
 */
public record Sample(
        String id,
        String name,
        String batch,
        Optional<Quantity> density,
        List<Component> components,
        Map<String, String> fields) {

    /** A sample of which only the name is known. */
    public static Sample named(String name) {
        return new Sample(name, name, "", Optional.empty(), List.of(), Map.of());
    }

    /**
     * One material of a composite.
     *
     * @param material the material's name
     * @param fraction its share, in the unit of the quantity
     * @param basis {@code "volume"} or {@code "mass"}
     * @param density of the material, where known
     */
    public record Component(
            String material, double fraction, String basis, Optional<Quantity> density) {}
}
