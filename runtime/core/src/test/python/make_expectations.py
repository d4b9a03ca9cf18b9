"""Writes what real NumPy does, for Java tests to compare with.

Needs numpy 2.4 or later and ml_dtypes (for bfloat16); run from anywhere. The results are committed,
since the tests must run where there is no Python.
"""

import pathlib

import ml_dtypes
import numpy as np

ROOT = pathlib.Path(__file__).parent.parent / "resources/dev/ndbind/internal"
INTEGERS = "int8 int16 int32 int64 uint8 uint16 uint32 uint64".split()
FLOATS = "float16 bfloat16 float32 float64".split()
COMPLEX = "complex64 complex128".split()
DTYPES = {
    name: np.dtype(ml_dtypes.bfloat16 if name == "bfloat16" else name)
    for name in ["bool", *INTEGERS, *FLOATS, *COMPLEX]
}


# ------------------------------------------------------------------ casts


def cast_inputs(name):
    dtype = DTYPES[name]
    if name == "bool":
        return np.array([False, True])
    if name in INTEGERS:
        info = np.iinfo(dtype)
        near = [0, 1, 2, 100, 127, 128, 129, 255, 256, 257, 2047, 2048, 2049, 2051, 32767, 32768]
        near += [65504, 65519, 65520, 65535, 2**24 + 1, 2**24 + 3, 2**31 - 1, 2**31, 2**32 - 1]
        near += [2**53 + 1, 2**53 + 3, 2**63 - 1, 2**63, 2**63 + 1025, 2**64 - 1]
        values = near + [-v for v in near]
        return np.array([v for v in values if info.min <= v <= info.max], dtype)
    tiny = [2.0**-24, 2.0**-25, 1.5 * 2**-25, 2.0**-14 - 2.0**-25, 2.0**-133, 2.0**-134, 1e-45]
    tiny += [2.0**-149, 2.0**-150, 1.1 * 2**-150, 5e-324, 1e-40]
    ties = [1 + 2.0**-11, 1 + 3 * 2.0**-11, 1 + 2.0**-8, 1 + 3 * 2.0**-8, 1 + 2.0**-24]
    ties += [1 + 2.0**-11 + 2.0**-40, 1 + 2.0**-8 + 2.0**-50, 1 + 2.0**-24 + 2.0**-52]
    large = [65504, 65519.99, 65520, 3.4028234e38, 3.4028236e38, 3.38e38, 3.3961e38, 1e39, 1e300]
    plain = [0.5, 1, 1.5, 99.9, 127.9, 128.1, 255.5, 32767.5, 65535.9, 2**31 - 0.5, 2**32 - 0.5]
    plain += [2.0**53, 2.0**62, 2.0**63 - 1024, 2.0**63, 2.0**64 - 2048, 1e10, 0.1, np.pi]
    finite = tiny + ties + large + plain
    reals = np.array([0.0, -0.0, np.nan, np.inf, -np.inf, *finite, *[-v for v in finite]])
    if name in COMPLEX:
        return (reals + 1j * np.roll(reals, 7)).astype(dtype)
    return reals.astype(dtype)


def is_defined(value, target):
    """Whether C defines the cast of a float to an integer type."""
    info = np.iinfo(target)
    real = float(value.real)
    return np.isfinite(real) and info.min <= int(real) <= info.max


def is_rounded_twice(value, source, target):
    """ml_dtypes rounds to float32 on the way to bfloat16, which can give a wrong neighbour."""
    wide = source in ["int64", "uint64", "int32", "uint32", "float64", "complex128"]
    return wide and target == "bfloat16" and np.float32(value.real) != value.real


def part_bits(value):
    return "nan" if np.isnan(value) else value.tobytes()[::-1].hex()


def bits(value):
    if np.issubdtype(value.dtype, np.complexfloating):
        return part_bits(value.real) + "/" + part_bits(value.imag)
    return part_bits(value) if value.dtype.name in FLOATS else value.tobytes()[::-1].hex()


def write_casts():
    lines = []
    for source in DTYPES:
        inputs = cast_inputs(source)
        lines.append(" ".join([source, source, *[bits(v) for v in inputs]]))
        for name, target in DTYPES.items():
            if name == source:
                continue
            outputs = inputs.astype(target)
            skip = [is_rounded_twice(v, source, name) for v in inputs]
            if source in FLOATS + COMPLEX and name in INTEGERS:
                skip = [not is_defined(v, target) for v in inputs]
            texts = ["-" if no else bits(out) for no, out in zip(skip, outputs)]
            lines.append(" ".join([source, name, *texts]))
    (ROOT / "copy/casts.txt").write_text("\n".join(lines) + "\n")


# ------------------------------------------------------------------ printed arrays


