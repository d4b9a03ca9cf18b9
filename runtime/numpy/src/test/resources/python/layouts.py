"""Arrays of every layout, made by NumPy, and what NumPy says of arrays."""

import weakref

import numpy as np

LAYOUTS = {
    "plain": lambda a: a,
    "transposed": lambda a: a.T,
    "sliced": lambda a: a[:, 1:, ::2],
    "flipped": lambda a: a[::-1, :, ::-1],
    "row": lambda a: a[1, 2],
    "scalar": lambda a: a[1, 2, 3:4].reshape(()),
    "empty": lambda a: a[:, 3:],
    "single": lambda a: a[1:2, :, 2:3],
    "broadcast": lambda a: np.broadcast_to(a[0, 1], (5, 4)),
    "repeated": lambda a: np.lib.stride_tricks.as_strided(a, (3, 2), (0, a.itemsize)),
    "windows": lambda a: np.lib.stride_tricks.sliding_window_view(a.ravel(), 5),
    "fortran": np.asfortranarray,
}


def base(dtype):
    values = np.arange(24) % 2 if dtype == "bool" else np.arange(24)
    if dtype.startswith("complex"):
        values = values - 1j * values
    return values.astype(dtype).reshape(2, 3, 4)


def make(layout, dtype):
    return LAYOUTS[layout](base(dtype))


def is_made(array, layout, dtype):
    """Whether an array that has been in Java is what was made, in all that NumPy can tell."""
    made = make(layout, dtype)
    return bool(
        type(array) is np.ndarray
        and array.dtype == made.dtype
        and array.shape == made.shape
        and array.strides == made.strides
        and array.flags.writeable == made.flags.writeable
        and array.flags.c_contiguous == made.flags.c_contiguous
        and array.flags.f_contiguous == made.flags.f_contiguous
        and array.flags.aligned
        and not array.flags.owndata
        and np.array_equal(array, made)
    )


def facts(array):
    interface = array.__array_interface__
    address, is_read_only = interface["data"]
    return f"{array.dtype.name} {array.shape} {array.strides} {not is_read_only} {address}"


def text(array):
    return str(array)


def swapped(dtype):
    a = base(dtype)
    return a.astype(a.dtype.newbyteorder())


def misaligned(dtype):
    a = base(dtype)
    room = np.zeros(a.nbytes + 1, np.uint8)
    b = room[1:].view(a.dtype).reshape(a.shape)
    b[...] = a
    return b


def odd(kind):
    return {
        "object": lambda: np.array([1, "a"], dtype=object),
        "string": lambda: np.array(["a", "bc"]),
        "bytes": lambda: np.array([b"a"]),
        "structured": lambda: np.zeros(2, dtype=[("x", "f4"), ("y", "i4")]),
        "date": lambda: np.array(["2026-01-01"], dtype="datetime64[D]"),
        "longdouble": lambda: np.zeros(2, dtype=np.longdouble),
        "masked": lambda: np.ma.masked_array([1.0, 2.0], mask=[True, False]),
        "list": lambda: [1.0, 2.0],
        "none": lambda: None,
    }[kind]()


def change(array):
    """Changes an array in place, in all ways that NumPy allows."""
    array.shape = (array.size,)
    array.dtype = np.uint8
    array.strides = (0,)
    array.flags.writeable = False


def swap(array):
    """Reads an array in the other byte order, from now on."""
    array.dtype = array.dtype.newbyteorder()


def export(array):
    """Leaves a description behind in the array's own fields."""
    memoryview(array).release()


def watch(array):
    """Leaves a weak reference behind, which must not see what comes later."""
    weak.append(weakref.ref(array))


weak = []


def are_weak_gone():
    return all(reference() is None for reference in weak)
