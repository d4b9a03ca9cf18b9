"""Times what users of Python would do instead: python3 peers.py FUNCTION SECONDS REPETITIONS DATA.

Prints versions, and nanoseconds of a call for each repetition, or null if a module is missing.
"""

import json
import os
import sys
import timeit

try:
    import numpy
except ImportError:
    numpy = None
try:
    import torch
except ImportError:
    torch = None


def tensors():
    return [torch.ones(1000, 1000) for _ in range(3)]


def numpy_1():
    a, _, _ = tensors()
    return lambda: a.numpy()


def numpy_3():
    a, b, c = tensors()
    return lambda: (a.numpy(), b.numpy(), c.numpy())


def from_dlpack_1():
    a, _, _ = tensors()
    from_dlpack = numpy.from_dlpack
    return lambda: from_dlpack(a)


def from_dlpack_3():
    a, b, c = tensors()
    from_dlpack = numpy.from_dlpack
    return lambda: (from_dlpack(a), from_dlpack(b), from_dlpack(c))


def landsat():
    scene = numpy.load(os.path.join(sys.argv[4], "landsat7-olinda.npy"))

    def job():
        red = scene[:, :, 2].astype(numpy.float32)
        nir = scene[:, :, 3].astype(numpy.float32)
        total = nir + red
        ndvi = numpy.divide(nir - red, total, out=numpy.zeros_like(total), where=total != 0)
        pixels = scene.reshape(-1, scene.shape[2]).astype(numpy.float64)
        variances, axes = numpy.linalg.eigh(numpy.cov(pixels, rowvar=False))
        return ndvi, variances[::-1], axes.T[::-1]

    return job


NEEDS_TORCH = {numpy_1, numpy_3, from_dlpack_1, from_dlpack_3}


def measure(function, seconds, repetitions):
    if numpy is None or (torch is None and function in NEEDS_TORCH):
        return None
    timer = timeit.Timer(function())
    count = 1
    while (taken := timer.timeit(count)) < seconds / 2:  # Warms up, too.
        count = max(count + 1, int(count * min(10, seconds / max(taken, 1e-9))))
    return [1e9 * taken / count for taken in timer.repeat(repetitions, count)]


def versions():
    found = ["Python " + sys.version.split()[0]]
    found += [f"{module.__name__} {module.__version__}" for module in (numpy, torch) if module]
    return ", ".join(found)


function = globals()[sys.argv[1]]
nanoseconds = measure(function, float(sys.argv[2]), int(sys.argv[3]))
print(json.dumps({"versions": versions(), "nanoseconds": nanoseconds}))
