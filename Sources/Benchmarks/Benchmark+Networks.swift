import Architectures
import Layers
import Tensors
import Training

/// Whole networks: a forward pass in evaluation, or a step of training. Images are 224×224, and random.
extension Benchmark {
  static let networks: [Benchmark] = [
    step(
      "mnist-step", "the lecture's net, a step of Adam with 128 images", batch: 128, image: [1, 28, 28], classes: 10,
      { try mnistNet() }, { try Adam($0) }),
    forward("vgg19-forward-b1", "VGG-19, an image", batch: 1) { try quicklyStartedVGG19() },
    forward("resnet34-forward-b1", "ResNet-34, an image", batch: 1) { try resNet34() },
    forward("resnet18-forward-b8", "ResNet-18, 8 images", batch: 8) { try resNet18() },
    forward("alexnet-forward-b8", "AlexNet, 8 images", batch: 8) { try alexNet() },
    forward("googlenet-forward-b1", "GoogLeNet, an image", batch: 1) { try googLeNet() },
    resNetStep(batch: 8), resNetStep(batch: 32),
  ]

  /// Uniform numbers for its 144 million weights are drawn much sooner than its own normal ones.
  private static func quicklyStartedVGG19() throws -> Sequential {
    let network = try vgg19(seed: nil)
    try network.initialize(InitializationScheme(.pytorchDefault), seed: 0)
    return network
  }

  private static func resNetStep(batch: Int) -> Benchmark {
    step(
      "resnet18-step-b\(batch)", "ResNet-18, a step of SGD with \(batch) images", batch: batch, image: [3, 224, 224],
      classes: 1000, { try resNet18() }, { try SGD($0, learningRate: 0.01, momentum: 0.9) })
  }

  private static func forward(
    _ name: String, _ summary: String, batch: Int, _ make: @escaping @Sendable () throws -> Sequential
  ) -> Benchmark {
    Benchmark(name: name, summary: "forward pass of \(summary)") {
      let network = try make()
      network.evaluate()
      let images = try Tensor.normal([batch, 3, 224, 224], seed: 1, dtype: .float32)
      return { _ = try unrecorded { try network(images) } }
    }
  }

  private static func step(
    _ name: String, _ summary: String, batch: Int, image: [Int], classes: Int,
    _ make: @escaping @Sendable () throws -> Sequential,
    _ optimizer: @escaping @Sendable ([Parameter]) throws -> any Optimizer
  ) -> Benchmark {
    Benchmark(name: name, summary: summary) {
      let network = try make()
      network.train()
      let trainer = Trainer(network, try optimizer(network.namedParameters.map(\.parameter)))
      let batch = Batch(
        images: try Tensor.normal([batch] + image, seed: 1, dtype: .float32),
        labels: try Tensor((0..<batch).map { Double($0 * 7 % classes) }))
      return { _ = try trainer.step(batch) }
    }
  }
}
