"""How far layers are from the least time that this machine can need for them.

The floor of a layer is the larger of two times: its multiplications and additions at the speed of `limits.swift`, and
every number of its inputs and results once at the speed of copying as many bytes. Winograd's F(4x4, 3x3) multiplies a
quarter as often as the definition, so a 3x3 convolution has a second, lower floor, in which its transforms are free.
"""

import bisect
import os
import subprocess
import tempfile

import torch

from .measuring import OURS, Pair, run_in_turn
from .report import readable

WINOGRAD_SAVES = 4


class Machine:
    """What `limits.swift` measured for a number of threads."""

    def __init__(self, program, threads):
        output = subprocess.run([program, str(threads)], capture_output=True, text=True, check=True).stdout
        first, *rest = output.split("\n")[:-1]
        self.operations = float(first)
        self.sizes, self.bandwidths = zip(*((int(size), float(speed)) for size, speed in map(str.split, rest)))

    def bandwidth(self, size):
        """That of the smallest measured size which is not below this one."""
        return self.bandwidths[min(bisect.bisect_left(self.sizes, size), len(self.sizes) - 1)]

    def floor(self, operations, size):
        return max(operations / self.operations, size / self.bandwidth(size))


def compiled(folder, root):
    here = os.path.dirname(os.path.abspath(__file__))
    program = os.path.join(folder, "limits")
    subprocess.run(
        ["swiftc", "-Ounchecked", "-suppress-warnings", "-Xcc", "-march=native",
         "-Xcc", f"-fmodule-map-file={root}/Sources/CKernels/module.modulemap",
         os.path.join(here, "limits.swift"), "-o", program], check=True)
    return program


def operations(case, output):
    """Multiplications and additions of the forward pass, each counted. A pass without products is as long as its bytes."""
    first, second = case.shapes[0], case.shapes[-1]
    if case.operator == "conv2d":
        return 2 * torch.Size(second).numel() * output[0] * output[2] * output[3]
    if case.operator == "convTransposed2d":
        return 2 * torch.Size(second).numel() * first[0] * first[2] * first[3]
    if case.operator == "matmul":
        return 2 * first[0] * first[1] * second[1]
    return 0


def table(cases, library, threads, rounds, root):
    """Prints a line for each part of the cases that were chosen."""
    with tempfile.TemporaryDirectory() as folder:
        machine = Machine(compiled(folder, root), threads)
    print(f"{threads} thread{'s' if threads > 1 else ''}: {machine.operations / 1e9:.0f} GF/s; copying "
          + ", ".join(f"{size >> 20} MB {speed / 1e9:.0f} GB/s"
                      for size, speed in zip(machine.sizes, machine.bandwidths)))
    print(f"{'':36}{'GFLOP':>8}{'MB':>7}{'floor':>10}{'Winograd':>10}{'Convbook':>10}{'of floor':>10}{'GF/s':>7}")
    for case, parts in cases:
        for part, pair in case.pairs(library, parts):
            # dx and dk of a convolution are as much work as y, each.
            passes = 2 if part == "backward" else 1
            inputs = sum(torch.Size(shape).numel() for shape in case.shapes)
            output = case.call(*case.inputs()).shape
            work = passes * operations(case, output)
            size = 4 * (passes * inputs + output.numel())
            floor = machine.floor(work, size)
            winograd = machine.floor(work / WINOGRAD_SAVES, size) if case.name.startswith("conv 3x3 ") else None
            taken = min(run_in_turn(Pair(pair.ours, {}, 0), rounds)[OURS])
            print(f"{case.name + ' ' + part:36}{work / 1e9:8.3f}{size / (1 << 20):7.1f}{readable(floor, 's'):>10}"
                  f"{readable(winograd, 's') if winograd else '':>10}{readable(taken, 's'):>10}{floor / taken:10.0%}"
                  f"{work / taken / 1e9:7.0f}")
