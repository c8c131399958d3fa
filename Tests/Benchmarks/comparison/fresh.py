"""What only a fresh process shows: how soon the first training step is done, and how much memory training takes."""

import os
import subprocess
import sys
import time

from .measuring import OURS

SIDES = {OURS: "convbook", "PyTorch": "pytorch"}
FIRST, MEMORY = "mnist b128 first step of a process", "mnist b128 peak memory"


def run(side, threads, products, environment):
    """Seconds until the first step was done, and the most bytes that were in memory."""
    script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "first_step.py")
    start = time.perf_counter()
    with subprocess.Popen(
            [sys.executable, script, side, str(threads), products], stdout=subprocess.PIPE, text=True,
            env={**os.environ, **environment}) as process:
        process.stdout.readline()
        taken = time.perf_counter() - start
        kilobytes = process.stdout.readline()
    if process.returncode:
        raise SystemExit(process.returncode)
    return taken, int(kilobytes) * 1024


def rows(wanted, threads, malloc, environment, options):
    """As a worker's rows. Both sides are Python programs that train the lecture's network."""
    if not wanted:
        return
    results = {name: [] for name in SIDES}
    for _ in range(options.rounds):
        for name, side in SIDES.items():
            results[name].append(run(side, threads, options.products, environment))
    for position, (name, unit) in enumerate([(FIRST, "s"), (MEMORY, "B")]):
        if name in wanted:
            yield {
                "name": name, "threads": threads, "malloc": malloc, "error": 0, "unit": unit,
                "values": {side: [result[position] for result in results[side]] for side in SIDES},
            }
