"""Dropout. PyTorch draws other random numbers, so the masks come from SplitMix64, written down here once more."""
import math

import torch

from . import Case, operator

BITS = (1 << 64) - 1


def uniform(seed, count):
    """The first numbers from 0 to 1 of SplitMix64 (Steele, Lea and Flood, 2014)."""
    state = seed & BITS
    for _ in range(count):
        state = (state + 0x9E3779B97F4A7C15) & BITS
        z = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & BITS
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & BITS
        yield ((z ^ (z >> 31)) >> 11) * 2.0**-53


def mask(shape, p):
    """1 where an element is kept."""
    kept = [float(number >= p["probability"]) for number in uniform(p["seed"], math.prod(shape))]
    return torch.tensor(kept, dtype=torch.float64).reshape(shape)


def dropout(name, compute):
    @operator(name)
    def draw_case(draw):
        return Case({"x": draw.numbers(draw.shape(1, 3))}, compute, parameters=dict(
            probability=draw.choice(0.0, 0.25, 0.5, 0.75), seed=draw.integer(-5, 100), isTraining=draw.integer(0, 3) > 0))


dropout("dropout", lambda t, p: (
    t["x"] * mask(t["x"].shape, p) / (1 - p["probability"]) if p["isTraining"] else t["x"] * 1))
dropout("originalDropout", lambda t, p: (
    t["x"] * mask(t["x"].shape, p) if p["isTraining"] else t["x"] * (1 - p["probability"])))
dropout("dropPath", lambda t, p: (
    t["x"] * mask([len(t["x"])] + [1] * (t["x"].dim() - 1), p) / (1 - p["probability"])
    if p["isTraining"] else t["x"] * 1))
