"""Writes what PyTorch computes for random configurations of every operator, for the engine's tests to compare with.

    pip install torch torchvision numpy
    python3 Tests/Fixtures/make_fixtures.py [OPERATOR...]

One file an operator, `Operators/NAME.npz`: twenty configurations, float64, drawn from a fixed seed. `Tests/Fixtures/
cases` holds the drawing.
"""
import argparse
import json
import pathlib
import zlib

import numpy as np

import cases

FOLDER = pathlib.Path(__file__).parent / "Operators"


def draw_file(name, function, count, seed):
    """`count` configurations in two arrays: `numbers`, all numbers in a row, and `layout`, JSON that says whose they are.

    The layout is a list of `{"parameters": {...}, "arrays": [["input/x", [2, 3]], ...]}`.
    """
    layout, numbers = [], []
    for number in range(count):
        draw = cases.Draw([zlib.crc32(name.encode()), seed, number])
        case = function(draw)
        arrays = cases.arrays(case, draw.random)
        layout.append({"parameters": case.parameters, "arrays": [[key, list(a.shape)] for key, a in arrays.items()]})
        numbers += [array.ravel() for array in arrays.values()]
    text = json.dumps(layout, sort_keys=True, separators=(",", ":"))
    return {"layout": np.frombuffer(text.encode(), dtype=np.uint8), "numbers": np.concatenate(numbers)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("operators", nargs="*", help="which ones; all if none is named")
    parser.add_argument("--count", type=int, default=20, help="configurations an operator")
    arguments = parser.parse_args()
    operators = cases.load_families()
    FOLDER.mkdir(exist_ok=True)
    for name in arguments.operators or sorted(operators):
        np.savez(FOLDER / f"{name}.npz", **draw_file(name, operators[name], arguments.count, seed=1))


if __name__ == "__main__":
    main()
