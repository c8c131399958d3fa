import Architectures
import Layers
import Tensors
import Testing

struct ArchitecturesTests {
  @Test func parameterCountsAreThePublishedOnes() throws {
    #expect(try mnistNet(seed: nil).parameterCount == 836_522)
    #expect(try leNet5(seed: nil).parameterCount == 61_706)
    #expect(try alexNet(seed: nil).parameterCount == 61_100_840)
    #expect(try googLeNet(seed: nil).parameterCount == 6_624_904)
    #expect(try resNet18(seed: nil).parameterCount == 11_689_512)
    #expect(try resNet34(seed: nil).parameterCount == 21_797_672)
  }

  /// In millions, the paper's table 2: 133, 133, 133, 134, 138, 144.
  @Test(
    arguments: zip(
      VGGConfiguration.allCases, [132_863_336, 132_863_336, 133_047_848, 133_638_952, 138_357_544, 143_667_240]))
  func parametersOfVGG(configuration: VGGConfiguration, count: Int) throws {
    #expect(try vgg(configuration, seed: nil).parameterCount == count)
  }

  @Test func namesAreTorchvisions() throws {
    let google = try googLeNet(seed: nil).state.map(\.name)
    #expect(google.count == 287)
    #expect(google.contains("inception4c.branch3.1.bn.running_var"))
    #expect(google[286] == "fc.bias")
    let residual = try resNet18(seed: nil).state.map(\.name)
    #expect(residual.count == 102)
    #expect(residual.contains("layer1.0.conv1.weight"))
    #expect(residual.firstIndex(of: "layer2.0.downsample.0.weight") == 35)
    let alex = try alexNet(seed: nil).state.map(\.name)
    #expect(
      alex.filter { $0.hasSuffix("weight") }.map { $0.dropLast(7) } == [
        "features.0", "features.3", "features.6", "features.8", "features.10", "classifier.1", "classifier.4",
        "classifier.6",
      ])
    #expect(try vgg(.e, seed: nil).state.map(\.name).contains("features.34.bias"))
  }

  @Test func imagesBecomeScores() throws {
    try unrecorded {
      #expect(try mnistNet()(Tensor.zeros([2, 1, 28, 28], dtype: .float32)).shape == [2, 10])
      #expect(try leNet5()(Tensor.zeros([2, 1, 32, 32], dtype: .float32)).shape == [2, 10])
      let x = try Tensor.zeros([1, 3, 32, 32], dtype: .float32)
      #expect(try vgg(.aWithNormalization, classes: 7, seed: nil)(x).shape == [1, 7])
    }
  }

  /// The first three scores that torchvision 0.30's networks give in evaluation, with weights and image made by the same
  /// rules (`weights(for:_:)` and `image(_:)` below).
  @Test(arguments: [
    ("alexNet", 64, [-1.12170124, -0.68002915, 0.99088210]),
    ("googLeNet", 32, [0.24829128, -0.13826060, -0.61441320]),
    ("resNet18", 32, [-1.11766756, -0.64781773, 1.94969237]),
    ("resNet34", 32, [-0.45464423, -1.56008387, 1.97512817]),
  ])
  func scoresAreTorchvisions(name: String, size: Int, expected: [Double]) throws {
    let networks = ["alexNet": alexNet, "googLeNet": googLeNet, "resNet18": resNet18, "resNet34": resNet34]
    let network = try #require(try networks[name]?(1000, nil))
    try network.load(
      inOrder: network.state.enumerated().map {
        try weights(for: $0.element.name, $0.element.parameter.shape, $0.offset)
      }
    )
    network.evaluate()
    let scores = try unrecorded { try network(image(size)) }.elements.prefix(3)
    for (score, expected) in zip(scores, expected) { #expect(abs(score - expected) < 2e-5) }
  }

  private func weights(for name: String, _ shape: [Int], _ position: Int) throws -> Tensor {
    let count = shape.reduce(1, *)
    let scale = 2 / (Double(count) / Double(shape[0])).squareRoot()
    return try .computed(shape, as: Float.self) { to in
      for i in 0..<count {
        let v = Double((i * 7 + i / 31 * 5 + position * 13) % 31 - 15) / 15
        to[i] =
          name.hasSuffix("running_var")
          ? Float(1 + 0.5 * v)
          : shape.count > 1 ? Float(v * scale) : Float(name.hasSuffix("weight") ? 1 + 0.25 * v : 0.1 * v)
      }
    }
  }

  private func image(_ size: Int) throws -> Tensor {
    try .computed([1, 3, size, size], as: Float.self) { to in
      for i in 0..<3 * size * size { to[i] = Float(Double((i * 11 + i / 17 * 3) % 29 - 14) / 14) }
    }
  }
}
