# SPDX-FileCopyrightText: 2026 Ionbench contributors
# SPDX-License-Identifier: EPL-2.0
"""Writes elements_reference.csv: impedances and derivatives of all elements, computed in 50 digits
from the defining formulas, derivatives by high-order finite differences of mpmath.

Run with: python3 elements_reference.py > elements_reference.csv
"""
import random
from mpmath import mp, mpf, mpc, sqrt, pi, coth, tanh, diff

mp.dps = 50
I = mpc(0, 1)
FORMULAS = {
    "R": (lambda w, R: R + 0 * I, ["r"]),
    "C": (lambda w, C: 1 / (I * w * C), ["c"]),
    "L": (lambda w, L: I * w * L, ["c"]),
    "CPE": (lambda w, Q, n: 1 / (Q * (I * w) ** n), ["c", "n"]),
    "W": (lambda w, A: A * (1 - I) / sqrt(w), ["r"]),
    "Wo": (lambda w, R, t, n: R * coth((I * w * t) ** n) / (I * w * t) ** n, ["r", "t", "n"]),
    "Ws": (lambda w, R, t, n: R * tanh((I * w * t) ** n) / (I * w * t) ** n, ["r", "t", "n"]),
    "La": (lambda w, L, n: L * (I * w) ** n, ["c", "n"]),
    "G": (lambda w, R, t: R / sqrt(1 + I * w * t), ["r", "t"]),
    "Zarc": (lambda w, R, t, n: R / (1 + (I * w * t) ** n), ["r", "t", "n"]),
    "H": (lambda w, R, t, a, b: R / (1 + (I * w * t) ** a) ** b, ["r", "t", "n", "n"]),
    "TLM": (
        lambda w, Ri, Rct, Q, n: sqrt(Ri / (1 / Rct + Q * (I * w) ** n))
        * coth(sqrt(Ri * (1 / Rct + Q * (I * w) ** n))),
        ["r", "r", "c", "n"],
    ),
}
random.seed(20261124)
DRAW = {
    "r": lambda: 10 ** random.uniform(0, 5),
    "c": lambda: 10 ** random.uniform(-10, -2),
    "t": lambda: 10 ** random.uniform(-8, 2),
    "n": lambda: random.uniform(0.3, 0.98),
}


def text(z):
    return "%s,%s" % (mp.nstr(z.real, 17), mp.nstr(z.imag, 17))


print("symbol,frequency,parameters,re,im,derivatives")
for symbol, (f, kinds) in FORMULAS.items():
    for _ in range(12):
        p = [DRAW[k]() for k in kinds]
        frequency = 10 ** random.uniform(-3, 7)
        w = 2 * pi * mpf(frequency)
        q = [mpf(x) for x in p]
        cells = [symbol, repr(frequency), " ".join(repr(x) for x in p), text(mpc(f(w, *q)))]
        for k in range(len(p)):
            g = lambda x: f(w, *(q[:k] + [x * q[k]] + q[k + 1 :]))
            cells.append(text(mpc(diff(g, mpf(1)) / q[k])))
        print(",".join(cells))
