"""Writes NumPy's can_cast for all pairs of dtypes, for Java tests to compare with.

Needs numpy; run from anywhere. The result is committed, since the tests must run where there is no
Python. bfloat16 is not NumPy's, and not in the table.
"""

import pathlib

import numpy as np

TABLE = pathlib.Path(__file__).parent.parent / "resources/dev/ndbind/annotation/can_cast.txt"
DTYPES = (
    "bool int8 int16 int32 int64 uint8 uint16 uint32 uint64 float16 float32 float64"
    " complex64 complex128"
).split()

with TABLE.open("w") as table:
    for source in DTYPES:
        for target in DTYPES:
            allowed = [
                str(np.can_cast(np.dtype(source), np.dtype(target), rule)).lower()
                for rule in ("equiv", "safe", "same_kind")
            ]
            print(source, target, *allowed, file=table)
