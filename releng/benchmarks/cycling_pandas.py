# SPDX-FileCopyrightText: 2026 Ionbench contributors
# SPDX-License-Identifier: EPL-2.0
"""Charges, energies and mean voltages of each cycle with pandas, vectorised; compares them with
ionbench.csv in the folder given."""
import sys
import time

import numpy as np
import pandas as pd

folder = sys.argv[1]
table = np.load(folder + "/cycling.npy", mmap_mode="r")
GRAMS = 1.6e-3


def summary():
    df = pd.DataFrame(
        {name: table[:, k] for k, name in enumerate(["time", "current", "voltage", "cycle"])})
    direction = np.sign(df["current"])
    new = (direction != direction.shift()) | (df["cycle"] != df["cycle"].shift())
    dt = df["time"].diff().fillna(0)
    mean = (df["current"] + df["current"].shift()) / 2
    charge = dt * mean.where(~new, df["current"])
    volts = ((df["voltage"] + df["voltage"].shift()) / 2).where(~new, df["voltage"])
    energy = charge * volts
    sums = pd.DataFrame({
        "cycle": df["cycle"],
        "charge": charge.clip(lower=0),
        "discharge": -charge.clip(upper=0),
        "up": energy.clip(lower=0),
        "down": -energy.clip(upper=0),
    }).groupby("cycle", sort=False).sum()
    sums["up"] /= sums["charge"]
    sums["down"] /= sums["discharge"]
    sums[["charge", "discharge"]] /= 3.6 * GRAMS
    return sums


times = []
worked = []
for _ in range(5):
    begin = time.perf_counter()
    work = time.process_time()
    result = summary()
    worked.append(time.process_time() - work)
    times.append(time.perf_counter() - begin)
print("pandas %s: median %.3f s (CPU %.3f s), best %.3f s of %d runs"
      % (pd.__version__, np.median(times), np.median(worked), min(times), len(times)))
ours = pd.read_csv(folder + "/ionbench.csv", index_col="cycle")
worst = max((ours[c] / result[c] - 1).abs().max() for c in ["discharge", "charge", "up", "down"])
print("cycles %d and %d, largest relative difference %.1e" % (len(ours), len(result), worst))
if len(ours) != len(result) or not worst < 1e-9:
    sys.exit("the numbers differ")
