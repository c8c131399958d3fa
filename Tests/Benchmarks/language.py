#!/usr/bin/env python3
"""Times the language against CPython on the same algorithms.

    python3 Tests/Benchmarks/language.py [--rounds 7] [--only NAME ...] [--convbook PATH]

Every row is one algorithm, written twice, each side in its own idiom. The sides run in turn, in two processes that stay
alive, and only the kernel is timed, inside of its process. Both must give the same result. A ratio above 1 means that
the language is faster; the quartiles are those of the ratios of neighbouring runs.

Only Python's standard library is used; where NumPy is installed, its element access gets a row too.
"""

import argparse
import functools
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import time

try:
    import numpy
except ImportError:
    numpy = None

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

# MARK: The kernels in Python


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


# MARK: The kernels in Swift

SWIFT = r"""
let channels = 3
let size = 32
let filters = 8
let window = 3
func number(_ i: Int) -> Float { Float(i * 7 % 11 - 5) }
let x: [[[Float]]] = (0..<3).map { c in (0..<32).map { i in (0..<32).map { j in number(c * 1024 + i * 32 + j) } } }
let k: [[[[Float]]]] = (0..<8).map { o in
  (0..<3).map { c in (0..<3).map { u in (0..<3).map { v in number(o * 27 + c * 9 + u * 3 + v + 1) } } }
}
let flatX: [Float] = x.flatMap { $0.flatMap { $0 } }
let flatK: [Float] = k.flatMap { $0.flatMap { $0.flatMap { $0 } } }
let tensorX = Tensor(flatX.map { Double($0) }, shape: [3, 32, 32])
let tensorK = Tensor(flatK.map { Double($0) }, shape: [8, 3, 3, 3])

func convNested(_ x: [[[Float]]], _ k: [[[[Float]]]]) -> Int {
  let out = size - window + 1
  var total: Float = 0
  for o in 0..<filters {
    for i in 0..<out {
      for j in 0..<out {
        var s: Float = 0
        for c in 0..<channels {
          for u in 0..<window {
            for v in 0..<window { s += x[c][i + u][j + v] * k[o][c][u][v] }
          }
        }
        total += s * Float((i + j) % 3)
      }
    }
  }
  return Int(total)
}

func convFlat(_ x: [Float], _ k: [Float]) -> Int {
  let out = size - window + 1
  var total: Float = 0
  for o in 0..<filters {
    for i in 0..<out {
      for j in 0..<out {
        var s: Float = 0
        for c in 0..<channels {
          for u in 0..<window {
            for v in 0..<window {
              s += x[(c * size + i + u) * size + j + v] * k[((o * channels + c) * window + u) * window + v]
            }
          }
        }
        total += s * Float((i + j) % 3)
      }
    }
  }
  return Int(total)
}

func convTensor(_ x: Tensor, _ k: Tensor) -> Int {
  let out = size - window + 1
  var total = 0.0
  for o in 0..<filters {
    for i in 0..<out {
      for j in 0..<out {
        var s = 0.0
        for c in 0..<channels {
          for u in 0..<window {
            for v in 0..<window { s += x[c, i + u, j + v] * k[o, c, u, v] }
          }
        }
        total += s * Double((i + j) % 3)
      }
    }
  }
  return Int(total)
}

func fib(_ n: Int) -> Int { n < 2 ? n : fib(n - 1) + fib(n - 2) }

func sumLoop() -> Int {
  var total = 0
  for i in 0..<10_000_000 { total += i & 3 }
  return total
}

func sieve() -> Int {
  let n = 1_000_000
  var composite = [Bool](repeating: false, count: n + 1)
  var count = 0
  for i in 2...n {
    if composite[i] { continue }
    count += 1
    for j in stride(from: i * i, through: n, by: i) { composite[j] = true }
  }
  return count
}

func queens() -> Int {
  let n = 9
  var columns = [Bool](repeating: false, count: n)
  var rising = [Bool](repeating: false, count: 2 * n)
  var falling = [Bool](repeating: false, count: 2 * n)
  func place(_ row: Int) -> Int {
    if row == n { return 1 }
    var found = 0
    for column in 0..<n {
      if columns[column] || rising[row + column] || falling[row - column + n] { continue }
      columns[column] = true
      rising[row + column] = true
      falling[row - column + n] = true
      found += place(row + 1)
      columns[column] = false
      rising[row + column] = false
      falling[row - column + n] = false
    }
    return found
  }
  return place(0)
}

func appendCharacters() -> Int {
  let letters = Array("convolution")
  var text = ""
  for i in 0..<300_000 { text.append(letters[i % 11]) }
  return text.count
}

func appendStrings() -> Int {
  let words = ["kernel", "stride", "padding", "x"]
  var text = ""
  for i in 0..<300_000 { text += words[i & 3] }
  return text.count
}

func joinStrings() -> Int {
  var pieces: [String] = []
  for i in 0..<200_000 { pieces.append(String(i)) }
  return pieces.joined(separator: ",").count
}

func countIntegers() -> Int {
  var counts: [Int: Int] = [:]
  var seed = 1
  for _ in 0..<500_000 {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    counts[seed >> 16 & 4095, default: 0] += 1
  }
  var sum = 0
  for (key, count) in counts { sum += key * count }
  return sum
}

func countStrings() -> Int {
  let words = [
    "the", "kernel", "slides", "over", "the", "input", "and", "sums", "the", "products", "under", "it", "one",
    "window", "after", "the", "other",
  ]
  var counts: [String: Int] = [:]
  for i in 0..<500_000 { counts[words[i % 17], default: 0] += 1 }
  return counts["the"]! * 1000 + counts["window"]!
}

func shuffled(_ n: Int) -> [Int] {
  var seed = 1
  var result: [Int] = []
  for _ in 0..<n {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    result.append(seed >> 4)
  }
  return result
}
let numbers = shuffled(200_000)

func probe(_ ordered: [Int]) -> Int { ordered[0] - ordered[1000] + ordered[ordered.count - 1] }
func sortClosure() -> Int { probe(numbers.sorted { $0 > $1 }) }
func sortKey() -> Int { probe(numbers.sorted { $0 % 65_536 < $1 % 65_536 }) }
func sortPlain() -> Int { probe(numbers.sorted()) }

func matrixProduct() -> Int {
  let n = 100
  let a = (0..<n).map { i in (0..<n).map { j in Double((i * 3 + j) % 7) } }
  let b = (0..<n).map { i in (0..<n).map { j in Double((i + j * 5) % 9) } }
  var c = [[Double]](repeating: [Double](repeating: 0, count: n), count: n)
  for i in 0..<n {
    for j in 0..<n {
      var s = 0.0
      for k in 0..<n { s += a[i][k] * b[k][j] }
      c[i][j] = s
    }
  }
  return Int(c.reduce(0.0) { $0 + $1.reduce(0.0, +) })
}

struct Body {
  var x: Double
  var y: Double
  var z: Double
  var vx: Double
  var vy: Double
  var vz: Double
  var mass: Double
}

func nBody() -> Int {
  var bodies = (0..<5).map { i in
    Body(
      x: Double(i), y: Double(i * i % 5), z: Double(i * 3 % 7), vx: 0.1 * Double(i), vy: 0.2, vz: -0.1 * Double(i),
      mass: 1.0 + Double(i))
  }
  for _ in 0..<4_000 {
    for i in 0..<5 {
      for j in i + 1..<5 {
        let dx = bodies[i].x - bodies[j].x
        let dy = bodies[i].y - bodies[j].y
        let dz = bodies[i].z - bodies[j].z
        let squared = dx * dx + dy * dy + dz * dz + 0.01
        let magnitude = 0.001 / (squared * squared.squareRoot())
        bodies[i].vx -= dx * bodies[j].mass * magnitude
        bodies[i].vy -= dy * bodies[j].mass * magnitude
        bodies[i].vz -= dz * bodies[j].mass * magnitude
        bodies[j].vx += dx * bodies[i].mass * magnitude
        bodies[j].vy += dy * bodies[i].mass * magnitude
        bodies[j].vz += dz * bodies[i].mass * magnitude
      }
    }
    for i in 0..<5 {
      bodies[i].x += 0.001 * bodies[i].vx
      bodies[i].y += 0.001 * bodies[i].vy
      bodies[i].z += 0.001 * bodies[i].vz
    }
  }
  var sum = 0.0
  for body in bodies { sum += body.x * 1000 + body.y * 100 + body.z }
  return Int(sum.rounded())
}
"""

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

