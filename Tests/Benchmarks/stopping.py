#!/usr/bin/env python3
"""Measures how soon long work stops when its time is up; Ctrl-C is looked at in the same places.

    python3 Tests/Benchmarks/stopping.py [--convbook PATH] [--only PART ...]

Every program below would run for much longer than its budget of 0.2 seconds. What it takes beyond that is printed,
with the kind of its end. The goal is 50 ms.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BUDGET = 0.2
BIG = "let xs = [Int](repeating: 7, count: 30_000_000)\n"
TEXTS = 'let texts = [String](repeating: "seven and more letters", count: 3_000_000)\n'
NOISE = "var seed = 1\nvar noise: [Int] = []\nfor _ in 0..<2_000_000 { seed = seed &* 6364136223846793005 &+ 1; noise.append(seed >> 20) }\n"

# What is timed is the second cell; the first one only prepares it.
PROGRAMS = [
    ("empty loop", "", "while true {}"),
    ("calls", "func f(_ n: Int) -> Int { n < 2 ? n : f(n - 1) + f(n - 2) }", "f(60)"),
    ("sort", NOISE, "while true { var copy = noise; copy.sort() }"),
    ("sort texts", NOISE, "while true { let t = noise.map { \"text \\($0)\" }.sorted() }"),
    ("sort with a closure", NOISE, "while true { var copy = noise; copy.sort { $0 > $1 } }"),
    ("sort with a long closure", NOISE, "while true { var copy = noise; copy.sort { a, b in let c = a - b; return c < 0 } }"),
    ("reversed", BIG, "while true { let r = Array(xs.reversed()) }"),
    ("Array(range)", "", "while true { let r = Array(0..<30_000_000) }"),
    ("equal arrays", BIG + "var ys = xs; ys[0] = 7", "while true { let same = xs == ys }"),
    ("copied arrays", BIG, "while true { var ys = xs; ys[0] = 1 }"),
    ("repeated", "", "while true { let r = [Int](repeating: 1, count: 50_000_000) }"),
    ("slices", BIG, "while true { let s = Array(xs[1..<29_000_000]) }"),
    ("array + array", BIG, "while true { let s = xs + xs }"),
    ("contains", BIG, "while true { let s = xs.contains(8) }"),
    ("map", BIG, "while true { let s = xs.map { $0 + 1 } }"),
    ("String(repeating:)", "", "while true { let s = String(repeating: \"abc\", count: 50_000_000) }"),
    ("joined", TEXTS, "while true { let s = texts.joined(separator: \", \") }"),
    ("describing an array", BIG, "while true { let s = \"\\(xs)\" }"),
    ("describing texts", TEXTS, "while true { let s = \"\\(texts)\" }"),
    ("count of a text", "let long = String(repeating: \"ab\", count: 20_000_000)", "while true { let n = long.count }"),
    ("characters", "let long = String(repeating: \"ab\", count: 5_000_000)", "while true { let n = Array(long) }"),
    ("equal texts", "let a = String(repeating: \"ab\", count: 50_000_000); var b = a + \"\"; b.append(\"x\"); var c = a; c.append(\"x\")", "while true { let e = b == c }"),
    ("uppercased", "let long = String(repeating: \"ab\", count: 20_000_000)", "while true { let n = long.uppercased() }"),
    ("split", "let long = String(repeating: \"ab \", count: 5_000_000)", "while true { let n = long.split(separator: \" \") }"),
    ("a dictionary", "", "var d: [Int: Int] = [:]; var i = 0; while true { d[i % 20_000_000] = i; i += 1 }"),
    ("Set(array)", NOISE, "while true { let s = Set(noise) }"),
    ("copied dictionary", "var d: [Int: Int] = [:]; for i in 0..<3_000_000 { d[i] = i }", "while true { var e = d; e[1] = 2 }"),
    ("equal dictionaries", "var d: [Int: Int] = [:]; for i in 0..<3_000_000 { d[i] = i }; var e = d; e[1] = 1", "while true { let s = d == e }"),
    ("set operations", "let s = Set(0..<2_000_000); let t = Set(1_000_000..<3_000_000)", "while true { let u = s.union(t) }"),
    ("removing from a dictionary", "var d: [Int: Int] = [:]; for i in 0..<1_000_000 { d[i] = i }", "while true { for i in 0..<1_000_000 { d[i] = nil }; for i in 0..<1_000_000 { d[i] = i } }"),
    ("insert at 0", BIG, "var ys = xs; while true { ys.insert(1, at: 0) }"),
    ("printing", "", "while true { print(1, terminator: \"\") }"),
    ("matmul", "let a = Tensor.ones([3000, 3000])", "while true { let c = matmul(a, a) }"),
    ("a large matmul", "let a = Tensor.ones([8000, 8000])", "let c = matmul(a, a)"),
    ("conv2d", "let x = Tensor.ones([16, 32, 128, 128]); let k = Tensor.ones([64, 32, 3, 3])", "while true { let y = conv2d(x, kernel: k) }"),
    ("a large conv2d", "let x = Tensor.ones([8, 16, 512, 512]); let k = Tensor.ones([16, 16, 7, 7])", "let y = conv2d(x, kernel: k)"),
    ("arithmetic of tensors", "let a = Tensor.ones([6000, 6000])", "while true { let c = a * a + a }"),
    ("exp of tensors", "let a = Tensor.ones([6000, 6000])", "while true { let c = exp(a) }"),
    ("sum of tensors", "let a = Tensor.ones([6000, 6000])", "while true { let c = a.sum() }"),
    ("transposed tensors", "let a = Tensor.ones([6000, 6000])", "while true { let c = a.transposed() }"),
    ("broadcast", "let a = Tensor.ones([6000, 1]); let b = Tensor.ones([1, 6000])", "while true { let c = a + b }"),
    ("random numbers", "", "while true { let c = Tensor.normal([6000, 6000], seed: 1) }"),
    ("max pooling", "let x = Tensor.ones([16, 32, 256, 256])", "while true { let y = maxPool2d(x, size: 2, stride: 2) }"),
    ("backward", "let x = Tensor.ones([3000, 3000]).requiringGradient()", "while true { let y = matmul(x, x).sum(); y.backward() }"),
    ("elements", "let a = Tensor.ones([6000, 6000])", "while true { let e = a.elements }"),
    ("printing a tensor", "let a = Tensor.ones([6000, 6000])", "while true { let s = \"\\(a)\" }"),
    ("equal tensors", "let a = Tensor.ones([6000, 6000]); let b = a + 0", "while true { let s = a == b }"),
]


def main():
    parser = argparse.ArgumentParser(description="Measures how soon long work stops when its time is up.")
    parser.add_argument("--convbook", default=os.path.join(ROOT, ".build", "release", "convbook"))
    parser.add_argument("--only", nargs="+", default=[])
    options = parser.parse_args()
    worst = 0
    with tempfile.TemporaryDirectory() as home:
        for name, before, program in PROGRAMS:
            if options.only and not any(part in name for part in options.only):
                continue
            cells = [before, f":set seconds {BUDGET}", ":time " + program, "print(1)"]
            text = "\n".join(line for cell in cells for line in cell.split("\n") if line) + "\n"
            answer = subprocess.run(
                [options.convbook, "--plain", "--home", home], input=text, capture_output=True, text=True, timeout=300)
            output = answer.stdout + answer.stderr
            stopped = re.search(r"stopped after ([0-9.]+) (ms|s)", output)
            if stopped:
                late = float(stopped[1]) * (1 if stopped[2] == "ms" else 1000) - BUDGET * 1000
                worst = max(worst, late)
                print(f"{name:28}{late:8.1f} ms late" + ("  <--" if late > 50 else ""), flush=True)
            else:
                problem = re.search(r"error: .*", output)
                print(f"{name:28}{problem[0] if problem else output[-300:]}", flush=True)
    print(f"the latest: {worst:.1f} ms, on {os.cpu_count()} cores")


if __name__ == "__main__":
    sys.exit(main())
