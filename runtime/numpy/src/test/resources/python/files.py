"""Files that NumPy writes, what it reads, and how it takes damaged ones."""

import io
import os
import random
import warnings
import zipfile

import numpy as np
from numpy.lib import format

SCALARS = "bool uint8 int8 uint16 int16 uint32 int32 uint64 int64 float16 float32 float64 complex64 complex128"

FORMS = {
    "empty": lambda a: a[:0],
    "scalar": lambda a: a[10].reshape(()),
    "plain": lambda a: a,
    "matrix": lambda a: a.reshape(30, 50),
    "transposed": lambda a: a.reshape(30, 50).T,
    "strided": lambda a: a.reshape(30, 50)[::-1, ::2],
    "single": lambda a: a.reshape(30, 1, 50)[:1, :, 3:4],
    "cube": lambda a: a.reshape(3, 10, 50).transpose(1, 2, 0),
    "fortran": lambda a: np.asfortranarray(a.reshape(3, 10, 50)),
    "broadcast": lambda a: np.broadcast_to(a[:5], (4, 5)),
    "hollow": lambda a: a.reshape(30, 50)[:, 7:7],
}


def made(form, scalar, endian):
    values = np.arange(1500)
    if scalar.startswith("complex"):
        values = values - 2j * values
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return FORMS[form](values.astype(np.dtype(scalar).newbyteorder(endian)))


def facts(array):
    """All that a reader must get right."""
    native = array.astype(array.dtype.newbyteorder("="), copy=False)
    order = "F" if array.flags.f_contiguous and not array.flags.c_contiguous else "C"
    return f"{native.dtype.name} {array.shape} {order} {native.tobytes().hex()}"


def save(path, form, scalar, endian):
    """Writes a file; returns what is in it."""
    array = made(form, scalar, endian)
    np.save(path, array)
    return facts(np.load(path))


def save_array(path, array):
    np.save(path, array)


def save_version(path, version):
    with open(path, "wb") as file:
        format.write_array(file, np.arange(6.0).reshape(2, 3), version=(version, 0))


def save_odd(path, kind):
    """Writes what has no dtype in Java, or a header that takes more than usual."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        array = {
            "object": lambda: np.array([1, "a", None], dtype=object),
            "plain record": lambda: np.zeros(2, [("x", "i4", (2,)), ("y", "f8", (2, 2)), ("z", "u1")]),
            "nested record": lambda: np.zeros(2, [("x", [("y", "c16"), ("z", "S2")]), ("n", "U8")]),
            "padded record": lambda: np.zeros(3, np.dtype("i1, i4, i1", align=True)),
            "offset record": lambda: np.zeros(
                3, np.dtype({"names": ["a", "b"], "formats": ["i4", "i4"], "offsets": [1, 6]})
            ),
            "titles": lambda: np.zeros(
                3, np.dtype({"names": ["a"], "formats": ["i4"], "titles": ["aa"], "offsets": [1]})
            ),
            "no fields": lambda: np.zeros(3, np.dtype({"names": [], "formats": [], "itemsize": 8})),
            "subarray": lambda: np.zeros(3, [("x", ("<f8", (5,)), (2,))]),
            "unicode fields": lambda: np.zeros(2, [("\u6574\u5f62", int)]),
            "many fields": lambda: np.zeros(10, [(("%d" % i) * 100, float) for i in range(500)]),
            "huge header": lambda: np.array(1, dtype="i," * 10000 + "i"),
            "long string": lambda: np.ones(1, np.dtype((str, format.BUFFER_SIZE + 1))),
            "bytes": lambda: np.array([b"abc"]),
            "date": lambda: np.array(["2026-01-01"], "datetime64[D]"),
            "difference": lambda: np.array([5], "timedelta64[s]"),
            "longdouble": lambda: np.zeros(2, np.longdouble),
            "clongdouble": lambda: np.zeros(2, np.clongdouble),
            "void": lambda: np.zeros(2, "V2"),
            "metadata": lambda: np.ones(10, np.dtype("i8", metadata={"some": "stuff"})),
        }[kind]()
        np.save(path, array)
        np.savez(path + ".npz", other=np.arange(3), array=array)


def mapped(path):
    return facts(np.load(path, mmap_mode="r"))


def loaded(path):
    return facts(np.load(path))


def read(data):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return facts(format.read_array(io.BytesIO(data)))


def outcome(path):
    """What NumPy makes of a file: facts, or nothing."""
    with open(path, "rb") as file:
        data = file.read()
    try:
        return read(data)
    except Exception:
        return "refused"


# ------------------------------------------------------------------ archives


class Forward(io.RawIOBase):
    """A file that cannot be rewound."""

    def __init__(self, path):
        self.file = open(path, "wb")

    def writable(self):
        return True

    def write(self, data):
        return self.file.write(data)

    def tell(self):
        raise OSError("a pipe, say")

    def close(self):
        self.file.close()
        super().close()


def savez(path, compressed, forward, names, *arrays):
    write = np.savez_compressed if compressed else np.savez
    target = Forward(path) if forward else open(path, "wb")
    with target:
        write(target, **dict(zip(names, arrays)))


def entries(path):
    """All that the directory says, but for versions, and sizes of what was deflated."""
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return repr(
            [
                (i.filename, i.date_time, i.compress_type, i.comment, i.extra, i.create_system)
                + (i.flag_bits, i.internal_attr, i.external_attr, i.CRC, i.file_size)
                for i in archive.infolist()
            ]
        )


def archive(path):
    """What NumPy reads: name and facts of each array, which may be a refusal."""
    try:
        with np.load(path) as npz:
            names = list(npz.files)
            return [[name, entry(npz, name)] for name in names]
    except Exception:
        return []


def entry(npz, name):
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return facts(npz[name])
    except Exception:
        return "refused"


def header(path, name):
    """Without reading the array: entry's shape and size."""
    with zipfile.ZipFile(path) as archive, archive.open(name + ".npy") as file:
        format.read_magic(file)
        return repr(format.read_array_header_1_0(file)[0])


