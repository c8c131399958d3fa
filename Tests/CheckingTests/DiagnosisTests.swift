import Checking
import Foundation
import Operators
import Tensors
import Testing

/// Two cases of each answer: a signature has to explain both.
private struct Example: CustomTestStringConvertible, @unchecked Sendable {
  let name: String
  let sentence: String
  var shapes = [[5, 6], [4, 3]]
  /// What the expected tensor is made of, and what the answer is made of the expected tensor.
  var expected: (Tensor) throws -> Tensor = { $0 }
  let wrong: (Tensor) throws -> Tensor
  /// Nearly the same, and something else.
  let nearMiss: (Tensor) throws -> Tensor

  var testDescription: String { name }

  func diagnosis(_ change: (Tensor) throws -> Tensor) throws -> Diagnosis? {
    Diagnosis(
      try shapes.enumerated().map { index, shape in
        let tensor = try expected(Tensor.normal(shape, seed: index + 1))
        return Comparison(try change(tensor), expected: tensor)
      })
  }
}

/// With one element changed.
private func spoiled(_ tensor: Tensor) throws -> Tensor {
  var tensor = tensor
  try tensor.setNumber(tensor.count / 2, to: 77)
  return tensor
}

private func changed(_ tensor: Tensor, _ indices: [any TensorIndex], to value: Double) throws -> Tensor {
  var tensor = tensor
  try tensor.setSubscripted(indices, to: Tensor(value))
  return tensor
}

private func mapped(_ tensor: Tensor, _ function: (Double) -> Double) throws -> Tensor {
  try Tensor(tensor.elements.map(function), shape: tensor.shape)
}

private let images = [[2, 3, 4, 5], [3, 2, 3, 3]]

