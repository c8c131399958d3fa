import Layers

/// How many blocks the four stages of a ResNet have, by its number of layers: rows of the paper's table 1.
package enum ResNetDepth: Int, CaseIterable, Sendable {
  case layers18 = 18
  case layers34 = 34

  fileprivate var blocks: [Int] {
    switch self {
    case .layers18: [2, 2, 2, 2]
    case .layers34: [3, 4, 6, 3]
    }
  }
}

/// A residual network of basic blocks: images `[N, 3, 224, 224]` to scores.
///
/// - Source: He, Zhang, Ren and Sun, "Deep residual learning for image recognition" (2015); names and start as in
///   torchvision.
package func resNet(_ depth: ResNetDepth, classes: Int = 1000, seed: Int? = 0) throws -> Sequential {
  var layers: [(name: String, layer: any Layer)] = [
    ("conv1", try Conv2d(3, 64, size: 7, stride: 2, padding: 3, hasBias: false)), ("bn1", try BatchNorm2d(64)),
    ("relu", ReLU()), ("maxpool", MaxPool2d(size: 3, stride: 2, padding: 1)),
  ]
  var channels = 64
  for (stage, blocks) in depth.blocks.enumerated() {
    let filters = 64 << stage
    let stack = try (0..<blocks).map { block in
      try BasicBlock(
        block == 0 ? channels : filters, filters, stride: block == 0 && stage > 0 ? 2 : 1)
    }
    layers.append(("layer\(stage + 1)", Sequential(stack)))
    channels = filters
  }
  layers += [("avgpool", GlobalAveragePool2d()), ("flatten", Flatten()), ("fc", try Linear(512, classes))]
  let network = Sequential(named: layers)
  if let seed {
    try network.initialize(InitializationScheme(convolutions: .heNormal, linear: .pytorchDefault), seed: seed)
  }
  return network
}

/// 11,689,512 parameters.
package func resNet18(classes: Int = 1000, seed: Int? = 0) throws -> Sequential {
  try resNet(.layers18, classes: classes, seed: seed)
}

/// 21,797,672 parameters.
package func resNet34(classes: Int = 1000, seed: Int? = 0) throws -> Sequential {
  try resNet(.layers34, classes: classes, seed: seed)
}
