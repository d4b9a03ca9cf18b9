"""Vegetation indices of satellite images: a module of the user's own."""

import numpy as np


def evi2(red, nir):
    """The enhanced vegetation index of two bands of bytes."""
    red = red / np.float32(255)
    nir = nir / np.float32(255)
    return np.float32(2.5) * (nir - red) / (nir + np.float32(2.4) * red + np.float32(1))


def summary(index, names=("mean", "median", "max")):
    """Some statistics of an index, in the order of their names."""
    return tuple(float(getattr(np, name)(index)) for name in names)