private let examples: [Example] = [
  Example(
    name: "notFinite", sentence: "22 elements are nan or infinite, the first at [0, 2] (case 1)",
    wrong: { try mapped($0) { $0 < 0 ? $0.squareRoot() : 2 * $0 } },
    nearMiss: { try mapped($0) { $0 < 0 ? 7 : 2 * $0 } }),
  Example(
    name: "singlePrecision", sentence: "the numbers are right to 7 digits: were they rounded to Float (float32)?",
    wrong: { try $0.asType(.float32).asType(.float64) }, nearMiss: { try spoiled($0.asType(.float32).asType(.float64)) }
  ),
  Example(
    name: "nearlyRight",
    sentence: "the numbers are nearly right, within 2e-05 of the largest: is an epsilon missing, or in another place?",
    wrong: { x in
      let largest = x.elements.map(\.magnitude).max() ?? 0
      return try mapped(x) { $0 + 2e-5 * largest * ($0 > 0 ? 1 : -1) }
    },
    nearMiss: { x in try mapped(x) { $0 + 2e-2 * $0 * $0 } }),
  Example(
    name: "allZero", sentence: "every element is 0", wrong: { try $0.multiplied(by: 0) },
    nearMiss: { try spoiled($0.multiplied(by: 0)) }),
  Example(
    name: "constant", sentence: "every element is the same number, 3", wrong: { try .full($0.shape, value: 3) },
    nearMiss: { try spoiled(.full($0.shape, value: 3)) }),
  Example(
    name: "constantRatio", sentence: "the sign is flipped in every element", wrong: { try $0.negated() },
    nearMiss: { try spoiled($0.negated()) }),
  Example(
    name: "constantRatio", sentence: "every element is half (0.5 times) the expected one",
    wrong: { try $0.multiplied(by: 0.5) },
    nearMiss: { try spoiled($0.multiplied(by: 0.5)) }),
  Example(
    name: "constantRatio", sentence: "every element is the expected one times 1 / N, the number of images",
    shapes: images,
    wrong: { try $0.divided(by: Double($0.shape[0])) },
    nearMiss: { try $0.divided(by: Double($0.shape[0] + $0.shape[1])) }),
  Example(
    name: "constantRatio", sentence: "every element is the expected one times 1 / H·W", shapes: images,
    wrong: { try $0.divided(by: Double($0.shape[2] * $0.shape[3])) },
    nearMiss: { try $0.divided(by: Double($0.shape[2] + 9)) }),
  Example(
    name: "constantRatio", sentence: "every element is the expected one times minus N·H·W", shapes: images,
    wrong: { try $0.multiplied(by: -Double($0.shape[0] * $0.shape[2] * $0.shape[3])) },
    nearMiss: { try $0.multiplied(by: -Double($0.shape[0] * $0.shape[2] + 1)) }),
  Example(
    name: "offset", sentence: "every element is 0.25 too small", wrong: { try $0.subtracting(0.25) },
    nearMiss: { try spoiled($0.subtracting(0.25)) }),
  Example(
    name: "absoluteValue", sentence: "every element is the absolute value of the expected one",
    wrong: { try mapped($0) { $0.magnitude } }, nearMiss: { try spoiled(mapped($0) { $0.magnitude }) }),
  Example(
    name: "rectified", sentence: "elements that should be negative are 0", wrong: { try mapped($0) { max($0, 0) } },
    nearMiss: { try mapped($0) { max($0, -0.1) } }),
  Example(
    name: "someSigns", sentence: "the absolute values are right, but the sign is wrong in 18 of 42 elements",
    wrong: { try mapped($0) { $0.magnitude < 0.5 ? -$0 : $0 } },
    nearMiss: { try spoiled(mapped($0) { $0.magnitude < 0.5 ? -$0 : $0 }) }),
  Example(
    name: "truncated",
    sentence: "every element is a whole number, the expected one without its fraction: was an Int divided by an Int?",
    expected: { try $0.multiplied(by: 4) }, wrong: { try mapped($0) { $0.rounded(.towardZero) } },
    nearMiss: { try spoiled(mapped($0) { ($0 * 2).rounded(.towardZero) / 2 }) }),
  Example(
    name: "otherFunction", sentence: "every element is the square of the expected one",
    wrong: { try mapped($0) { $0 * $0 } },
    nearMiss: { try mapped($0) { $0 * $0 * $0 } }),
  Example(
    name: "rotated180", sentence: "these are the right values, turned by 180 degrees", wrong: { try $0.rotated180() },
    nearMiss: { try spoiled($0.rotated180()) }),
  Example(
    name: "flipped", sentence: "these are the right values, with the rows in reverse order",
    wrong: { try $0.flipped(axes: [0]) }, nearMiss: { try spoiled($0.flipped(axes: [0])) }),
  Example(
    name: "flipped", sentence: "these are the right values, with the channels in reverse order", shapes: images,
    wrong: { try $0.flipped(axes: [1]) }, nearMiss: { try spoiled($0.flipped(axes: [1])) }),
  Example(
    name: "transposed", sentence: "these are the right values, with rows and columns exchanged",
    wrong: { try $0.transposed() }, nearMiss: { try spoiled($0.transposed()).reshaped($0.shape) }),
  Example(
    name: "rotated90", sentence: "these are the right values, turned by 90 degrees against the clock",
    wrong: { try $0.rotated90() }, nearMiss: { try spoiled($0.rotated90()).reshaped($0.shape) }),
  Example(
    name: "antiTransposed",
    sentence: "these are the right values, turned by 180 degrees, with rows and columns exchanged",
    wrong: { try $0.transposed().rotated180() },
    nearMiss: { try spoiled($0.transposed().rotated180()).reshaped($0.shape) }),
  Example(
    name: "axesExchanged", sentence: "these are the right values, with the axes in the order [0, 2, 3, 1]",
    shapes: images,
    wrong: { try $0.permuted([0, 2, 3, 1]) }, nearMiss: { try spoiled($0.permuted([0, 2, 3, 1])).reshaped($0.shape) }),
  Example(
    name: "reshapedForPermuted",
    sentence:
      "these are the right values, read in the order of other axes: was reshaped(...) used where permuted(...) is meant?",
    shapes: images, wrong: { try $0.permuted([0, 2, 3, 1]).reshaped($0.shape) },
    nearMiss: { try spoiled($0.permuted([0, 2, 3, 1])).reshaped($0.shape) }),
  Example(
    name: "shifted", sentence: "these are the right values, shifted by one row down",
    wrong: { try $0.padded(1).subscripted([0..<$0.shape[0], 1..<$0.shape[1] + 1]) },
    nearMiss: { try spoiled($0.padded(1).subscripted([0..<$0.shape[0], 1..<$0.shape[1] + 1])) }),
  Example(
    name: "partsReordered",
    sentence: "these are the right values, with the columns in another order: [1, 0, 2] instead of [0, 1, 2]",
    shapes: [[4, 3], [5, 3]], wrong: { try $0.taken([1, 0, 2], axis: 1) },
    nearMiss: { try spoiled($0.taken([1, 0, 2], axis: 1)) }),
  Example(
    name: "otherWinner",
    sentence:
      "the right numbers stand at other places among the zeros: which element wins, and which of several equal ones?",
    shapes: [[6, 6], [4, 7]], expected: { try mapped($0) { $0 > 0.5 ? $0 : 0 } },
    wrong: { x in
      var elements = x.elements
      let place = elements.indices.dropFirst().first { elements[$0] != 0 && elements[$0 - 1] == 0 } ?? 1
      elements.swapAt(place, place - 1)
      return try Tensor(elements, shape: x.shape)
    }, nearMiss: { try changed($0, [0], to: 0.3) }),
  Example(
    name: "severalWinners",
    sentence:
      "some numbers arrive a second time where 0 is expected: do several equal elements win, where the first one should?",
    shapes: [[6, 6], [4, 7]], expected: { try mapped($0) { $0 > 0.5 ? $0 : 0 } },
    wrong: { x in
      var elements = x.elements
      let zero = elements.firstIndex(of: 0) ?? 0
      elements[zero] = elements.first { $0 != 0 } ?? 0
      return try Tensor(elements, shape: x.shape)
    },
    nearMiss: { x in
      var elements = x.elements
      elements[elements.firstIndex(of: 0) ?? 0] = 0.123
      return try Tensor(elements, shape: x.shape)
    }),
  Example(
    name: "permutation", sentence: "these are the right values, in another order",
    wrong: { try Tensor($0.elements.sorted(), shape: $0.shape) },
    nearMiss: { try spoiled(Tensor($0.elements.sorted(), shape: $0.shape)) }),
  Example(
    name: "shapeTransposed", sentence: "rows and columns have changed places in the shape",
    wrong: { try .normal($0.shape.reversed(), seed: 90) },
    nearMiss: { try .normal([$0.shape[1], $0.shape[0] + 1], seed: 90) }),
  Example(
    name: "otherShape", sentence: "these are the right values, in another shape", wrong: { try $0.flattened() },
    nearMiss: { try spoiled($0.flattened()) }),
  Example(
    name: "tooLarge",
    sentence:
      "the right values lie inside, with a border around them that should not be there: was padding not cut away?",
    wrong: { try $0.padded(1) }, nearMiss: { try spoiled($0.padded(1)) }),
  Example(
    name: "tooSmall", sentence: "these are the values of the inside; a border around them is missing",
    shapes: [[5, 6], [6, 5]], wrong: { try $0.subscripted([1..<$0.shape[0] - 1, 1..<$0.shape[1] - 1]) },
    nearMiss: { try spoiled($0.subscripted([1..<$0.shape[0] - 1, 1..<$0.shape[1] - 1])) }),
  Example(
    name: "notReduced", sentence: "the numbers are right one by one; their sum is needed",
    wrong: { try stacked([$0.multiplied(by: 0.25), $0.multiplied(by: 0.75)]) },
    nearMiss: { try stacked([$0.multiplied(by: 0.25), $0.multiplied(by: 0.5)]) }),
  Example(
    name: "reduced", sentence: "the right values were averaged along an axis that should have been kept",
    shapes: [[3, 6], [4, 5]], wrong: { try $0.mean(axes: [0]) }, nearMiss: { try spoiled($0.mean(axes: [0])) }),
  Example(
    name: "batchAveraged", sentence: "all images or filters have the same values: the mean of the right ones",
    shapes: images,
    wrong: { try $0.mean(axes: [0], keepDimensions: true).repeated($0.shape[0], axis: 0) },
    nearMiss: { try spoiled($0.mean(axes: [0], keepDimensions: true).repeated($0.shape[0], axis: 0)) }),
  Example(
    name: "ratioAlongAxis",
    sentence: "each channel is right up to a factor of its own: is a factor missing, or in twice?",
    shapes: images, wrong: { try $0.multiplied(by: Tensor.normal([1, $0.shape[1], 1, 1], seed: 8)) },
    nearMiss: { try spoiled($0.multiplied(by: Tensor.normal([1, $0.shape[1], 1, 1], seed: 8))) }),
  Example(
    name: "offsetAlongAxis", sentence: "each channel is off by a number of its own: is a term missing, or in twice?",
    shapes: images, wrong: { try $0.adding(Tensor.normal([1, $0.shape[1], 1, 1], seed: 8)) },
    nearMiss: { try spoiled($0.adding(Tensor.normal([1, $0.shape[1], 1, 1], seed: 8))) }),
  Example(
    name: "otherAxes", sentence: "the elements add up to 1 along axis 0, and should along axis 1",
    expected: { try softmax($0, axis: 1) }, wrong: { try softmax($0, axis: 0) },
    nearMiss: { try spoiled($0.multiplied(by: $0)) }),
  Example(
    name: "onlyBorder", sentence: "the inside is right, and only the border is wrong", shapes: [[5, 6], [6, 5]],
    wrong: { x in
      let inside = [1..<x.shape[0] - 1, 1..<x.shape[1] - 1]
      var y = try mapped(x) { $0 * $0 * $0 - 1 }
      try y.setSubscripted(inside, to: x.subscripted(inside))
      return y
    }, nearMiss: { try spoiled(mapped($0) { $0 * $0 * $0 - 1 }) }),
  Example(
    name: "onlyInside", sentence: "the border is right, and only the inside is wrong", shapes: [[5, 6], [6, 5]],
    wrong: { try changed($0, [1..<$0.shape[0] - 1, 1..<$0.shape[1] - 1], to: 9) },
    nearMiss: { try changed($0, [1..<$0.shape[0] - 2, 1..<$0.shape[1] - 1], to: 9) }),
  Example(
    name: "someAlongAxis", sentence: "only the last image or filter is right: there is 0", shapes: images,
    wrong: { try changed($0, [0..<$0.shape[0] - 1], to: 0) },
    nearMiss: { try spoiled(changed($0, [0..<$0.shape[0] - 1], to: 0)) }),
  Example(
    name: "someAlongAxis", sentence: "every second row is wrong, from the second one on", shapes: [[5, 6], [4, 5]],
    wrong: { try changed($0, [stride(from: 1, to: $0.shape[0], by: 2)], to: 9) },
    nearMiss: { try changed($0, [1..<2, 0..<2], to: 9) }),
  Example(
    name: "someCases", sentence: "right where rows and columns are equally many, and wrong in all other cases",
    shapes: [[4, 4], [4, 3], [3, 5]], wrong: { $0.shape[0] == $0.shape[1] ? $0 : try mapped($0) { $0 * $0 * $0 - 1 } },
    nearMiss: { $0.shape[0] != $0.shape[1] ? $0 : try mapped($0) { $0 * $0 * $0 - 1 } }),
]

