"""The recording, and products."""
from . import Mistake

MISTAKES = [
    Mistake("backward: a gradient that arrives twice overwritten", "Sources/Tensors/Gradients/Backward.swift",
            "pending[id].map { try $0.adding(dx) } ?? dx", "dx"),
    Mistake("product: the other factor forgotten", "Sources/Tensors/Arithmetic/Tensor+Arithmetic.swift",
            ".gradient(to: self) { dy in try dy.multiplied(by: b).summed(to: a.shape) }",
            ".gradient(to: self) { dy in try dy.multiplied(by: a).summed(to: a.shape) }"),
    Mistake("matmul: the transpose forgotten", "Sources/Tensors/Arithmetic/MatrixProduct.swift",
            "try matmul(dy, b.transposed())", "try matmul(dy, b)"),
]
