import Layers

/// LeNet-5 as it is mostly built today: images `[N, 1, 32, 32]` to 10 scores.
///
/// C3 is connected to all maps of S2, pooling has no weights, and the output is linear, where the paper has a table of
/// connections, trained factors and Gaussian units.
///
/// - Source: LeCun, Bottou, Bengio and Haffner, "Gradient-based learning applied to document recognition" (1998).
package func leNet5(classes: Int = 10, seed: Int? = 0) throws -> Sequential {
  let network = Sequential(named: [
    ("conv1", try Conv2d(1, 6, size: 5)), ("tanh1", Tanh()), ("pool2", AveragePool2d(size: 2)),
    ("conv3", try Conv2d(6, 16, size: 5)), ("tanh3", Tanh()), ("pool4", AveragePool2d(size: 2)),
    ("conv5", try Conv2d(16, 120, size: 5)), ("tanh5", Tanh()), ("flatten", Flatten()),
    ("fc6", try Linear(120, 84)), ("tanh6", Tanh()), ("fc7", try Linear(84, classes)),
  ])
  if let seed { try network.initialize(InitializationScheme(.pytorchDefault), seed: seed) }
  return network
}
