import Layers

/// The lecture's network for handwritten digits, 836,522 parameters: images `[N, 1, 28, 28]` to 10 scores.
///
/// Four convolutions 3×3 with 32 filters, two poolings, a layer of 512 with dropout. It starts as TensorFlow's layers do,
/// with Glorot's uniform numbers. (As in all networks here, a seed of nil leaves the weights 0, for those who load
/// others.)
///
/// - Source: [Tübingen] "Training in Tensorpack (Model)".
package func mnistNet(seed: Int? = 0) throws -> Sequential {
  func convolution(_ inputChannels: Int) throws -> Conv2d { try Conv2d(inputChannels, 32, size: 3, padding: 1) }
  let network = Sequential(named: [
    ("conv0", try convolution(1)), ("relu0", ReLU()), ("pool0", MaxPool2d(size: 2)),
    ("conv1", try convolution(32)), ("relu1", ReLU()),
    ("conv2", try convolution(32)), ("relu2", ReLU()), ("pool1", MaxPool2d(size: 2)),
    ("conv3", try convolution(32)), ("relu3", ReLU()), ("flatten", Flatten()),
    ("fc0", try Linear(32 * 7 * 7, 512)), ("relu4", ReLU()), ("dropout", Dropout(probability: 0.5)),
    ("fc1", try Linear(512, 10)),
  ])
  if let seed { try network.initialize(InitializationScheme(.glorotUniform), seed: seed) }
  return network
}
