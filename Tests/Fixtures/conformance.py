"""Compares the engine with PyTorch on random configurations of every operator, and reports the largest errors.

    make conformance [DRAWS=10000] [SEED=1]

Draws are shared out among the operators. The engine computes each in float64 and in float32; an error is the largest
difference of a tensor, relative to that tensor's largest number.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

import numpy as np
import torch

import cases
import make_fixtures


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("operators", nargs="*", help="which ones; all if none is named")
    parser.add_argument("--conformance", required=True, help="the program that runs the engine's side")
    parser.add_argument("--draws", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    operators = cases.load_families()
    names = arguments.operators or sorted(operators)
    each = -(-arguments.draws // len(names))
    failed = False
    print(f"{'':32}{'draws':>7}{'float64':>10}{'gradients':>11}{'float32':>10}{'gradients':>11}")
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            file = pathlib.Path(folder) / f"{name}.npz"
            np.savez(file, **make_fixtures.draw_file(name, operators[name], each, seed=1000 + arguments.seed))
            run = subprocess.run([arguments.conformance, str(file)], capture_output=True, text=True)
            if run.returncode not in (0, 1):
                sys.exit(f"{name}: {run.stderr or run.stdout}")
            row = json.loads(run.stdout)
            figures = "".join(
                f"{row[key]:{width}.1e}" for key, width in
                [("float64", 10), ("float64Gradients", 11), ("float32", 10), ("float32Gradients", 11)])
            print(f"{name:32}{each:7}{figures}" + "".join(f"\n    {problem}" for problem in row["problems"][:3]))
            failed = failed or run.returncode == 1
    print(f"{each * len(names)} draws of {len(names)} operators: " + ("some are too far apart" if failed else "all agree"))
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
