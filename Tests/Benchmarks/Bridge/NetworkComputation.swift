import Architectures
import Layers
import Operators
import Tensors
import Training

/// A network with its optimizer: `add` its state in PyTorch's order, then a batch, and its labels for a step.
final class NetworkComputation: Computation {
  private let network: any Layer
  private let optimizer: Adam
  private var state: [Tensor] = []
  private var inputs: [Tensor] = []
  private(set) var result: Tensor?
  private(set) var gradients: [Tensor] = []

  init(_ name: String) throws {
    network = try Self.network(name)
    optimizer = try Adam(network.namedParameters.map(\.parameter), learningRate: 1e-3)
  }

  private static func network(_ name: String) throws -> any Layer {
    switch name {
    case "mnist": try mnistNet()
    case "vgg19": try vgg19()
    case "resnet18": try resNet18()
    case "resnet34": try resNet34()
    case "alexnet": try alexNet()
    case "googlenet": try googLeNet()
    default: throw TensorError("there is no network \(name) to compare")
    }
  }

  func add(_ tensor: Tensor, as role: Role) throws {
    if role == .state {
      state.append(tensor)
      if state.count == network.state.count { try network.load(inOrder: state) }
    } else {
      inputs.append(tensor)
    }
  }

  func run(_ action: Action, times: Int) throws {
    switch action {
    case .forward:
      network.evaluate()
      result = try unrecorded { try repeated(times) { try network(inputs[0]) } }
    case .record:
      // Each side draws its own dropout: gradients are compared without.
      network.train()
      for layer in network.allLayers where layer is Dropout { layer.setTraining(false) }
      result = try repeated(times) { try loss() }
    case .backward:
      try result?.backward()
      result = result?.detached()
      gradients = network.namedParameters.compactMap(\.parameter.gradient)
      try optimizer.clearGradients()
    case .step:
      network.train()
      try repeated(times) {
        try loss().backward()
        try optimizer.step()
      }
    }
  }

  private func loss() throws -> Tensor {
    try crossEntropy(logits: network(inputs[0]), labels: inputs[1])
  }
}