# MARK: The two sides


class Language:
    """A session that stays open; cells are typed, and `:time` answers."""

    def __init__(self, path):
        self.home = tempfile.TemporaryDirectory()
        self.version = subprocess.run([path, "--version"], capture_output=True, text=True).stdout.strip()
        self.process = subprocess.Popen(
            [path, "--plain", "--home", self.home.name], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True)  # fmt: skip

    def close(self):
        self.process.stdin.close()
        self.process.wait()
        self.home.cleanup()

    def ask(self, text):
        """Types a text and gives what is printed until the next mark."""
        self.process.stdin.write(text + '\nprint("<mark>")\n')
        self.process.stdin.flush()
        lines = []
        for line in self.process.stdout:
            if line.startswith("<mark>"):
                return lines
            if "\u25b8" not in line:  # The prompt, with what was typed.
                lines.append(line.rstrip("\n"))
        raise SystemExit("convbook ended:\n" + "\n".join(lines))

    def declare(self, text):
        """One cell after another: a cell ends where the language says so. An empty line would open a lesson."""
        lines = self.ask("\n".join(line for line in text.split("\n") if line))
        if any("error" in line for line in lines):
            raise SystemExit("\n".join(lines))

    def time(self, call):
        """The result and the seconds of a call."""
        lines = [line for line in self.ask(":time " + call) if line]
        match = re.fullmatch(r"([0-9.e-]+) (ms|s)", lines[-1].strip()) if lines else None
        if not match:
            raise SystemExit("\n".join(lines))
        return lines[0].strip(), float(match[1]) * (0.001 if match[2] == "ms" else 1)


