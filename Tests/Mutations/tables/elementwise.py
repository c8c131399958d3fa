"""Functions of one element, and of two that meet."""
from . import Mistake

MISTAKES = [
    Mistake("tanh: the slope of a function of x, with y put in twice", "Sources/Operators/Activations/Tanh.swift",
            "dy.multiplied(by: y.multiplied(by: y).subtracted(from: 1))", "dy.multiplied(by: y.subtracted(from: 1))"),
    Mistake("pow: the exponent missing in front", "Sources/Operators/Elementwise/Pow.swift",
            "pow(x, exponent - 1).multiplied(by: exponent)", "pow(x, exponent - 1)"),
    Mistake("maximum: ties counted twice", "Sources/Operators/Elementwise/Maximum.swift",
            "a == b ? 0.5 : 0", "a == b ? 1 : 0"),
]