# ------------------------------------------------------------------ damage

WORDS = [b"True", b"False", b"None", b"(", b")", b",", b"{", b"}", b"'", b"-1", b"0", b"00", b"9" * 20]
WORDS += [b"1L", b"'<f8'", b"'|O'", b"[('a', '<f4')]", b"'descr'", b"'shape'", b": ", b"()", b"\\x41"]
WORDS += ["\u00e9\u0663".encode(), b"\0", b"\n", b"\t", b"\f", b"\r", b"#", b"1e9", b"0x10", b"1_0"]
WORDS += [b"(2,)*2", b"4294967296,", b"+1", b"True,", b"u", b"b", b"r", b"''", b'"', b"<", b">", b"=", b"|"]
WORDS += [b"i4", b"f4", b"?", b"3,", b"3", b" ", b"  ", b";", b"1j", b"1.", b"...", b"\xa0", b"\x0b", b"\xff"]


def damaged(rng, data, headers):
    data = bytearray(data)
    kind = rng.randrange(6)
    if kind == 0:
        return bytes(data[: rng.randrange(len(data))])
    if kind == 1:
        for _ in range(rng.randint(1, 4)):
            data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    elif kind == 2:
        data[rng.randrange(12)] = rng.randrange(256)
    else:
        word = rng.choice(WORDS)
        at = rng.randrange(10, headers)
        if kind == 3:
            data[at : at + len(word)] = word
        else:  # The padding makes room.
            data[at:at] = word
            end = data.index(b"\n", at + len(word))
            del data[end - len(word) : end]
    return bytes(data)


def hostile(path, seed):
    """Writes a damaged file."""
    rng = random.Random(seed)
    array = made(rng.choice(list(FORMS)), rng.choice(SCALARS.split()), rng.choice("<>"))
    if array.ndim > 0:
        array = array[:5]
    file = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        format.write_array(file, array, version=(rng.randint(1, 3), 0))
    with open(path, "wb") as target:
        target.write(damaged(rng, file.getvalue(), 80))


def hostile_archive(path, seed):
    """Writes a damaged archive; returns what was in it."""
    rng = random.Random(seed)
    file = io.BytesIO()
    write = rng.choice([np.savez, np.savez_compressed])
    write(file, a=np.arange(6).reshape(2, 3).T, b=np.float32(1.5), c=np.zeros((0, 2), bool))
    with open(path, "wb") as target:
        target.write(file.getvalue())
    sound = archive(path)
    data = bytearray(file.getvalue())
    for _ in range(rng.randint(1, 3)):
        at = rng.randrange(len(data)) if rng.random() < 0.5 else len(data) - 1 - rng.randrange(175)
        data[at] = rng.choice([0, 255, 1, data[at] ^ (1 << rng.randrange(8)), rng.randrange(256)])
    if rng.randrange(8) == 0:
        del data[rng.randrange(len(data)) :]
    with open(path, "wb") as target:
        target.write(data)
    return sound
