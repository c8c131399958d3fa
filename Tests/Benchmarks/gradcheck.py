#!/usr/bin/env python3
"""Times a full gradient check of conv2d against PyTorch's, on the same shapes.

    python3 Tests/Benchmarks/gradcheck.py [--rounds 9] [--products FOLDER]

x is 2x3x6x6, the kernel 4x3x3x3, the padding 1, in float64, on one thread. Both sides try all 324 elements in both
directions and compare with the recorded gradients; all run in turn. Our side is the same text twice: as a cell in the
notebook, closure and all, and compiled with swiftc. What counts is the time of many checks less the time of one, so
that starting up does not. The goal is a ratio of 50.
"""
import argparse
import glob
import os
import statistics
import subprocess
import sys
import tempfile
import time

import torch

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
CHECKS = 100
PROGRAM = """
let x = Tensor.normal([2, 3, 6, 6], seed: 1)
let k = Tensor.normal([4, 3, 3, 3], seed: 2)
var passed = 0
for _ in 0..<COUNT {
  if gradcheck({ conv2d($0[0], kernel: $0[1], padding: 1) }, inputs: [x, k]).passed { passed += 1 }
}
print(passed)
"""


def torch_seconds():
    x = torch.randn(2, 3, 6, 6, dtype=torch.float64, requires_grad=True)
    k = torch.randn(4, 3, 3, 3, dtype=torch.float64, requires_grad=True)
    start = time.perf_counter()
    assert torch.autograd.gradcheck(lambda x, k: torch.nn.functional.conv2d(x, k, padding=1), (x, k))
    return time.perf_counter() - start


def compiled(products, folder):
    """The program, which takes the number of checks as its argument, compiled against the built library."""
    source = os.path.join(folder, "main.swift")
    with open(source, "w") as file:
        file.write("import Convbook\n" + PROGRAM.replace("COUNT", "Int(CommandLine.arguments[1])!"))
    objects = []
    kernels = ("KernelInterface", "KernelsBase", "KernelsV3", "KernelsV4", "Kernels")
    for module in kernels + ("Tensors", "Operators", "Checking", "Interchange", "Pictures", "Convbook"):
        # A folder that was built in before may still have the objects of files that are gone.
        for source_file in glob.glob(f"{ROOT}/Sources/{module}/**/*.swift", recursive=True):
            objects.append(os.path.join(products, f"{module}.build", os.path.basename(source_file) + ".o"))
    objects = [file for file in objects if os.path.exists(file)]
    program = os.path.join(folder, "program")
    subprocess.run(
        ["swiftc", "-swift-version", "5", "-O", "-suppress-warnings", source, "-o", program,
         "-I", os.path.join(products, "Modules"),
         "-Xcc", f"-fmodule-map-file={ROOT}/Sources/COpenBLAS/module.modulemap",
         "-Xcc", f"-fmodule-map-file={ROOT}/Sources/CKernels/module.modulemap", *objects, "-lopenblas"], check=True)
    return program


def seconds(command, count):
    start = time.perf_counter()
    result = subprocess.run(command, capture_output=True, text=True)
    taken = time.perf_counter() - start
    if result.stdout.strip() != str(count):
        sys.exit(f"{count} checks should pass, and this came out:\n{result.stdout}{result.stderr}")
    return taken


def in_the_notebook(products, folder):
    def run(count):
        script = os.path.join(folder, f"cell{count}.swift")
        with open(script, "w") as file:
            file.write(PROGRAM.replace("COUNT", str(count)))
        return seconds([os.path.join(products, "convbook"), "run", script], count)

    return (run(CHECKS + 1) - run(1)) / CHECKS


def as_a_program(program):
    def run(count):
        return seconds([program, str(count)], count)

    return (run(CHECKS + 1) - run(1)) / CHECKS


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--products", default=os.path.join(ROOT, ".build/release"), help="where the package was built")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    torch_seconds()  # The first one loads libraries.
    ratios = {"notebook": [], "compiled": []}
    with tempfile.TemporaryDirectory() as folder:
        program = compiled(arguments.products, folder)
        for _ in range(arguments.rounds):
            theirs = statistics.median(torch_seconds() for _ in range(5))
            ours = {"notebook": in_the_notebook(arguments.products, folder), "compiled": as_a_program(program)}
            print(f"PyTorch {theirs * 1e3:6.1f} ms", end="")
            for name, taken in ours.items():
                ratios[name].append(theirs / taken)
                print(f"   {name} {taken * 1e3:6.2f} ms, ratio {theirs / taken:5.1f}", end="")
            print(flush=True)
    for name, all_of_one in ratios.items():
        low, middle, high = statistics.quantiles(all_of_one, n=4)
        print(f"{name}: {middle:.1f} times as fast (quartiles {low:.1f} to {high:.1f})")


if __name__ == "__main__":
    main()
