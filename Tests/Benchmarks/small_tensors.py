#!/usr/bin/env python3
"""Measures operations on 3x3 tensors in nanoseconds: in the engine, in the notebook and in PyTorch, in turn.

    python3 Tests/Benchmarks/small_tensors.py [--release .build/release] [--rounds 3]

PyTorch is left out where this Python cannot import it. The goal: 500 ns an operation in the engine, 1000 with recording.
The notebook's figures have the loop around the operation taken away.
"""

import argparse
import os
import re
import subprocess
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
CALLS = 20_000

# The engine's name of each operation is the notebook's text; beside it PyTorch's.
OPERATIONS = {
    "a + b": "a + b",
    "a * b": "a * b",
    "a * 2": "a * 2",
    "exp(a)": "torch.exp(a)",
    "relu(a)": "torch.relu(a)",
    "a.sum()": "a.sum()",
    "a.reshaped([9])": "a.reshape([9])",
    "a.transposed()": "a.t().contiguous()",
    "a[1, 0...]": "a[1, 0:]",
    "matmul(a, b)": "a @ b",
    "a + row": "a + row",
}


def engine(release):
    output = subprocess.run([os.path.join(release, "engine-benchmark")], capture_output=True, text=True, check=True)
    rows = [line.split("\t") for line in output.stdout.splitlines()]
    return {name: (float(plain), float(recorded)) for name, plain, recorded in rows}


def notebook(release):
    """A `:time` of a loop for each operation, less that of an empty loop."""
    cells = [
        "let row = Tensor([1, 2, 3])",
        "let p = Tensor.uniform([3, 3], low: 0.5, seed: 1)",
        "let q = Tensor.uniform([3, 3], low: 0.5, seed: 2)",
    ]
    bodies = ["let y = n"] + list(OPERATIONS)
    for variant in ["", ".requiringGradient()"]:
        for body in bodies:
            statement = body if body.startswith("let") else f"let y = {body}"
            for _ in range(3):
                cells.append(
                    f":time let a = p{variant}; let b = q{variant}; for n in 0..<{CALLS} {{ {statement} }}")
    with tempfile.TemporaryDirectory() as home:
        answer = subprocess.run(
            [os.path.join(release, "convbook"), "--plain", "--home", home], input="\n".join(cells) + "\n",
            capture_output=True, text=True)
    units = {"s": 1e9, "ms": 1e6, "µs": 1e3}
    times = [float(n) * units[unit] / CALLS for n, unit in re.findall(r"([0-9.]+) (s|ms|µs)\b", answer.stdout)]
    if len(times) != 6 * len(bodies):
        raise SystemExit(f"the notebook said:\n{answer.stdout}{answer.stderr}")
    best = [min(times[i:i + 3]) for i in range(0, len(times), 3)]
    plain, recorded = best[:len(bodies)], best[len(bodies):]
    return {name: (plain[i + 1] - plain[0], recorded[i + 1] - recorded[0]) for i, name in enumerate(OPERATIONS)}


def pytorch():
    try:
        import torch
    except ImportError:
        return {}
    torch.set_num_threads(1)
    results = {}
    for name, text in OPERATIONS.items():
        times = []
        for recorded in [False, True]:
            a = torch.rand(3, 3, dtype=torch.float64, requires_grad=recorded)
            b = torch.rand(3, 3, dtype=torch.float64, requires_grad=recorded)
            names = {"torch": torch, "a": a, "b": b, "row": torch.rand(3, dtype=torch.float64)}
            exec(f"def loop():\n  for _ in range({CALLS}): {text}", names)
            best = float("inf")
            for _ in range(3):
                start = time.perf_counter()
                names["loop"]()
                best = min(best, (time.perf_counter() - start) / CALLS * 1e9)
            times.append(best)
        results[name] = tuple(times)
    return results


def merge(best, new):
    for name, times in new.items():
        best[name] = tuple(map(min, times, best[name])) if name in best else times


def main():
    parser = argparse.ArgumentParser(description="Measures operations on 3x3 tensors in nanoseconds.")
    parser.add_argument("--release", default=os.path.join(ROOT, ".build", "release"))
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    in_engine, in_notebook, in_pytorch = {}, {}, {}
    for _ in range(options.rounds):
        merge(in_engine, engine(options.release))
        merge(in_notebook, notebook(options.release))
        merge(in_pytorch, pytorch())
    print(f"{'ns, plain / recorded':24}{'engine':>14}{'notebook':>16}{'PyTorch':>16}")
    for name in OPERATIONS:
        row = f"{name:24}"
        for times, width in [(in_engine, 14), (in_notebook, 16), (in_pytorch, 16)]:
            cell = f"{times[name][0]:.0f} / {times[name][1]:.0f}" if name in times else "-"
            row += f"{cell:>{width}}"
        slow = in_engine[name][0] > 500 or in_engine[name][1] > 1000
        print(row + ("  <--" if slow else ""))


if __name__ == "__main__":
    main()
