import Layers
import Operators
import Tensors
import Testing
import Training

struct TrainerTests {
  /// 64 images of 2×2 pixels: their class is whether the upper row is brighter.
  let images: ImageSet

  init() throws {
    var random = Random(seed: 1)
    let pixels = (0..<256).map { _ in UInt8(random.uniform() * 255) }
    let labels = (0..<64).map { i -> UInt8 in
      Int(pixels[4 * i]) + Int(pixels[4 * i + 1]) > Int(pixels[4 * i + 2]) + Int(pixels[4 * i + 3]) ? 1 : 0
    }
    images = try ImageSet(pixels: pixels[...], labels: labels[...], imageShape: [1, 2, 2])
  }

  func network(seed: Int = 1) throws -> Sequential {
    let network = Sequential([Flatten(), try Linear(4, 8), ReLU(), Dropout(probability: 0.1), try Linear(8, 2)])
    try network.initialize(InitializationScheme(.glorotUniform), seed: seed)
    return network
  }

  func trainer(_ network: Sequential) throws -> Trainer {
    Trainer(network, try Adam(network.namedParameters.map(\.parameter), learningRate: 0.02))
  }

  @Test func aNetworkLearns() throws {
    let network = try network()
    let before = try Evaluation(of: network, on: images)
    let trainer = try trainer(network)
    var random = Random(seed: 2)
    var steps: [Int] = []
    for _ in 0..<20 { try trainer.epoch(images, batchSize: 16, &random) { step, _, _ in steps.append(step) } }
    let after = try Evaluation(of: network, on: images)
    #expect(after.loss < before.loss / 2)
    #expect(after.accuracy > 0.9)
    #expect(steps.prefix(5) == [1, 2, 3, 4, 1])
  }

  @Test func theSameSeedGivesTheSameNumbers() throws {
    func trained() throws -> [[Double]] {
      let network = try network()
      var random = Random(seed: 2)
      try trainer(network).epoch(images, batchSize: 16, &random)
      return network.namedParameters.map(\.parameter.tensor.elements)
    }
    #expect(try trained() == trained())
  }

  @Test func gradientsCanBeChangedBeforeTheStep() throws {
    let network = try network()
    let trainer = try trainer(network)
    let before = network.namedParameters.map(\.parameter.tensor.elements)
    trainer.onGradients = { parameters in
      #expect(parameters.allSatisfy { $0.gradient != nil })
      for parameter in parameters { try parameter.clearGradient() }
    }
    _ = try trainer.step(images.batch(Array(0..<16)))
    #expect(network.namedParameters.map(\.parameter.tensor.elements) == before)
  }

  @Test func evaluationAveragesBatches() throws {
    let evaluation = try Evaluation(
      of: Tensor([[2, 1], [0, 3], [5, 4]]), labels: Tensor([0, 0, 0]))
    #expect(abs(evaluation.accuracy - 2 / 3.0) < 1e-12)
    let whole = try Evaluation(of: network(), on: images, batchSize: 64)
    let parts = try Evaluation(of: network(), on: images, batchSize: 48)
    let (large, small) = (Array(0..<48), Array(48..<64))
    let network = try network()
    network.evaluate()
    let losses = try [large, small].map { numbers in
      let batch = try images.batch(numbers)
      return try crossEntropy(logits: network(batch.images), labels: batch.labels).item()
    }
    #expect(abs(parts.loss - (losses[0] + losses[1]) / 2) < 1e-6)
    #expect(abs(whole.loss - (3 * losses[0] + losses[1]) / 4) < 1e-6)
  }
}