def printed_arrays():
    rng = np.random.default_rng(20250101)
    for name in [*INTEGERS, "bool", "float16", "float32", "float64", *COMPLEX]:
        for shape in [(), (0,), (0, 3), (3, 0, 2), (1,), (1, 1, 1), (5,), (2, 3), (2, 1, 3)]:
            yield np.arange(np.prod(shape, dtype=int)).reshape(shape).astype(name)
        yield (rng.standard_normal(12) * 100).astype(name).reshape(3, 4)
        yield (rng.standard_normal(40) * 30).astype(name)
    for name in ["bool", "uint8", "int16", "float16", "float32", "complex64"]:
        yield np.arange(1001).astype(name)
    for name in ["uint8", "int16", "float16"]:
        yield np.arange(1008).reshape(2, 7, 72).astype(name)
        yield np.arange(1002).reshape(167, 6).astype(name)
    for name in INTEGERS:
        info = np.iinfo(name)
        yield np.array([info.min, 0, info.max], name)
        yield np.array(info.max, name)
    specials = [0.0, -0.0, np.nan, np.inf, -np.inf, 1e-4, 9e-5, 0.1, 1 / 3, 999.5, 1e3, 65504.0]
    specials += [5e-324, 1e-45, 6e-8, 1e5, 999999, 1e6, 99999999.0, 1e8, 1e15, 1e16, 1e22, 1e23]
    specials += [9007199254740993.0, 2.0**-1074, 2.0**-1022, 2.0**-149, 2.0**-24, 1.7e308, 3.4e38]
    specials += [0.3, 2.675, 1.005, 9.5, 0.99999999999, 123456.789, 5e-5, 2e-44, 100.0, 1.0]
    for name in ["float16", "float32", "float64"]:
        values = np.array(specials).astype(name)
        for value in values:
            yield np.array(value)
            yield np.array(-value)
            yield np.array([value])
            yield np.array([value, 1]).astype(name)
            yield np.array([value, -0.5, np.nan]).astype(name)
            yield np.array([value, np.inf]).astype(name)
        yield values
        for low, high in [(-4, 0), (-5, 3), (0, 2), (0, 8), (-30, 30), (-3, 0), (2, 5)]:
            for size in [3, 20]:
                exponents = rng.uniform(low, high, size)
                yield (rng.choice([-1, 1], size) * 10.0**exponents).astype(name)
        yield np.array([np.nan]).astype(name)
        yield np.array([np.nan, -np.inf]).astype(name)
        yield np.array([np.inf, np.nan]).astype(name)
    parts = [0.0, -0.0, 1.0, -2.5, np.nan, np.inf, -np.inf, 1e-5, 1e10, 1 / 3]
    for name in COMPLEX:
        for real in parts:
            for imaginary in parts:
                value = np.empty((), name)
                value.real, value.imag = real, imaginary
                yield value
        row = np.empty(10, name)
        row.real, row.imag = parts, parts[::-1]
        yield row
        yield row[1:4]
        yield row[2:4]
        yield (rng.standard_normal(6) + 1j * rng.standard_normal(6)).astype(name).reshape(3, 2)
    yield np.arange(24, dtype="f4").reshape(2, 3, 4).transpose(2, 0, 1)
    yield np.broadcast_to(np.float32([1.5, 2.5]), (3, 2))
    yield np.zeros((1, 1, 1001), bool)
    yield np.ones((30, 30, 2), np.int8)


def write_printed():
    lines = []
    with np.errstate(all="ignore"):
        for array in printed_arrays():
            shape = "x".join(map(str, array.shape))
            texts = [text.replace("\n", "\\n") for text in (str(array), repr(array))]
            data = np.ascontiguousarray(array).tobytes().hex()
            lines.append("|".join([array.dtype.name, shape, data, *texts]))
    (ROOT / "text/printed.txt").write_text("\n".join(dict.fromkeys(lines)) + "\n")


# ------------------------------------------------------------------ .npy files


def write_npy():
    for name in ["bool", *INTEGERS, "float16", "float32", "float64", *COMPLEX]:
        values = np.arange(6).reshape(2, 3) * (1 - 1j if name in COMPLEX else 1)
        for order, word in [("<", "little"), (">", "big")]:
            array = values.astype(np.dtype(name).newbyteorder(order))
            np.save(ROOT / f"npy/{name}-{word}.npy", array)
    values = np.arange(6, dtype="<f4").reshape(2, 3)
    for major in (1, 2, 3):
        with open(ROOT / f"npy/version{major}.npy", "wb") as file:
            np.lib.format.write_array(file, values, version=(major, 0))
    np.save(ROOT / "npy/fortran.npy", np.asfortranarray(values))
    bfloat16 = np.arange(6).reshape(2, 3).T.astype(ml_dtypes.bfloat16)
    np.save(ROOT / "npy/bfloat16.npy", bfloat16)
    np.savez(ROOT / "npy/bfloat16.npz", a=bfloat16)
    np.save(ROOT / "npy/scalar.npy", np.float64(5))
    np.save(ROOT / "npy/empty.npy", np.zeros((3, 0, 2), "<i4"))
    np.save(ROOT / "npy/structured.npy", np.zeros(2, [("a", "<f4"), ("b", "<i2")]))
    np.save(ROOT / "npy/object.npy", np.array([None]), allow_pickle=True)
    np.save(ROOT / "npy/unicode.npy", np.array(["ä"]))
    np.save(ROOT / "npy/bytes.npy", np.array([b"a"]))
    np.save(ROOT / "npy/date.npy", np.array(["2025-01-01"], "M8[D]"))
    np.save(ROOT / "npy/longdouble.npy", np.zeros(1, np.longdouble))


if __name__ == "__main__":
    with np.errstate(all="ignore"):
        write_casts()
    write_printed()
    write_npy()
