#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Ionbench contributors
# SPDX-License-Identifier: EPL-2.0
"""Reads a .ndax of version 14 with NumPy and pandas: the baseline of the benchmark beside it.

Voltage, current, times, counters and steps of all points in one data frame, those between two
points with counters of their own worked out: the same columns as the importer's.
"""

import sys
import time
import zipfile

import numpy as np
import pandas as pd

PASSES = 5


def items(content, fields):
    """The items that are marked in the pages after the first, and their places."""
    dtype = np.dtype(fields)
    pages = np.frombuffer(content, np.uint8).reshape(-1, 4096)[1:]
    each = (4096 - 133) // dtype.itemsize
    marks = pages[:, 4 : 4 + (each + 7) // 8]
    taken = np.unpackbits(marks, axis=1, bitorder="little")[:, :each].astype(bool).ravel()
    data = np.ascontiguousarray(pages[:, 132 : 132 + each * dtype.itemsize])
    return data.view(dtype).ravel()[taken], np.flatnonzero(taken)


def read(file):
    with zipfile.ZipFile(file) as archive:
        contents = [archive.read(f"data{name}.ndc") for name in ("", "_runInfo", "_step")]
    points, places = items(contents[0], [("voltage", "<f4"), ("current", "<f4")])
    run, _ = items(
        contents[1],
        [
            ("time", "<u4"), ("pad1", "V1"), ("charge", "<f4"), ("discharge", "<f4"),
            ("charge_energy", "<f4"), ("discharge_energy", "<f4"), ("pad2", "V8"),
            ("apart", "<i4"), ("seconds", "<u4"), ("step", "<u4"), ("index", "<u4"),
            ("millis", "<u2"), ("pad3", "V8"),
        ],
    )  # fmt: skip
    steps, _ = items(
        contents[2],
        [("cycle", "<u4"), ("number", "<u4"), ("pad1", "V16"), ("type", "u1"), ("pad2", "V12")],
    )
    frame = pd.DataFrame({"index": places + 1})
    frame["voltage"] = points["voltage"].astype(float)
    frame["current"] = 1e3 * points["current"].astype(float)
    counters = ["charge", "discharge", "charge_energy", "discharge_energy"]
    known = pd.DataFrame({"index": run["index"]})
    known["time"] = run["time"] / 1e3
    known["apart"] = run["apart"] / 1e3
    known["stamp"] = run["seconds"] + run["millis"] / 1e3
    known["step"] = np.cumsum(np.r_[1, np.diff(run["step"].astype(int)) != 0])
    for name in counters:
        known[name] = 1e3 * run[name].astype(float)
    frame = frame.merge(known.drop_duplicates("index"), how="left", on="index")
    between = frame["time"].isna()
    group = (~between).cumsum()
    filled = frame[["time", "apart", "stamp", "step", *counters]].ffill()
    frame[filled.columns] = filled
    passed = (frame["apart"] * between).groupby(group).cumsum()
    frame["time"] += passed
    frame["stamp"] += passed
    capacity = frame["apart"] * frame["current"] / 3600 * between
    energy = (capacity * frame["voltage"]).groupby(group).cumsum()
    capacity = capacity.groupby(group).cumsum()
    frame["charge"] += capacity.clip(lower=0)
    frame["discharge"] -= capacity.clip(upper=0)
    frame["charge_energy"] += energy.clip(lower=0)
    frame["discharge_energy"] -= energy.clip(upper=0)
    table = pd.DataFrame({"cycle": steps["cycle"] + 1, "number": steps["number"]})
    table["type"] = steps["type"]
    table["step"] = np.arange(1, len(steps) + 1)
    return frame.merge(table, how="left", on="step")


def main():
    wall = []
    cpu = []
    for _ in range(PASSES):
        wall_start, cpu_start = time.perf_counter(), time.process_time()
        frame = read(sys.argv[1])
        wall.append(time.perf_counter() - wall_start)
        cpu.append(time.process_time() - cpu_start)
    print(f"{len(frame)} rows: median {np.median(wall):.3f} s, CPU {np.median(cpu):.3f} s")
    print(f"last point: {frame.iloc[-1].to_dict()}")


main()
