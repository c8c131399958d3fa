import Layers
import Operators
import Tensors
import Testing

struct LayerTests {
  @Test func convolutionHasItsGeometry() throws {
    let x = try Tensor.normal([2, 4, 7, 6], seed: 1, dtype: .float32)
    let layer = try Conv2d(
      4, 6, size: [3, 2], strides: [2, 1], padding: [1, 0], dilations: [1, 2], groups: 2, seed: 2)
    let expected = try conv2d(
      x, kernel: layer.weight.tensor, bias: layer.bias?.tensor, strides: [2, 1], padding: .zeros([1, 0]),
      dilations: [1, 2], groups: 2)
    #expect(layer.weight.shape == [6, 2, 3, 2])
    #expect(try layer(x).elements == expected.elements)
  }

  @Test func groupsThatDoNotFitAreAnError() {
    #expect(throws: TensorError("3 groups cannot share 6 channels and 4 filters equally")) {
      try Conv2d(6, 4, size: 1, groups: 3)
    }
  }

  @Test func linearWeighsRows() throws {
    let layer = try Linear(2, 2)
    try layer.load(inOrder: [Tensor([[1, 10], [2, 0]]), Tensor([0, 1])])
    #expect(try layer(Tensor([[5, 7]])).elements == [75, 11])
  }

  @Test func dropoutDropsInTrainingOnly() throws {
    let x = try Tensor.ones([1000], dtype: .float32)
    let layer = Dropout(probability: 0.25, seed: 1)
    let (first, second) = (try layer(x).elements, try layer(x).elements)
    #expect(first != second, "every pass has a mask of its own")
    #expect((200...300).contains(first.count { $0 == 0 }))
    layer.evaluate()
    #expect(try layer(x).elements == x.elements)
  }

  @Test func flattenKeepsExamplesApart() throws {
    #expect(try Flatten()(Tensor.zeros([2, 3, 4, 5])).shape == [2, 60])
  }

  @Test func poolingLayers() throws {
    let x = try Tensor([[[[1, 2, 3], [4, 5, 6], [7, 8, 12]]]])
    #expect(try MaxPool2d(size: 2)(x).elements == [5])
    #expect(try MaxPool2d(size: 2, roundsUp: true)(x).elements == [5, 6, 8, 12])
    #expect(try MaxPool2d(size: 3, stride: 2, padding: 1)(x).elements == [5, 6, 8, 12])
    #expect(try AveragePool2d(size: 2, stride: 1)(x).elements == [3, 4, 6, 7.75])
    #expect(try AdaptiveAveragePool2d(size: [1, 3])(x).elements == [4, 5, 7])
    let mean = try GlobalAveragePool2d()(x).item()
    #expect(abs(mean - 48 / 9.0) < 1e-12)
  }

  @Test func branchesLieBehindOneAnother() throws {
    let x = try Tensor([[[[1, 2]]]])
    let y = try Branches(named: [("a", MaxPool2d(size: 1)), ("b", Sequential([]))])(x)
    #expect(y.shape == [1, 2, 1, 2])
    #expect(y.elements == [1, 2, 1, 2])
  }

  @Test(arguments: [(2, 2, 1), (2, 4, 2)])
  func aBlockAddsItsInput(inputs: Int, outputs: Int, stride: Int) throws {
    let block = try BasicBlock(inputs, outputs, stride: stride)
    try block.initialize(InitializationScheme(.heNormal), seed: 1)
    let x = try Tensor.normal([2, inputs, 6, 6], seed: 2, dtype: .float32)
    let parts = Dictionary(uniqueKeysWithValues: block.children)
    for isTraining in [true, false] {
      block.setTraining(isTraining)
      func part(_ name: String, _ x: Tensor) throws -> Tensor { try parts[name].map { try $0(x) } ?? x }
      try unrecorded {
        let path = try part("bn2", part("conv2", relu(part("bn1", part("conv1", x)))))
        let expected = try relu(path.adding(part("downsample", x))).elements
        // The statistics have moved a little: training does not look at them.
        let y = try block(x).elements
        #expect(zip(y, expected).allSatisfy { abs($0 - $1) < (isTraining ? 1e-6 : 1e-5) })
        #expect(y.contains { $0 > 0.1 })
      }
    }
    #expect((parts["downsample"] == nil) == (stride == 1))
  }

  @Test func aTableOfParameters() throws {
    let network = Sequential(named: [("conv0", try Conv2d(1, 32, size: 3)), ("fc", try Linear(2, 10))])
    #expect(
      network.summary == """
        conv0.weight  [32, 1, 3, 3]  288
        conv0.bias    [32]           32
        fc.weight     [10, 2]        20
        fc.bias       [10]           10
        4 tensors, 350 parameters
        """)
  }
}

struct LoadingTests {
  let layer = try! Linear(2, 1)

  @Test func countersOfBatchesArePassedOver() throws {
    let norm = try BatchNorm2d(1)
    var state = Dictionary(uniqueKeysWithValues: norm.state.map { ($0.name, $0.parameter.tensor) })
    state["num_batches_tracked"] = try Tensor(7)
    try norm.load(state)
  }

  @Test func mistakesAreNamed() throws {
    let weight = try Tensor([[1, 2]])
    #expect(throws: TensorError("the values of 'bias' are missing")) { try layer.load(["weight": weight]) }
    #expect(throws: TensorError("the network has no parameter 'scale'")) {
      try layer.load(["weight": weight, "bias": Tensor([1]), "scale": Tensor([1])])
    }
    #expect(throws: TensorError("'bias' has shape [1], and its values have shape [2]")) {
      try layer.load(["weight": weight, "bias": Tensor([1, 2])])
    }
    #expect(throws: TensorError("the network has 2 tensors of parameters and statistics, and 1 were given")) {
      try layer.load(inOrder: [weight])
    }
    #expect(layer.weight.tensor.elements == [0, 0], "nothing was loaded")
  }
}
