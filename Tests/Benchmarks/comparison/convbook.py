"""The engine, loaded from the dynamic library BenchmarkBridge. Imports neither torch nor numpy."""

import ctypes
import sys

# As in Tests/Benchmarks/Bridge/Computation.swift.
CONSTANT, VARIABLE, UPSTREAM, STATE = range(4)
FORWARD, RECORD, BACKWARD, STEP = range(4)
RESULT = -1

WORD = ctypes.c_ssize_t
POINTER = ctypes.c_void_p
FUNCTIONS = {
    "convbook_error": (None, [ctypes.c_char_p, WORD]),
    "convbook_set_threads": (WORD, [WORD]),
    "convbook_operator": (POINTER, [ctypes.c_char_p, ctypes.POINTER(WORD), WORD]),
    "convbook_network": (POINTER, [ctypes.c_char_p]),
    "convbook_add": (WORD, [POINTER, WORD, POINTER, ctypes.POINTER(WORD), WORD]),
    "convbook_run": (WORD, [POINTER, WORD, WORD]),
    "convbook_read": (WORD, [POINTER, WORD, POINTER, WORD]),
    "convbook_release": (None, [POINTER]),
}


def words(numbers):
    return (WORD * len(numbers))(*numbers)


class Library:
    def __init__(self, products):
        suffix = "dylib" if sys.platform == "darwin" else "so"
        self.functions = ctypes.CDLL(f"{products}/libBenchmarkBridge.{suffix}")
        for name, (result, arguments) in FUNCTIONS.items():
            function = getattr(self.functions, name)
            function.restype, function.argtypes = result, arguments

    def checked(self, result):
        if result is None or result < 0:
            text = ctypes.create_string_buffer(2000)
            self.functions.convbook_error(text, len(text))
            raise RuntimeError(text.value.decode())
        return result

    def set_threads(self, threads):
        self.checked(self.functions.convbook_set_threads(threads))

    def operator(self, name, *numbers):
        return Computation(
            self, self.checked(self.functions.convbook_operator(name.encode(), words(numbers), len(numbers))))

    def network(self, name):
        return Computation(self, self.checked(self.functions.convbook_network(name.encode())))


class Computation:
    """A function of tensors in the engine: inputs are added once, then it runs as often as one likes."""

    def __init__(self, library, handle):
        self.library, self.handle = library, handle

    def __del__(self):
        self.library.functions.convbook_release(self.handle)

    def add(self, role, address, shape):
        """Copies the contiguous floats at an address."""
        self.library.checked(
            self.library.functions.convbook_add(self.handle, role, address, words(shape), len(shape)))

    def run(self, action, times=1):
        self.library.checked(self.library.functions.convbook_run(self.handle, action, times))

    def read(self, position, address, capacity):
        """Copies the result, or a variable's gradient, to an address with room for so many floats."""
        return self.library.checked(self.library.functions.convbook_read(self.handle, position, address, capacity))
