import Layers

/// The configurations of the paper's table 1, by its letters; B is known as VGG-13, D as VGG-16, E as VGG-19.
package enum VGGConfiguration: String, CaseIterable, Sendable {
  case a = "A"
  case aWithNormalization = "A-LRN"
  case b = "B"
  case c = "C"
  case d = "D"
  case e = "E"

  /// The sizes of the filters in each of the five stages; a pooling follows each stage.
  fileprivate var stages: [[Int]] {
    switch self {
    case .a, .aWithNormalization: [[3], [3], [3, 3], [3, 3], [3, 3]]
    case .b: [[3, 3], [3, 3], [3, 3], [3, 3], [3, 3]]
    case .c: [[3, 3], [3, 3], [3, 3, 1], [3, 3, 1], [3, 3, 1]]
    case .d: [[3, 3], [3, 3], [3, 3, 3], [3, 3, 3], [3, 3, 3]]
    case .e: [[3, 3], [3, 3], [3, 3, 3, 3], [3, 3, 3, 3], [3, 3, 3, 3]]
    }
  }
}

/// VGG: images `[N, 3, 224, 224]` to scores, by convolutions 3×3 alone.
///
/// - Source: Simonyan and Zisserman, "Very deep convolutional networks for large-scale image recognition" (2015); names
///   and start as in torchvision.
package func vgg(_ configuration: VGGConfiguration, classes: Int = 1000, seed: Int? = 0) throws -> Sequential {
  var features: [any Layer] = []
  var channels = 3
  for (stage, filters) in zip(configuration.stages, [64, 128, 256, 512, 512]) {
    for size in stage {
      features += [try Conv2d(channels, filters, size: size, padding: size / 2), ReLU()] as [any Layer]
      if configuration == .aWithNormalization && features.count == 2 {
        features.append(LocalResponseNorm(size: 5, k: 2))
      }
      channels = filters
    }
    features.append(MaxPool2d(size: 2))
  }
  let classifier = Sequential([
    try Linear(512 * 7 * 7, 4096), ReLU(), Dropout(),
    try Linear(4096, 4096), ReLU(), Dropout(),
    try Linear(4096, classes),
  ])
  let network = Sequential(named: [
    ("features", Sequential(features)), ("avgpool", AdaptiveAveragePool2d(size: [7, 7])), ("flatten", Flatten()),
    ("classifier", classifier),
  ])
  if let seed {
    try network.initialize(InitializationScheme(convolutions: .heNormal, linear: .normal(deviation: 0.01)), seed: seed)
  }
  return network
}

/// VGG's configuration E, 143,667,240 parameters.
package func vgg19(classes: Int = 1000, seed: Int? = 0) throws -> Sequential {
  try vgg(.e, classes: classes, seed: seed)
}
