import Checking
import Operators
import Tensors
import Testing

@Suite struct LossTests {
  private typealias Loss = @Sendable (Tensor, Tensor, LossReduction) throws -> Tensor

  private static let elementwise: [(name: String, call: Loss)] = [
    ("meanSquaredError", { try meanSquaredError($0, $1, reduction: $2) }),
    ("meanAbsoluteError", { try meanAbsoluteError($0, $1, reduction: $2) }),
    ("huberLoss", { try huberLoss($0, $1, reduction: $2) }),
    ("binaryCrossEntropy", { try binaryCrossEntropy($0, $1, reduction: $2) }),
    ("binaryCrossEntropyFromLogits", { try binaryCrossEntropyFromLogits($0, $1, reduction: $2) }),
    ("klDivergence", { try klDivergence($0, $1, reduction: $2) }),
    ("hingeLoss", { try hingeLoss($0, $1, reduction: $2) }),
    ("boxLoss", { try boxLoss($0, $1, reduction: $2) }), ("iouLoss", { try iouLoss($0, $1, reduction: $2) }),
    ("giouLoss", { try giouLoss($0, $1, reduction: $2) }),
  ]

  @Test func reductionsAddUp() throws {
    let p = try Tensor.uniform([5, 4], low: 0.1, high: 0.9, seed: 1)
    for (name, call) in Self.elementwise {
      let target =
        name == "hingeLoss" ? try Tensor.ones([5, 4]) : try Tensor.uniform([5, 4], low: 0.1, high: 0.9, seed: 2)
      let losses = try call(p, target, .none)
      #expect(losses.shape == (name.hasPrefix("box") || name.contains("iou") ? [5] : [5, 4]), "\(name)")
      #expect(distance(try losses.sum(), try call(p, target, .sum)) < 1e-12, "\(name)")
      #expect(distance(try losses.mean(), try call(p, target, .mean)) < 1e-12, "\(name)")
      #expect(try losses.elements.contains { $0.magnitude > 1e-3 }, "\(name)")
    }
  }

  /// A million float32 losses, added up one after the other in float32, would be 1 % off.
  @Test func longSumsKeepTheirDigits() throws {
    let x = try Tensor.full([1_000_000], value: 0.1, dtype: .float32)
    let y = try meanSquaredError(x, Tensor.zeros([1_000_000], dtype: .float32))
    #expect(y.dtype == .float32)
    #expect(try (y.item() / 0.01 - 1).magnitude < 1e-6)
  }

  @Test(arguments: [DType.float32, .float64])
  func scoresOfAnySizeGiveNumbers(dtype: DType) throws {
    let x = try Tensor([[-1e4, 1e4, 0], [1e4, 1e4, -1e4]]).asType(dtype).requiringGradient()
    let target = try Tensor([[1, 0, 1], [1, 0, 1]]).asType(dtype)
    let binary = try binaryCrossEntropyFromLogits(x, target, reduction: .none)
    #expect(binary.elements == [1e4, 1e4, dtype == .float64 ? 0.6931471805599453 : 0.6931471824645996, 0, 1e4, 1e4])
    try binary.backward(upstream: Tensor.ones([2, 3]).asType(dtype))
    #expect(x.gradient?.elements == [-1, 1, -0.5, 0, 1, -1])
    let z = try x.detached().requiringGradient()
    let several = try crossEntropy(logits: z, labels: Tensor([0, 2]), reduction: .none)
    #expect(try several.isClose(to: Tensor([2e4, 2e4 + 0.6931471805599453]), rtol: 1e-7))
    try several.sum().backward()
    #expect(z.gradient?.elements == [-1, 1, 0, 0.5, 0.5, -1])
  }

