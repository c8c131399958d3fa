"""The algorithms that language.py times, in Python; those in Swift are in kernels.swift."""

import functools

try:
    import numpy
except ImportError:
    numpy = None


def number(i):
    """Small whole numbers, so that sums are exact in 32 bits too."""
    return float(i * 7 % 11 - 5)


CHANNELS, SIZE, FILTERS, WINDOW = 3, 32, 8, 3


def images():
    x = [[[number(c * 1024 + i * 32 + j) for j in range(SIZE)] for i in range(SIZE)] for c in range(CHANNELS)]
    k = [
        [[[number(o * 27 + c * 9 + u * 3 + v + 1) for v in range(WINDOW)] for u in range(WINDOW)] for c in range(CHANNELS)]
        for o in range(FILTERS)
    ]
    return x, k


NESTED = images()
FLAT = (
    [value for plane in NESTED[0] for row in plane for value in row],
    [value for f in NESTED[1] for plane in f for row in plane for value in row],
)


def conv_nested():
    x, k = NESTED
    size = SIZE - WINDOW + 1
    total = 0.0
    for o in range(FILTERS):
        for i in range(size):
            for j in range(size):
                s = 0.0
                for c in range(CHANNELS):
                    for u in range(WINDOW):
                        for v in range(WINDOW):
                            s += x[c][i + u][j + v] * k[o][c][u][v]
                total += s * ((i + j) % 3)
    return int(total)


def conv_flat():
    x, k = FLAT
    size = SIZE - WINDOW + 1
    total = 0.0
    for o in range(FILTERS):
        for i in range(size):
            for j in range(size):
                s = 0.0
                for c in range(CHANNELS):
                    for u in range(WINDOW):
                        for v in range(WINDOW):
                            s += x[(c * SIZE + i + u) * SIZE + j + v] * k[((o * CHANNELS + c) * WINDOW + u) * WINDOW + v]
                total += s * ((i + j) % 3)
    return int(total)


def conv_numpy():
    x, k = ARRAYS
    size = SIZE - WINDOW + 1
    total = 0.0
    for o in range(FILTERS):
        for i in range(size):
            for j in range(size):
                s = 0.0
                for c in range(CHANNELS):
                    for u in range(WINDOW):
                        for v in range(WINDOW):
                            s += x[c, i + u, j + v] * k[o, c, u, v]
                total += s * ((i + j) % 3)
    return int(total)


ARRAYS = [numpy.array(part) for part in NESTED] if numpy else None


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def fib_27():
    return fib(27)


def sum_loop():
    total = 0
    for i in range(10_000_000):
        total += i & 3
    return total


def sieve():
    n = 1_000_000
    composite = [False] * (n + 1)
    count = 0
    for i in range(2, n + 1):
        if composite[i]:
            continue
        count += 1
        for j in range(i * i, n + 1, i):
            composite[j] = True
    return count


def queens():
    n = 9
    columns = [False] * n
    rising = [False] * (2 * n)
    falling = [False] * (2 * n)

    def place(row):
        if row == n:
            return 1
        found = 0
        for column in range(n):
            if columns[column] or rising[row + column] or falling[row - column + n]:
                continue
            columns[column] = rising[row + column] = falling[row - column + n] = True
            found += place(row + 1)
            columns[column] = rising[row + column] = falling[row - column + n] = False
        return found

    return place(0)


def append_characters():
    letters = list("convolution")
    text = ""
    for i in range(300_000):
        text += letters[i % 11]
    return len(text)


def append_strings():
    words = ["kernel", "stride", "padding", "x"]
    text = ""
    for i in range(300_000):
        text += words[i & 3]
    return len(text)


def join_strings():
    pieces = []
    for i in range(200_000):
        pieces.append(str(i))
    return len(",".join(pieces))


def count_integers():
    counts = {}
    seed = 1
    for _ in range(500_000):
        seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
        key = seed >> 16 & 4095
        counts[key] = counts.get(key, 0) + 1
    return sum(key * count for key, count in counts.items())


