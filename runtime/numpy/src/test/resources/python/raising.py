"""Raises every kind of exception."""

import sys


class OwnError(Exception):
    pass


class Unprintable(Exception):
    def __str__(self):
        raise ValueError("no text")


def own():
    raise OwnError("of this module")


def unprintable():
    raise Unprintable


def by_name(name):
    raise getattr(__builtins__, name, None) or __builtins__[name]


def leave():
    sys.exit(3)


def chained():
    try:
        {}["missing"]
    except KeyError as failure:
        raise ValueError("outer") from failure


def while_handling():
    try:
        {}["missing"]
    except KeyError:
        raise ValueError("second")


def suppressed():
    try:
        {}["missing"]
    except KeyError:
        raise ValueError("alone") from None


def circle():
    a, b = ValueError("a"), ValueError("b")
    a.__cause__, b.__cause__ = b, a
    raise a


def inner():
    raise IndexError("deep inside")


def outer():
    inner()


def forever():
    return forever()


def forever_through_c(x=None):
    return max([x], key=forever_through_c)


def nested_list():
    a = []
    for _ in range(100_000):
        a = [a]
    return repr(a)


def too_much_memory():
    return bytearray(1 << 60)


def surrogate():
    raise ValueError("half a pair: \ud800")
