# SPDX-FileCopyrightText: 2026 Ionbench contributors
# SPDX-License-Identifier: EPL-2.0
"""The baseline of releng/benchmarks/reading: pandas' C engine for text; for an EC-Lab file what a
reader in NumPy does at the least: read the bytes, view the rows as records, make a DataFrame."""
import struct
import sys
import time

import numpy
import pandas

PASSES = 3


def text(path):
    frame = pandas.read_csv(path)
    return len(frame), float(frame.sum().sum())


def mpr(path):
    data = open(path, "rb").read()
    at = data.index(b"MODULEVMP data")
    length = struct.unpack_from("<I", data, at + 41)[0]
    start = at + 41 + 16
    rows = struct.unpack_from("<I", data, start)[0]
    first = {0: 100, 2: 405, 3: 406}[struct.unpack_from("<I", data, at + 45)[0]]
    width = (length - first) // rows
    fields = [("byte", "u1")] + [("f%d" % i, "<f4") for i in range((width - 1) // 4)]
    fields += [("rest", "V%d" % ((width - 1) % 4))] if (width - 1) % 4 else []
    table = numpy.frombuffer(data, dtype=fields, count=rows, offset=start + first)
    frame = pandas.DataFrame({name: table[name] for name in table.dtype.names if name != "rest"})
    return len(frame), width


def main(what, path):
    wall, cpu = [], []
    for _ in range(PASSES):
        a, b = time.perf_counter(), time.process_time()
        result = {"text": text, "mpr": mpr}[what](path)
        wall.append(time.perf_counter() - a)
        cpu.append(time.process_time() - b)
    print("%d rows: median %.3f s, CPU %.3f s (%.12g)" % (
        result[0], sorted(wall)[PASSES // 2], sorted(cpu)[PASSES // 2], result[1]))


main(*sys.argv[1:])
