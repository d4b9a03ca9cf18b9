"""What ndbind does in Python's own language: once at the start, and for exceptions."""

import io
import sys
from importlib.abc import MetaPathFinder


class Refusing(MetaPathFinder):
    """Refuses modules that would crash the process."""

    def __init__(self, refused):
        self.refused = refused

    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in self.refused:
            raise ImportError(self.refused[name.partition(".")[0]], name=name)
        return None


def unbuffered(number, stream):
    """What is written is seen at once: nothing flushes a buffer at the end of a JVM."""
    if stream is None:
        return None
    raw = io.FileIO(number, "w", closefd=False)
    return io.TextIOWrapper(raw, encoding="utf-8", errors="backslashreplace", write_through=True)


def prepare(torch, *paths):
    """Sets up the interpreter and returns versions and NumPy's parts."""
    sys.path[:0] = paths
    sys.stdout = sys.__stdout__ = unbuffered(1, sys.stdout)
    sys.stderr = sys.__stderr__ = unbuffered(2, sys.stderr)
    if torch is not None:
        sys.meta_path.insert(0, Refusing({"torch": torch}))
    import numpy

    try:
        from numpy._core._multiarray_umath import _ARRAY_API
    except ImportError:
        from numpy.core._multiarray_umath import _ARRAY_API
    version = "%d.%d.%d" % sys.version_info[:3]
    return version, numpy.__version__, _ARRAY_API, numpy.asarray, numpy.memmap, numpy.bool_


def add_path(directory):
    if directory not in sys.path:
        sys.path.insert(0, directory)


MOST_FRAMES = 512
MOST_CAUSES = 16


def described(exception):
    """An exception and what led to it: for each type, message, number of frames and frames."""
    texts = []
    seen = set()
    while exception is not None and id(exception) not in seen and len(seen) < MOST_CAUSES:
        seen.add(id(exception))
        texts += (type_name(type(exception)), message(exception))
        frames = list(frames_of(exception.__traceback__))
        texts.append(str(len(frames)))
        for frame in frames:
            texts += frame
        hides = exception.__suppress_context__
        exception = exception.__cause__ or (None if hides else exception.__context__)
    return tuple(map(clean, texts))


def type_name(kind):
    module = kind.__module__
    return kind.__qualname__ if module == "builtins" else "%s.%s" % (module, kind.__qualname__)


def message(exception):
    try:
        return str(exception)
    except BaseException as failure:
        return "<its __str__ raised %s>" % type(failure).__name__


def frames_of(traceback):
    """From where it was raised to where Python was called, no more than Java prints anyway."""
    frames = []
    while traceback is not None:
        frame = traceback.tb_frame
        code = frame.f_code
        module = frame.f_globals.get("__name__", "?")
        line = traceback.tb_lineno
        frames.append((str(module), code.co_qualname, code.co_filename, str(line or 0)))
        traceback = traceback.tb_next
    return reversed(frames[-MOST_FRAMES:])


def clean(text):
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