  /// What the lesson teaches: from scores, the gradient of cross-entropy is the difference to the label.
  @Test func theGradientOfCrossEntropyIsADifference() throws {
    let x = try Tensor.normal([4, 3], seed: 1).requiringGradient()
    let oneHot = try Tensor([[1, 0, 0], [0, 0, 1], [0, 1, 0], [0, 0, 1]])
    try crossEntropy(logits: x, labels: Tensor([0, 2, 1, 2]), reduction: .sum).backward()
    let difference = try softmax(x.detached(), axis: 1).subtracting(oneHot)
    #expect(distance(try #require(x.gradient), difference) < 1e-15)
    #expect(
      distance(
        try crossEntropy(logits: x, labels: oneHot), try crossEntropy(logits: x, labels: Tensor([0, 2, 1, 2]))) < 1e-15)
    #expect(
      distance(
        try crossEntropy(logits: x, labels: oneHot),
        try negativeLogLikelihood(logSoftmax(x, axis: 1), labels: Tensor([0, 2, 1, 2]))) < 1e-15)
  }

  @Test func twoClassesAreTheBinaryCase() throws {
    let x = try Tensor.normal([5], seed: 1)
    let labels = try Tensor([1, 0, 0, 1, 1])
    let pairs = try Tensor(x.elements.flatMap { [0, $0] }, shape: [5, 2])
    let binary = try binaryCrossEntropyFromLogits(x, labels)
    #expect(distance(binary, try crossEntropy(logits: pairs, labels: labels)) < 1e-15)
    #expect(distance(binary, try binaryCrossEntropy(sigmoid(x), labels)) < 1e-14)
  }

  @Test func certainMistakesAreLimitedAsInPyTorch() throws {
    let p = try Tensor([0, 1, 0, 1]).requiringGradient()
    let y = try binaryCrossEntropy(p, Tensor([0, 1, 1, 0]), reduction: .none)
    #expect(y.elements == [0, 0, 100, 100])
    try y.sum().backward()
    #expect(p.gradient?.elements == [0, 0, -1e12, 1e12])
  }

  @Test func ignoredExamplesHaveNoPart() throws {
    let x = try Tensor([[1, 2], [5, 3]]).requiringGradient()
    let y = try crossEntropy(logits: x, labels: Tensor([-1, 0]), labelSmoothing: 0.1, ignoredLabel: -1)
    let alone = try crossEntropy(logits: Tensor([[5, 3]]), labels: Tensor([0]), labelSmoothing: 0.1)
    #expect(distance(y, alone) < 1e-15)
    try y.backward()
    #expect(try #require(x.gradient).elements.prefix(2) == [0, 0])
    let none = try x.detached().requiringGradient()
    let nothing = try crossEntropy(logits: none, labels: Tensor([7, 7]), ignoredLabel: 7)
    #expect(try nothing.item().isNaN)
    try nothing.backward()
    #expect(none.gradient?.elements == [0, 0, 0, 0])
  }

  @Test func aClassThatIsImpossibleCountsOnlyWhereItIsRight() throws {
    let x = try Tensor([[0, -.infinity, 0]])
    #expect(try crossEntropy(logits: x, labels: Tensor([0])).item() == 0.6931471805599453)
    #expect(try crossEntropy(logits: x, labels: Tensor([1])).item() == .infinity)
    let t = try Tensor([0, 1])
    #expect(try klDivergence(Tensor([-.infinity, 0]), t, reduction: .sum).item() == 0)
    #expect(try klDivergence(Tensor([-.infinity, 0]), log(t), targetIsLogarithmic: true, reduction: .sum).item() == 0)
  }

  @Test func divergenceFromItselfIsNothing() throws {
    let p = try softmax(Tensor.normal([3, 4], seed: 1), axis: 1)
    let q = try softmax(Tensor.normal([3, 4], seed: 2), axis: 1)
    #expect(try klDivergence(log(p), p, reduction: .sum).item().magnitude < 1e-15)
    let forward = try klDivergence(log(q), p, reduction: .sum)
    #expect(try forward.item() > 0.1)
    #expect(distance(forward, try klDivergence(log(q), log(p), targetIsLogarithmic: true, reduction: .sum)) < 1e-14)
    #expect(distance(forward, try klDivergence(log(p), q, reduction: .sum)) > 1e-3)
  }

  /// Boxes that lie apart: IoU does not tell how far, GIoU does.
  @Test func boxesApart() throws {
    let target = try Tensor([[0, 0, 1, 1], [0, 0, 1, 1]])
    let p = try Tensor([[2, 0, 3, 1], [9, 0, 10, 1]]).requiringGradient()
    #expect(try iouLoss(p, target, epsilon: 0, reduction: .none).elements == [1, 1])
    // (H − U) / H: 1/3 of a box of 3, 8/10 of a box of 10.
    #expect(distance(try giouLoss(p, target, epsilon: 0, reduction: .none), try Tensor([1 + 1 / 3, 1.8])) < 1e-15)
    try iouLoss(p, target).backward()
    #expect(p.gradient?.elements == [Double](repeating: 0, count: 8))
    let same = try iouLoss(target, target, epsilon: 0, reduction: .none)
    #expect(same.elements == [0, 0])
    #expect(try iouLoss(Tensor([0, 0, 2, 2]), Tensor([1, 0, 3, 2]), epsilon: 0).item() == 1 - 2.0 / 6)
  }

  /// Two sides at one place: half of the gradient of either way, as of a maximum.
  @Test func sidesThatCoincideShareTheGradient() throws {
    let p = try Tensor([0, 0, 2, 2]).requiringGradient()
    let t = try Tensor([0, 0, 2, 2])
    try iouLoss(p, t, epsilon: 0).backward()
    // Inwards the loss grows by 2/4, outwards by 2/4 as well: in the middle nothing.
    #expect(try #require(p.gradient).elements.allSatisfy { $0.magnitude < 1e-15 })
  }

  @Test func noExamplesHaveNoMean() throws {
    let none = try Tensor.zeros([0, 4])
    for (name, call) in Self.elementwise {
      #expect(try call(none, none, .sum).item() == 0, "\(name)")
      #expect(try call(none, none, .mean).item().isNaN, "\(name)")
    }
    #expect(try crossEntropy(logits: none, labels: Tensor.zeros([0]), reduction: .sum).item() == 0)
    #expect(try crossEntropy(logits: none, labels: Tensor.zeros([0])).item().isNaN)
    #expect(try multiclassHingeLoss(none, labels: Tensor.zeros([0])).item().isNaN)
  }

  @Test func mixedKindsPromote() throws {
    let (x, y) = (try Tensor([0.5]), try Tensor([0.5]).asType(.float32))
    #expect(try meanSquaredError(x, y).dtype == .float64)
    #expect(try meanSquaredError(y, y).dtype == .float32)
    #expect(try crossEntropy(logits: y, labels: Tensor(0)).dtype == .float32)
  }
}

