// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.numerics.leastsquares;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A combination of parameters that the residuals hardly feel: moving the named parameters together
 * in the proportions given leaves the model as it is, so they cannot be told apart. A single name
 * means that the parameter has no influence.
 *
 * @param strength singular value of this direction relative to the largest, columns of the Jacobian
 *     scaled to equal length; 0 for a direction without any influence
 * @param components parts of the singular vector in the scaled columns by parameter name, largest
 *     magnitude first; parts below a tenth of the largest are left out
 */
public record WeakDirection(double strength, Map<String, Double> components) {

    /** Copies the map and keeps its order. */
    public WeakDirection {
        components = Collections.unmodifiableMap(new LinkedHashMap<>(components));
    }

    /** Names of the parameters involved, strongest first. */
    public List<String> parameters() {
        return List.copyOf(components.keySet());
    }
}
