"""Runs sides in turn, and says what came out."""

import statistics
import time
from dataclasses import dataclass
from typing import Callable

OURS = "Convbook"

# How far results may differ, measured by the largest number.
TOLERANCE = 1e-4
# Both libraries' threads wait actively for a while after their last work, and would take cores from the other side.
PAUSE = 0.02
# How long one timing takes at least: short work is repeated.
LEAST_SECONDS = 0.02
# A variant of PyTorch that is so much slower than its best one after a few rounds is not run further.
HOPELESS = 1.3
FEW_ROUNDS = 2


@dataclass
class Pair:
    """The same computation on both sides: functions of how many times to run, how far their results differ, and how
    far they may."""
    ours: Callable
    peers: dict
    error: float
    limit: float = TOLERANCE


def relative_error(got, expected):
    """The largest difference, measured by the largest number; infinite where something is not a number."""
    error = ((got - expected).abs().max() / expected.abs().max().clamp_min(1e-30)).item()
    return error if error == error else float("inf")


def seconds(run, times):
    start = time.perf_counter()
    run(times)
    return (time.perf_counter() - start) / times


def repetitions(run):
    """How often to run, so that one timing takes LEAST_SECONDS."""
    run(1)
    times = 1
    while (taken := seconds(run, times) * times) < LEAST_SECONDS:
        times = max(times + 1, min(10 * times, int(1.2 * times * LEAST_SECONDS / max(taken, 1e-9))))
    return times


def run_in_turn(pair, rounds):
    """Times of each side, a number a round: seconds for one run.

    After each pause a side runs once without being timed, so that its threads are awake and its data in the caches.
    """
    sides = {OURS: pair.ours, **pair.peers}
    times = {name: repetitions(run) for name, run in sides.items()}
    taken = {name: [] for name in sides}
    for turn in range(rounds):
        names = list(sides)
        for name in names[turn % len(names):] + names[:turn % len(names)]:
            time.sleep(PAUSE)
            sides[name](1)
            taken[name].append(seconds(sides[name], times[name]))
        if turn + 1 == FEW_ROUNDS and pair.peers:
            medians = {name: statistics.median(taken[name]) for name in pair.peers}
            for name in pair.peers:
                if medians[name] > HOPELESS * min(medians.values()):
                    del sides[name], taken[name]
    return taken


def quartiles(numbers):
    return statistics.quantiles(numbers, n=4, method="inclusive") if len(numbers) > 1 else [numbers[0]] * 3
