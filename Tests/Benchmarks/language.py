#!/usr/bin/env python3
"""Times the language against CPython on the same algorithms.

    python3 Tests/Benchmarks/language.py [--rounds 7] [--only NAME ...] [--convbook PATH]

Every row is one algorithm, written twice, each side in its own idiom. The sides run in turn, in two processes that stay
alive, and only the kernel is timed, inside of its process. Both must give the same result. A ratio above 1 means that
the language is faster; the quartiles are those of the ratios of neighbouring runs.

Only Python's standard library is used; where NumPy is installed, its element access gets a row too.
"""

import argparse
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import time

from kernels import ROWS, conv_numpy, numpy

FOLDER = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(FOLDER))

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
    with open(os.path.join(FOLDER, "kernels.swift")) as stream:
        language.declare(stream.read())
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
