"""Convolutions."""
from . import Mistake

CONV2D = "Sources/Operators/Convolution/Conv2d.swift"
MISTAKES = [
    Mistake("conv2d: the gradient overwritten instead of added", CONV2D,
            "dx[j &* g.stride] += dy[j] * weight", "dx[j &* g.stride] = dy[j] * weight"),
    Mistake("conv2d: the stride ignored in the weights' gradient", CONV2D,
            "sum += dy[j] * x[j &* g.stride]", "sum += dy[j] * x[j]"),
    Mistake("conv2d: the bias left out", CONV2D,
            "try bias.map { try y.adding(perChannel($0, g)) } ?? y", "y"),
]