@Suite struct DiagnosisTests {
  @Test(arguments: examples)
  private func aMistakeHasItsSentence(_ example: Example) throws {
    let found = try example.diagnosis(example.wrong)
    #expect(found?.name == example.name)
    #expect(found?.description == example.sentence)
  }

  @Test(arguments: examples)
  private func whatIsNearlyTheSameMistakeIsNotTakenForIt(_ example: Example) throws {
    #expect(try example.diagnosis(example.nearMiss)?.description != example.sentence)
  }

  /// One case of two that a signature does not explain is enough for not saying it.
  @Test(arguments: examples)
  private func aSignatureExplainsAllCases(_ example: Example) throws {
    let one = try example.expected(Tensor.normal(example.shapes[0], seed: 1))
    let other = try example.expected(Tensor.normal(example.shapes[0], seed: 5))
    let unrelated = try spoiled(spoiled(mapped(other) { $0 * $0 * $0 + 0.3 }))
    let found = Diagnosis([
      Comparison(try example.wrong(one), expected: one), Comparison(unrelated, expected: other),
    ])
    #expect(found?.description != example.sentence || example.name == "notFinite")
  }

  @Test func everySignatureHasAnExampleAndIsInTheAuthorsTable() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "../../Lessons/checks.md")
    let page = try String(contentsOf: file, encoding: .utf8)
    let tested = Set(examples.map(\.name)).union(["otherTensor", "blocksReordered"])
    for (name, recognises) in Diagnosis.signatures {
      #expect(tested.contains(name), "\(name) has no example")
      #expect(page.contains("| `\(name)` | \(recognises) |"), "\(name) is not in Lessons/checks.md as it is here")
    }
    #expect(tested.count == Diagnosis.signatures.count)
  }

  @Test func shiftsAreSeenInEachDirection() throws {
    let expected = try Tensor.normal([5, 6], seed: 1)
    func diagnose(_ rows: Int, _ columns: Int) throws -> String? {
      let answer = try expected.padded(1).subscripted([1 - rows..<6 - rows, 1 - columns..<7 - columns])
      return Diagnosis(answer, expected: expected)?.description
    }
    #expect(try diagnose(-1, 0) == "these are the right values, shifted by one row up")
    #expect(try diagnose(0, 1) == "these are the right values, shifted by one column to the right")
    #expect(try diagnose(0, -1) == "these are the right values, shifted by one column to the left")
  }

  @Test func whatAnAnswerWasTakenForIsNamed() throws {
    let (expected, other) = (try Tensor.normal([3, 4], seed: 1), try Tensor.normal([3, 4], seed: 2))
    let related = [[RelatedTensor(.other, "this is something else", other)]]
    #expect(
      Diagnosis([Comparison(other, expected: expected)], related: related)?.description == "this is something else")
    #expect(Diagnosis([Comparison(try spoiled(other), expected: expected)], related: related) == nil)
  }

  /// Gates of a recurrent network lie one below the other: 4 blocks, for every number of units.
  @Test func blocksInAnotherOrderAreSeen() throws {
    func diagnose(_ order: [Int], spoiling: Bool = false) throws -> String? {
      let expected = try [1, 2].map { try Tensor.normal([8 * $0, 3 + $0], seed: $0) }
      return Diagnosis(
        try expected.map { tensor in
          let parts = try tensor.split(into: 4, axis: 0)
          let answer = try concatenated(order.map { parts[$0] })
          return Comparison(spoiling ? try spoiled(answer) : answer, expected: tensor)
        })?.description
    }
    #expect(
      try diagnose([0, 2, 1, 3])
        == "these are the right values, with the 4 blocks of rows in another order: [0, 2, 1, 3] instead of [0, 1, 2, 3]"
    )
    #expect(try diagnose([0, 2, 1, 3], spoiling: true) == nil)
  }

  @Test func otherMistakesAreLeftAlone() throws {
    let expected = try Tensor.normal([5, 6], seed: 1)
    #expect(Diagnosis(expected, expected: expected) == nil)
    #expect(Diagnosis(try Tensor.normal([5, 6], seed: 9), expected: expected) == nil)
    #expect(Diagnosis(try spoiled(expected), expected: expected) == nil)
    #expect(Diagnosis(try Tensor.normal([4, 4], seed: 9), expected: expected) == nil)
  }

  @Test func unrelatedNumbersAreNothing() throws {
    for seed in 0..<100 {
      let shapes = seed % 2 == 0 ? [[3, 4], [4, 5]] : images
      let comparisons = try shapes.map { shape in
        Comparison(try .normal(shape, seed: 2 * seed + 1000), expected: try .normal(shape, seed: 2 * seed + 1001))
      }
      #expect(Diagnosis(comparisons)?.description == nil, "seed \(seed)")
    }
  }

  /// Measured slopes are only taken for the function and the place that they belong to.
  @Test func slopesAreTakenForTheSamePlaceOnly() throws {
    let (x, dy) = (try Tensor.normal([3, 2], seed: 1), try Tensor.normal([3, 2], seed: 2))
    let cache = SlopeCache()
    var calls = 0
    func compare(_ factor: Double, at x: Tensor) throws -> GradientComparison {
      calls = 0
      return try GradientComparison(
        dy.multiplied(by: 3),
        of: {
          calls += 1
          return try $0.multiplied(by: factor)
        }, at: x, upstream: dy, cache: cache)
    }
    #expect(try compare(3, at: x).comparison.agrees)
    #expect(calls == 13)
    cache.isFrozen = true
    #expect(try compare(3, at: x).comparison.agrees)
    #expect(calls == 1)
    #expect(try !compare(2, at: x).comparison.agrees)
    #expect(calls > 12)
    #expect(try compare(3, at: x.adding(1)).comparison.agrees)
    #expect(calls == 13)
  }

  @Test func thinEvidenceNamesNothing() throws {
    let small = try Tensor([[1, 2]])
    #expect(Diagnosis(try small.negated(), expected: small) == nil)
    #expect(Diagnosis(try small.flipped(axes: [1]), expected: small) == nil)
    let constant = try Tensor.full([4, 4], value: 3)
    #expect(Diagnosis(try constant.multiplied(by: 2), expected: constant) == nil)
    let zeros = try Tensor.zeros([4, 4])
    #expect(Diagnosis(try Tensor.ones([4, 4]), expected: zeros) == nil)
    #expect(Diagnosis(zeros, expected: try changed(zeros, [0, 0], to: 5)) == nil)
    let symmetric = try Tensor([[1, 2, 3], [2, 4, 5], [3, 5, 6]])
    #expect(Diagnosis(try symmetric.transposed(), expected: symmetric) == nil)
    #expect(Diagnosis(try Tensor(symbols: "X", shape: [3, 3]), expected: symmetric) == nil)
  }

  /// The mistakes of the lesson on the rotated kernel, whose results are no rearrangement of the right one, are left to
  /// the lesson's own list.
  @Test func anUnrotatedKernelIsNotMistakenForAnotherSignature() throws {
    let (dO, f) = (try Tensor.normal([4, 5], seed: 3), try Tensor.normal([3, 2], seed: 4))
    let right = try correlate2d(dO, f.rotated180(), mode: .full)
    #expect(Diagnosis(try correlate2d(dO, f, mode: .full), expected: right) == nil)
    #expect(Diagnosis(try correlate2d(dO, f.flipped(axes: [0]), mode: .full), expected: right) == nil)
  }
}
