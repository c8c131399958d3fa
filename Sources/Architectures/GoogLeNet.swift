import Layers

/// What an inception block sends out: a row of the paper's table 1.
private struct InceptionRow {
  let name: String
  let inputs: Int
  let ones: Int
  let threes: (reduced: Int, filters: Int)
  /// The paper's filters 5×5.
  let fives: (reduced: Int, filters: Int)
  let pooled: Int

  init(_ name: String, _ inputs: Int, _ ones: Int, _ threes: (Int, Int), _ fives: (Int, Int), _ pooled: Int) {
    (self.name, self.inputs, self.ones) = (name, inputs, ones)
    self.threes = (threes.0, threes.1)
    self.fives = (fives.0, fives.1)
    self.pooled = pooled
  }
}

/// GoogLeNet as torchvision has it: images `[N, 3, 224, 224]` to scores. Batch norm follows every convolution, the heads
/// on the way that only training needs are left out, and the branch of 5×5 has filters 3×3, as torchvision's weights do.
///
/// - Source: Szegedy et al., "Going deeper with convolutions" (2014); Ioffe and Szegedy (2015) for batch norm.
package func googLeNet(classes: Int = 1000, seed: Int? = 0) throws -> Sequential {
  let stage3 = [
    InceptionRow("inception3a", 192, 64, (96, 128), (16, 32), 32),
    InceptionRow("inception3b", 256, 128, (128, 192), (32, 96), 64),
  ]
  let stage4 = [
    InceptionRow("inception4a", 480, 192, (96, 208), (16, 48), 64),
    InceptionRow("inception4b", 512, 160, (112, 224), (24, 64), 64),
    InceptionRow("inception4c", 512, 128, (128, 256), (24, 64), 64),
    InceptionRow("inception4d", 512, 112, (144, 288), (32, 64), 64),
    InceptionRow("inception4e", 528, 256, (160, 320), (32, 128), 128),
  ]
  let stage5 = [
    InceptionRow("inception5a", 832, 256, (160, 320), (32, 128), 128),
    InceptionRow("inception5b", 832, 384, (192, 384), (48, 128), 128),
  ]
  func pool(_ size: Int) -> MaxPool2d { MaxPool2d(size: size, stride: 2, roundsUp: true) }
  let stem: [(name: String, layer: any Layer)] = [
    ("conv1", try convolution(3, 64, size: 7, stride: 2)), ("maxpool1", pool(3)),
    ("conv2", try convolution(64, 64)), ("conv3", try convolution(64, 192, size: 3)), ("maxpool2", pool(3)),
  ]
  let head: [(name: String, layer: any Layer)] = [
    ("avgpool", GlobalAveragePool2d()), ("flatten", Flatten()), ("dropout", Dropout(probability: 0.2)),
    ("fc", try Linear(1024, classes)),
  ]
  let network = Sequential(
    named: try stem + stage3.map(inception) + [("maxpool3", pool(3))] + stage4.map(inception)
      + [("maxpool4", pool(2))] + stage5.map(inception) + head)
  if let seed { try network.initialize(InitializationScheme(.normal(deviation: 0.01)), seed: seed) }
  return network
}

/// A convolution with batch norm and ReLU behind it.
private func convolution(_ inputs: Int, _ filters: Int, size: Int = 1, stride: Int = 1) throws -> Sequential {
  Sequential(named: [
    ("conv", try Conv2d(inputs, filters, size: size, stride: stride, padding: size / 2, hasBias: false)),
    ("bn", try BatchNorm2d(filters, epsilon: 0.001)), ("relu", ReLU()),
  ])
}

/// Convolutions 1×1, 3×3, "5×5" and a pooling side by side.
private func inception(_ row: InceptionRow) throws -> (name: String, layer: any Layer) {
  let branches = Branches(named: [
    ("branch1", try convolution(row.inputs, row.ones)),
    (
      "branch2",
      Sequential([
        try convolution(row.inputs, row.threes.reduced),
        try convolution(row.threes.reduced, row.threes.filters, size: 3),
      ])
    ),
    (
      "branch3",
      Sequential([
        try convolution(row.inputs, row.fives.reduced),
        try convolution(row.fives.reduced, row.fives.filters, size: 3),
      ])
    ),
    (
      "branch4",
      Sequential([MaxPool2d(size: 3, stride: 1, padding: 1, roundsUp: true), try convolution(row.inputs, row.pooled)])
    ),
  ])
  return (row.name, branches)
}
