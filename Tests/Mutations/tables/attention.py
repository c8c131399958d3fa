"""Recurrent networks, attention, dropout."""
from . import Mistake

RECURRENCE = "Sources/Operators/Recurrence/"
ATTENTION = "Sources/Operators/Attention/"
MASK = "Sources/Operators/Regularization/RandomMask.swift"
MISTAKES = [
    Mistake("lstm: forget gate and candidate in another order", RECURRENCE + "Lstm.swift",
            "f = try sigmoid(p.gate(1, of: sums))\n    g = try tanh(p.gate(2, of: sums))",
            "f = try sigmoid(p.gate(2, of: sums))\n    g = try tanh(p.gate(1, of: sums))"),
    Mistake("lstm: the way through the cell missing", RECURRENCE + "Lstm.swift",
            ".multiplied(by: tanhSlope(tanh(cell)))", ".multiplied(by: 0)"),
    Mistake("gru: reset before the product", RECURRENCE + "Gru.swift",
            "n = try tanh(p.gate(2, of: fromInput).adding(r.multiplied(by: remembered)))",
            "n = try tanh(r.multiplied(by: p.gate(2, of: fromInput)).adding(remembered))"),
    Mistake("gru: the reset gate missing on the way back", RECURRENCE + "Gru.swift",
            "isReset ? dn.multiplied(by: gates.r) : dn", "dn"),
    Mistake("rnn: the slope of the tanh missing", RECURRENCE + "Rnn.swift",
            "try dy.multiplied(by: tanhSlope(y))", "dy"),
    Mistake("linear: the bias left out", "Sources/Operators/Linear/Linear.swift",
            "(bias.map { try products.adding($0) } ?? products)", "products"),
    Mistake("attention: not scaled by the root", ATTENTION + "AttentionGeometry.swift",
            "1 / Double(queries.shape[queries.rank - 1]).squareRoot()",
            "1 / Double(queries.shape[queries.rank - 1])"),
    Mistake("attention: the mean path of the softmax missing", ATTENTION + "ScaledDotProductAttention.swift",
            "try p.multiplied(by: dp.subtracting(total))", "try p.multiplied(by: dp.adding(total.multiplied(by: 0)))"),
    Mistake("attention: a causal query does not see itself", ATTENTION + "ScaledDotProductAttention.swift",
            "min(row % g.queryCount + 1, count)", "min(row % g.queryCount, count)"),
    Mistake("multiHeadAttention: heads and positions mixed up", ATTENTION + "MultiHeadAttention.swift",
            "[x.shape[0], x.shape[1], heads, features / heads]).permuted([0, 2, 1, 3])",
            "[x.shape[0], heads, x.shape[1], features / heads])"),
    Mistake("positionalEncoding: a wave for each number, not for each pair", ATTENTION + "PositionalEncoding.swift",
            "Double(feature / 2 * 2)", "Double(feature)"),
    Mistake("dropout: the mask drawn anew in the backward pass", MASK,
            "{ dy in try applied(to: dy) }",
            "{ dy in try RandomMask(function: function, seed: seed &+ 1, probability: probability, kept: kept, "
            "width: width).applied(to: dy) }"),
    Mistake("dropout: the probability of keeping", MASK, "random.uniform() < probability ? 0 : kept",
            "random.uniform() < probability ? kept : 0"),
    Mistake("dropout: not enlarged", "Sources/Operators/Regularization/Dropout.swift",
            "kept: 1 / (1 - probability)", "kept: 1"),
]