def timed(function):
    start = time.perf_counter()
    result = function()
    return str(result), time.perf_counter() - start


def quartiles(values):
    if len(values) < 2:
        return values * 3
    return statistics.quantiles(values, n=4, method="inclusive")


def row(language, call, function, rounds):
    ours, theirs = [], []
    result, _ = language.time(call)
    expected, _ = timed(function)
    if result != expected:
        raise SystemExit(f"{call} gives {result}, but Python {expected}")
    for _ in range(rounds):
        ours.append(language.time(call)[1])
        theirs.append(timed(function)[1])
    ratios = quartiles([peer / own for own, peer in zip(ours, theirs)])
    return statistics.median(ours), statistics.median(theirs), ratios


def long_cell(lines):
    """A cell of so many lines, as a learner's file might be."""
    parts = []
    while len(parts) < lines:
        n = len(parts)
        parts += [
            f"struct Layer{n} {{",
            "  var weights: [Double]",
            "  var bias = 0.5",
            "  func output(for input: [Double], scale: Double = 1) -> Double {",
            "    var sum = bias",
            "    for (index, weight) in weights.enumerated() where index < input.count {",
            "      sum += weight * input[index] * scale",
            "    }",
            "    return sum > 0 ? sum : 0",
            "  }",
            "}",
            f"func train{n}(_ steps: Int) -> String {{",
            f"  var layer = Layer{n}(weights: [1, 2, 3])",
            "  let inputs = (0..<steps).map { [Double($0), Double($0 * 2), 1] }",
            "  for input in inputs.filter({ $0[0] > 1 }) {",
            "    guard let first = input.first, first > 0 else { continue }",
            "    layer.weights = layer.weights.map { $0 - 0.01 * first }",
            "  }",
            '  return "weights \\(layer.weights), output \\(layer.output(for: [1, 2, 3]))"',
            "}",
        ]
    return "\n".join(parts[:lines]) + "\n"


def latencies(path, language, rounds):
    trivial = statistics.median(language.time("1 + 1")[1] for _ in range(max(rounds, 5) * 4))
    print(f"\ncell `1 + 1` in a warm session, from source to outcome: {trivial * 1000:.2f} ms")
    checked = []
    with tempfile.TemporaryDirectory() as folder:
        file = os.path.join(folder, "long.swift")
        with open(file, "w") as stream:
            stream.write(long_cell(200))
        for _ in range(max(rounds, 5)):
            answer = subprocess.run([path, "run", "--time", file], capture_output=True, text=True).stderr
            match = re.search(r"parsed and checked in ([0-9.]+) (ms|s)", answer)
            if not match:
                return print("convbook run --time: " + answer.strip())
            checked.append(float(match[1]) * (1 if match[2] == "ms" else 1000))
    print(f"cell of 200 lines, parsed and checked as the first cell of a new process: {statistics.median(checked):.2f} ms")


def main():
    parser = argparse.ArgumentParser(description="Times the language against CPython on the same algorithms.")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--only", nargs="+", default=[], help="parts of names of rows")
    parser.add_argument("--convbook", default=os.path.join(ROOT, ".build", "release", "convbook"))
    options = parser.parse_args()
    language = Language(options.convbook)
    print(
        f"{language.version or 'convbook'} against {platform.python_implementation()} {platform.python_version()}"
        f", {os.cpu_count()} cores ({platform.machine()}), load {os.getloadavg()[0]:.1f}, {options.rounds} rounds")
    language.declare(SWIFT)
    print(f"\n{'':26}{'convbook':>10}{'Python':>10}{'ratio':>8}  quartiles")
    for name, call, function, remark in ROWS:
        if options.only and not any(part in name for part in options.only):
            continue
        if function is conv_numpy and not numpy:
            continue
        own, peer, (low, middle, high) = row(language, call, function, options.rounds)
        print(
            f"{name:26}{own * 1000:7.1f} ms{peer * 1000:7.1f} ms{middle:8.1f}  {low:.1f} to {high:.1f}"
            + (f"  ({remark})" if remark else ""), flush=True)
    if not options.only:
        latencies(options.convbook, language, options.rounds)
    language.close()


if __name__ == "__main__":
    sys.exit(main())
