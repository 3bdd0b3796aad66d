# SPDX-FileCopyrightText: 2026 Ionbench contributors
# SPDX-License-Identifier: EPL-2.0
"""The baseline of FitBenchmark: the same fits with scipy.optimize.leastsq (MINPACK's
Levenberg-Marquardt), analytic Jacobian, positive parameters in their logarithm.

Usage: fit_scipy.py FOLDER [SPECTRA]
"""
import sys
import time

import numpy as np
from scipy.optimize import leastsq


def cpe(w, p):
    z = 1 / (p[0] * (1j * w) ** p[1])
    return z, [-z / p[0], -np.log(1j * w) * z]


def arc(w, p):
    z, (dq, dn) = cpe(w, p[1:])
    total = p[0] + z
    left = (z / total) ** 2
    right = (p[0] / total) ** 2
    return p[0] * z / total, [left, dq * right, dn * right]


def circuit_a(w, p):
    z, d = arc(w, p[1:4])
    k = (1 - 1j) / np.sqrt(w)
    return p[0] + z + p[4] * k, [np.ones_like(z), *d, k]


def circuit_b(w, p):
    z1, d1 = arc(w, p[1:4])
    z2, d2 = arc(w, p[4:7])
    z3, d3 = cpe(w, p[7:9])
    return p[0] + z1 + z2 + z3, [np.ones_like(z1), *d1, *d2, *d3]


SETS = {
    "a": (circuit_a, np.array([1, 1, 1, 0, 1], bool)),
    "b": (circuit_b, np.array([1, 1, 1, 0, 1, 1, 0, 1, 0], bool)),
}


def fit(circuit, logarithmic, w, z, guess):
    size = abs(z)
    start = np.where(logarithmic, np.log(np.where(logarithmic, guess, 1)), guess)

    def parameters(u):
        return np.where(logarithmic, np.exp(np.where(logarithmic, u, 0)), u)

    def residuals(u):
        r = (circuit(w, parameters(u))[0] - z) / size
        return np.concatenate([r.real, r.imag])

    def jacobian(u):
        p = parameters(u)
        scale = np.where(logarithmic, p, 1)
        d = np.array([x * s / size for x, s in zip(circuit(w, p)[1], scale)])
        return np.concatenate([d.real, d.imag], axis=1)

    with np.errstate(all="ignore"):
        u = leastsq(residuals, start, Dfun=jacobian, col_deriv=True, maxfev=2000)[0]
        return float(np.sum(residuals(u) ** 2))


def main():
    folder = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    print("%-3s %-6s %12s %12s %11s" % ("set", "guess", "ms/spectrum", "spectra/s", "converged"))
    for name, (circuit, logarithmic) in SETS.items():
        table = np.loadtxt(f"{folder}/{name}_spectra.csv", delimiter=",", skiprows=1)
        best = np.loadtxt(f"{folder}/{name}_best.csv", delimiter=",", skiprows=1, usecols=(0, 1))
        for guess in ("good", "poor"):
            starts = np.loadtxt(f"{folder}/{name}_{guess}.csv", delimiter=",", skiprows=1)
            n = min(count, len(starts))
            converged = 0
            begin = time.process_time()
            for k in range(n):
                rows = table[61 * k : 61 * (k + 1)]
                w = 2 * np.pi * rows[:, 1]
                z = rows[:, 2] + 1j * rows[:, 3]
                chi = fit(circuit, logarithmic, w, z, starts[k, 1:])
                converged += chi <= 1.01 * best[k, 1]
            ms = (time.process_time() - begin) / n * 1e3
            print(
                "%-3s %-6s %12.4f %12.0f %10.1f%%"
                % (name, guess, ms, 1000 / ms, 100.0 * converged / n)
            )


if __name__ == "__main__":
    main()
