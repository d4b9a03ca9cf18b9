"""DLPack's capsules by hand: NumPy takes and gives them only through objects of Python's."""

import ctypes
import gc

import numpy as np

NAMES = {True: b"dltensor_versioned", False: b"dltensor"}
USED = {True: b"used_dltensor_versioned", False: b"used_dltensor"}

_api = ctypes.pythonapi
_api.PyCapsule_New.restype = ctypes.py_object
_api.PyCapsule_New.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p]
_api.PyCapsule_GetPointer.restype = ctypes.c_void_p
_api.PyCapsule_GetPointer.argtypes = [ctypes.py_object, ctypes.c_char_p]
_api.PyCapsule_SetName.argtypes = [ctypes.py_object, ctypes.c_char_p]

KEPT = []


class Given:
    """What Java has exported, as an object that numpy.from_dlpack understands."""

    def __init__(self, address, versioned):
        self.address = address
        self.versioned = versioned

    def __dlpack_device__(self):
        return (1, 0)

    def __dlpack__(self, **_):
        return _api.PyCapsule_New(self.address, NAMES[self.versioned], None)


def taken(address, versioned):
    return np.from_dlpack(Given(address, versioned))


def given(array, versioned):
    """The address of a tensor over an array's memory; it belongs to the caller."""
    capsule = array.__dlpack__(max_version=(1, 0)) if versioned else array.__dlpack__()
    address = _api.PyCapsule_GetPointer(capsule, NAMES[versioned])
    _api.PyCapsule_SetName(capsule, USED[versioned])
    return address


def address(array):
    return array.__array_interface__["data"][0]


def facts(array):
    strides = tuple(s for s, n in zip(array.strides, array.shape) if n > 1)
    return f"{array.dtype} {array.shape} {strides if array.size else ()}"


def writable(array):
    return bool(array.flags.writeable)


def text(array):
    return str(array)


def make(layout, dtype):
    plain = (np.arange(60) % 7 * 3 % 5).astype(dtype).reshape(3, 4, 5)
    return {
        "plain": plain,
        "transposed": plain.T,
        "sliced": plain[:, 1:3, ::2],
        "flipped": plain[::-1, :, ::-1],
        "row": plain[1, 2],
        "scalar": plain[1, 2, 3:4].reshape(()),
        "empty": plain[:, 2:2],
        "single": plain[0:1, :, 2:3],
        "broadcast": np.broadcast_to(plain[0], (2, 4, 5)),
        "fortran": np.asfortranarray(plain),
    }[layout]


def counted(count, value):
    """An array whose end can be told."""
    return np.full(count, float(value))


def keep(array):
    KEPT.append(array)


def drop():
    KEPT.clear()
    gc.collect()


def total(array):
    return float(array.sum())


def put(array, value):
    array[...] = value
