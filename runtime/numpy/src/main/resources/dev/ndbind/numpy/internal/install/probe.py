"""Tells what Java needs to know of the interpreter that runs this: name, tab, value."""

import os
import platform
import sys
import sysconfig


def libraries():
    """Where a shared libpython may be, likely places first."""
    names = [sysconfig.get_config_var(v) for v in ("INSTSONAME", "LDLIBRARY")]
    places = [sysconfig.get_config_var(v) for v in ("LIBDIR", "LIBPL")]
    places += [os.path.join(sys.base_prefix, "lib"), os.path.join(sys.base_prefix, "lib64")]
    multiarch = sysconfig.get_config_var("MULTIARCH")
    places += [os.path.join("/usr/lib", multiarch)] if multiarch else []
    for name in names:
        if name and ".so" in name:
            yield from (os.path.join(place, name) for place in places if place)
    # Conda's programs do not use the library that is beside them.
    yield os.path.join(sys.base_prefix, "lib", "libpython%d.%d.so.1.0" % sys.version_info[:2])


def numpy_version():
    try:
        import numpy
    except ImportError as failure:
        return "", str(failure).replace("\n", " ").strip()
    return numpy.__version__, ""


def openblas():
    """The OpenBLAS of a NumPy that also has other libraries made from the same sources.

    Debian's libblas and liblapack call functions that OpenBLAS has for itself, so that it must be
    the same release.
    """
    try:
        with open("/proc/self/maps", encoding="utf-8") as maps:
            files = {line.split(maxsplit=5)[5].strip() for line in maps if "/" in line}
    except OSError:
        return ""
    names = {os.path.basename(file): file for file in sorted(files)}
    if not any(name.startswith(("libblas.so", "liblapack.so")) for name in names):
        return ""
    return next((names[name] for name in names if name.startswith("libopenblas")), "")


version, why = numpy_version()
facts = {
    "implementation": platform.python_implementation(),
    "version": "%d.%d.%d" % sys.version_info[:3],
    "machine": platform.machine(),
    "bits": "64" if sys.maxsize > 2**32 else "32",
    "threaded": "free" if sysconfig.get_config_var("Py_GIL_DISABLED") else "",
    "executable": sys.executable,
    "library": next(filter(os.path.isfile, libraries()), ""),
    "numpy": version,
    "missing": why,
    "openblas": openblas(),
}
for name, value in facts.items():
    print(name, value, sep="\t")
