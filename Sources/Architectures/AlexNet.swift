import Layers

/// AlexNet as torchvision has it, in one tower and without local response normalization: images `[N, 3, 224, 224]` to
/// scores.
///
/// - Source: Krizhevsky, "One weird trick for parallelizing convolutional neural networks" (2014), after Krizhevsky,
///   Sutskever and Hinton (2012).
package func alexNet(classes: Int = 1000, seed: Int? = 0) throws -> Sequential {
  let features = Sequential([
    try Conv2d(3, 64, size: 11, stride: 4, padding: 2), ReLU(), MaxPool2d(size: 3, stride: 2),
    try Conv2d(64, 192, size: 5, padding: 2), ReLU(), MaxPool2d(size: 3, stride: 2),
    try Conv2d(192, 384, size: 3, padding: 1), ReLU(),
    try Conv2d(384, 256, size: 3, padding: 1), ReLU(),
    try Conv2d(256, 256, size: 3, padding: 1), ReLU(), MaxPool2d(size: 3, stride: 2),
  ])
  let classifier = Sequential([
    Dropout(), try Linear(256 * 6 * 6, 4096), ReLU(),
    Dropout(), try Linear(4096, 4096), ReLU(),
    try Linear(4096, classes),
  ])
  let network = Sequential(named: [
    ("features", features), ("avgpool", AdaptiveAveragePool2d(size: [6, 6])), ("flatten", Flatten()),
    ("classifier", classifier),
  ])
  if let seed { try network.initialize(InitializationScheme(.pytorchDefault), seed: seed) }
  return network
}
