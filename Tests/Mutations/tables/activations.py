"""Activation functions."""
from . import Mistake

FOLDER = "Sources/Operators/Activations/"
MISTAKES = [
    Mistake("relu: a mask that multiplies", FOLDER + "Relu.swift",
            "try dy.kept(where: x) { !($0 <= 0) }",
            'try dy.multiplied(by: x.detached().mapped("relu") { $0 > 0 ? 1 : 0 })'),
    Mistake("relu: the gradient let through at 0", FOLDER + "Relu.swift", "!($0 <= 0)", "!($0 < 0)"),
    Mistake("sigmoid: the power of a large number", FOLDER + "Sigmoid.swift",
            "return x < 0 ? power / (1 + power) : 1 / (1 + power)",
            "return Foundation.exp(x) / (1 + Foundation.exp(x)) + 0 * power"),
    Mistake("leakyRelu: the slope of the wrong side", FOLDER + "LeakyRelu.swift",
            '.mapped("leakyRelu") { $0 > 0 ? 1 : slope }', '.mapped("leakyRelu") { $0 > 0 ? slope : 1 }'),
    Mistake("prelu: positive inputs in the slope's gradient", FOLDER + "Prelu.swift",
            "try dy.multiplied(by: x).kept(where: x) { !($0 > 0) }", "try dy.multiplied(by: x)"),
    Mistake("elu: alpha left out of the gradient", FOLDER + "Elu.swift",
            "dy.multiplied(by: power).multiplied(by: alpha)", "dy.multiplied(by: power)"),
    Mistake("softplus: beta left out of the gradient", FOLDER + "Softplus.swift",
            "sigmoid(x.multiplied(by: beta))", "sigmoid(x)"),
    Mistake("swish: only the gate", FOLDER + "Swish.swift",
            "scaled.adding(gate.multiplied(by: scaled.subtracted(from: 1)))", "gate"),
    Mistake("gelu: the bell curve without its factor", FOLDER + "Gelu.swift",
            ".multiplied(by: 1 / (2 * Double.pi).squareRoot())", ""),
    Mistake("softmax: without the largest score taken away", FOLDER + "Softmax.swift",
            "try x.subtracting(x.max(axes: [axis], keepDimensions: true))", "x"),
    Mistake("softmax: the diagonal of the derivative alone", FOLDER + "Softmax.swift",
            "try y.multiplied(by: dy.subtracting(mean))",
            "try y.multiplied(by: dy).multiplied(by: y.subtracted(from: 1))"),
    Mistake("maxout: every channel of a group that is a tie", FOLDER + "Maxout.swift",
            "try isBest.divided(by: isBest.sum(axes: [2], keepDimensions: true))", "isBest"),
]
