"""Keeps what it gets, as a module of a user might."""

import threading

import numpy as np

kept = []
cached = np.arange(4.0)


def keep(*values):
    kept.extend(values)


def keep_view(array):
    kept.append(array[1:])


def keep_cycle(array):
    cycle = [array]
    cycle.append(cycle)


def keep_exports(array):
    kept.append(memoryview(array))
    kept.append(np.from_dlpack(array) if hasattr(np, "from_dlpack") else array)


def drop():
    kept.clear()


def drop_on_a_thread():
    thread = threading.Thread(target=kept.clear)
    thread.start()
    thread.join()


def total():
    return float(sum(np.asarray(value).sum() for value in kept))


def the_cached():
    return cached


def pair(a):
    return a + 1, a + 2


def echo(*values, **keywords):
    return values if not keywords else (values, keywords)


def types(*values):
    return " ".join(type(value).__name__ for value in values)


def shown(*values, **keywords):
    return repr((values, keywords))


def write(array, value):
    array[...] = value
    return array


def force_writable(array):
    array.flags.writeable = True
    array[...] = 7


class Address:
    """Memory that nobody keeps: what a bridge must not do."""

    def __init__(self, address, count):
        self.__array_interface__ = {
            "data": (address, False),
            "shape": (count,),
            "typestr": "<f8",
            "version": 3,
        }


def unowned(address, count):
    return np.asarray(Address(address, count))


def full(count, value):
    return np.full(count, value)


def address(array):
    return array.__array_interface__["data"][0]
