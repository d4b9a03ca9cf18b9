"""Writes how real NumPy judges strided layouts, for Java tests to compare with.

Needs numpy 2.1 or later; run from anywhere. The results are committed, since the tests must run
where there is no Python.
"""

import itertools
import pathlib
import random

import numpy as np
from numpy.lib.stride_tricks import as_strided

ROOT = pathlib.Path(__file__).parent.parent / "resources/dev/ndbind"
random.seed(20260101)


def text(sizes):
    return ",".join(map(str, sizes))


def random_view():
    """A float32 array sliced, reversed, transposed and expanded at random."""
    shape = [random.choice([0, 1, 1, 2, 2, 3, 4, 6]) for _ in range(random.randint(0, 5))]
    a = np.zeros(shape, np.float32, order=random.choice("CF"))
    for _ in range(random.randint(0, 3)):
        if a.ndim == 0:
            break
        axis = random.randrange(a.ndim)
        whole = [slice(None)] * a.ndim
        match random.randrange(5):
            case 0:
                a = a.transpose(random.sample(range(a.ndim), a.ndim))
            case 1:
                whole[axis] = slice(None, None, -1)
                a = a[tuple(whole)]
            case 2:
                whole[axis] = slice(random.randint(0, 2), None, random.randint(1, 3))
                a = a[tuple(whole)]
            case 3 if a.shape[axis] == 1:
                sizes, strides = list(a.shape), list(a.strides)
                sizes[axis], strides[axis] = random.choice([(3, 0), (1, 12345)])
                a = as_strided(a, sizes, strides, writeable=False)
            case 4 if a.shape[axis]:
                whole[axis] = random.randrange(a.shape[axis])
                a = a[tuple(whole)]
    return a


def divisions(n, rank):
    if rank == 0:
        return [()] if n == 1 else []
    if n == 0:
        return [s for s in itertools.product([0, 1, 2], repeat=rank) if 0 in s]
    sizes = [d for d in range(1, n + 1) if n % d == 0]
    return [(d, *rest) for d in sizes for rest in divisions(n // d, rank - 1)]


def reshaped(a, shape):
    try:
        return text(np.reshape(a, shape, copy=False).strides)
    except ValueError:
        return "copy"


views = {(a.shape, a.strides): a for a in (random_view() for _ in range(1500))}
with (ROOT / "contiguity.txt").open("w") as table:
    for (shape, strides), a in views.items():
        flags = f"{a.flags.c_contiguous}|{a.flags.f_contiguous}".lower()
        print(f"{text(shape)}|{text(strides)}|{flags}", file=table)
with (ROOT / "reshapes.txt").open("w") as table:
    for (shape, strides), a in views.items():
        rank = random.randint(0, 4)
        targets = divisions(a.size, rank) if a.size <= 200 else []
        for target in random.sample(targets, min(2, len(targets))):
            line = f"{text(shape)}|{text(strides)}|{text(target)}|{reshaped(a, target)}"
            print(line, file=table)