def count_strings():
    words = "the kernel slides over the input and sums the products under it one window after the other".split(" ")
    counts = {}
    for i in range(500_000):
        word = words[i % 17]
        counts[word] = counts.get(word, 0) + 1
    return counts["the"] * 1000 + counts["window"]


def shuffled(n):
    seed, result = 1, []
    for _ in range(n):
        seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
        result.append(seed >> 4)
    return result


NUMBERS = shuffled(200_000)


def sort_closure():
    ordered = sorted(NUMBERS, key=functools.cmp_to_key(lambda a, b: -1 if a > b else 1 if b > a else 0))
    return ordered[0] - ordered[1000] + ordered[-1]


def sort_key():
    ordered = sorted(NUMBERS, key=lambda a: a % 65_536)
    return ordered[0] - ordered[1000] + ordered[-1]


def sort_plain():
    ordered = sorted(NUMBERS)
    return ordered[0] - ordered[1000] + ordered[-1]


def matrix_product():
    n = 100
    a = [[float((i * 3 + j) % 7) for j in range(n)] for i in range(n)]
    b = [[float((i + j * 5) % 9) for j in range(n)] for i in range(n)]
    c = [[0.0] * n for _ in range(n)]
    for i in range(n):
        for j in range(n):
            s = 0.0
            for k in range(n):
                s += a[i][k] * b[k][j]
            c[i][j] = s
    return int(sum(sum(row) for row in c))


class Body:
    __slots__ = ("x", "y", "z", "vx", "vy", "vz", "mass")

    def __init__(self, x, y, z, vx, vy, vz, mass):
        self.x, self.y, self.z = x, y, z
        self.vx, self.vy, self.vz = vx, vy, vz
        self.mass = mass


def n_body():
    bodies = [
        Body(float(i), float(i * i % 5), float(i * 3 % 7), 0.1 * i, 0.2, -0.1 * i, 1.0 + i) for i in range(5)
    ]
    for _ in range(4_000):
        for i in range(5):
            a = bodies[i]
            for j in range(i + 1, 5):
                b = bodies[j]
                dx, dy, dz = a.x - b.x, a.y - b.y, a.z - b.z
                squared = dx * dx + dy * dy + dz * dz + 0.01
                magnitude = 0.001 / (squared * squared**0.5)
                a.vx -= dx * b.mass * magnitude
                a.vy -= dy * b.mass * magnitude
                a.vz -= dz * b.mass * magnitude
                b.vx += dx * a.mass * magnitude
                b.vy += dy * a.mass * magnitude
                b.vz += dz * a.mass * magnitude
        for body in bodies:
            body.x += 0.001 * body.vx
            body.y += 0.001 * body.vy
            body.z += 0.001 * body.vz
    return round(sum(b.x * 1000 + b.y * 100 + b.z for b in bodies))


# Name, the call in Swift, the function in Python, what else there is to say.
ROWS = [
    ("convolution, [[[Float]]]", "convNested(x, k)", conv_nested, ""),
    ("convolution, [Float]", "convFlat(flatX, flatK)", conv_flat, ""),
    ("convolution, Tensor", "convTensor(tensorX, tensorK)", conv_nested, "peer: nested lists"),
    ("convolution, Tensor", "convTensor(tensorX, tensorK)", conv_numpy, "peer: elements of NumPy arrays"),
    ("fib(27)", "fib(27)", fib_27, ""),
    ("sum of 10 million", "sumLoop()", sum_loop, ""),
    ("sieve of a million", "sieve()", sieve, ""),
    ("9 queens", "queens()", queens, ""),
    ("append characters", "appendCharacters()", append_characters, ""),
    ("append strings", "appendStrings()", append_strings, ""),
    ("join strings", "joinStrings()", join_strings, ""),
    ("count integers", "countIntegers()", count_integers, ""),
    ("count strings", "countStrings()", count_strings, ""),
    ("sort with a closure", "sortClosure()", sort_closure, "peer: cmp_to_key"),
    ("sort by a key", "sortKey()", sort_key, "peer: key=lambda, one call an element"),
    ("sort", "sortPlain()", sort_plain, ""),
    ("matrix product", "matrixProduct()", matrix_product, ""),
    ("n-body, structs", "nBody()", n_body, "peer: objects with slots"),
]