@Suite struct LossErrorTests {
  private let x = try? Tensor([[0.1, 0.2], [0.3, 0.4], [0.5, 0.6]])

  @Test func shapesHaveToBeEqual() throws {
    let (column, row) = (try Tensor.zeros([3, 1]), try Tensor.zeros([3]))
    #expect(
      message { _ = try meanSquaredError(column, row) }
        == "meanSquaredError needs a prediction and a target of one shape, and got [3, 1] and [3]: broadcast to [3, 3], "
        + "each would meet many of the others")
    #expect(
      message { _ = try meanAbsoluteError(row, Tensor([1, 2])) }
        == "meanAbsoluteError needs a prediction and a target of one shape, and got [3] and [2]")
    #expect(
      message { _ = try binaryCrossEntropyFromLogits(row, Tensor(symbols: "T", shape: [3])) }
        == "binaryCrossEntropyFromLogits needs numbers, and this tensor holds symbols")
    #expect(
      message { _ = try boxLoss(Tensor.zeros([2, 3]), Tensor.zeros([2, 3])) }
        == "boxLoss needs boxes of 4 numbers, [N, 4], and got shape [2, 3]")
    #expect(
      message { _ = try giouLoss(Tensor.zeros([2, 4]), Tensor.zeros([4])) }
        == "giouLoss needs a prediction and a target of one shape, and got [2, 4] and [4]: broadcast to [2, 4], each "
        + "would meet many of the others")
    #expect(
      message { _ = try iouLoss(Tensor(1), Tensor(1)) } == "iouLoss needs boxes of 4 numbers, [N, 4], and got shape []")
  }

  @Test func labelsHaveToFitTheirScores() throws {
    let x = try #require(x)
    #expect(
      message { _ = try crossEntropy(logits: x, labels: Tensor.zeros([3, 1])) }
        == "crossEntropy needs labels of shape [3] (class numbers) or [3, 2] (a probability for each class), and got "
        + "[3, 1]")
    #expect(
      message { _ = try crossEntropy(logits: Tensor(1), labels: Tensor(1)) }
        == "crossEntropy needs a score for each class, and got one number")
    #expect(
      message { _ = try crossEntropy(logits: Tensor.zeros([2, 0]), labels: Tensor([0, 0])) }
        == "crossEntropy needs at least one class, and got scores of shape [2, 0]")
    #expect(
      message { _ = try crossEntropy(logits: x, labels: Tensor([0, 2, 1])) }
        == "crossEntropy knows classes from 0 to 1, and the label at [1] is 2.0")
    #expect(
      message { _ = try negativeLogLikelihood(x, labels: Tensor([0, 1, 0.5])) }
        == "negativeLogLikelihood knows classes from 0 to 1, and the label at [2] is 0.5")
    #expect(
      message { _ = try negativeLogLikelihood(Tensor([1, 2]), labels: Tensor(.nan)) }
        == "negativeLogLikelihood knows classes from 0 to 1, and the label is nan")
    #expect(
      message { _ = try multiclassHingeLoss(x, labels: Tensor([0, 1, -1])) }
        == "multiclassHingeLoss knows classes from 0 to 1, and the label at [2] is -1.0")
    #expect(
      message { _ = try multiclassHingeLoss(x, labels: Tensor.zeros([3, 2])) }
        == "multiclassHingeLoss needs class numbers of shape [3], and got [3, 2]")
    #expect(
      message { _ = try multiclassHingeLoss(Tensor.zeros([1, 2, 3]), labels: Tensor.zeros([1, 2])) }
        == "multiclassHingeLoss needs scores of shape [N, K], and got [1, 2, 3]")
    #expect(
      message { _ = try hingeLoss(Tensor([1, 2]), Tensor([1, 0])) }
        == "hingeLoss needs labels of -1 or 1, and the one at [1] is 0.0")
  }

  @Test func numbersHaveToBeInRange() throws {
    let x = try #require(x)
    #expect(
      message { _ = try binaryCrossEntropy(Tensor([0.5, 1.5]), Tensor([0, 1])) }
        == "binaryCrossEntropy needs probabilities from 0 to 1, and the prediction at [1] is 1.5: for scores there is "
        + "binaryCrossEntropyFromLogits")
    #expect(message { _ = try huberLoss(x, x, delta: 0) } == "huberLoss needs a delta above 0, and got 0.0")
    #expect(
      message { _ = try crossEntropy(logits: x, labels: x, labelSmoothing: 1.5) }
        == "labelSmoothing must be from 0 to 1, and got 1.5")
    #expect(
      message { _ = try crossEntropy(logits: x, labels: x, ignoredLabel: 0) }
        == "ignoredLabel needs labels that are class numbers, and these are a probability for each class")
    #expect(
      message { _ = try crossEntropy(logits: x, labels: x, classWeights: Tensor([1, 2, 3])) }
        == "2 classes need classWeights of shape [2], but they have shape [3]")
    #expect(
      message {
        _ = try negativeLogLikelihood(
          x, labels: Tensor([0, 1, 0]), classWeights: Tensor([1, 2]).requiringGradient())
      } == "negativeLogLikelihood has no gradient for its classWeights: pass them detached()")
  }
}
