// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.circuit;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The elements that are installed, by symbol. Immutable. */
public final class Elements {
    private final Map<String, Element> bySymbol;

    private Elements(Map<String, Element> bySymbol) {
        this.bySymbol = Collections.unmodifiableMap(bySymbol);
    }

    /** Collects elements; of two with one symbol the first counts. */
    public static Elements of(Collection<? extends Element> elements) {
        Map<String, Element> map = new LinkedHashMap<>();
        for (Element e : elements) {
            map.putIfAbsent(e.symbol(), e);
        }
        return new Elements(map);
    }

    public Optional<Element> symbol(String symbol) {
        return Optional.ofNullable(bySymbol.get(symbol));
    }

    public Collection<Element> all() {
        return bySymbol.values();
    }
}
