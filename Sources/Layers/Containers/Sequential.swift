import Tensors

/// Layers one after the other.
///
/// A convolution with the batch norm, the ReLU and the maximum pooling behind it is computed in one step; see
/// `ConvolutionRun`.
package final class Sequential: Layer {
  package let children: [(name: String, layer: any Layer)]
  private let steps: [Step]

  private enum Step {
    case layer(any Layer)
    case convolution(ConvolutionRun)
    case normalization(BatchNorm2d)
  }

  /// The layers are called 0, 1, 2, …
  package convenience init(_ layers: [any Layer]) {
    self.init(named: layers.enumerated().map { ("\($0.offset)", $0.element) })
  }

  package init(named children: [(name: String, layer: any Layer)]) {
    self.children = children
    steps = Self.steps(of: children.map(\.layer))
  }

  package func forward(_ x: Tensor) throws -> Tensor {
    try steps.reduce(x) { x, step in
      switch step {
      case .layer(let layer): try layer(x)
      case .convolution(let run): try run.run(x)
      case .normalization(let norm): try norm.normalized(x, residual: nil, relu: true)
      }
    }
  }

  private static func steps(of layers: [any Layer]) -> [Step] {
    var steps: [Step] = []
    var rest = layers[...]
    /// Takes the next layer if it is of a kind.
    func next<Kind: Layer>(_: Kind.Type) -> Kind? {
      guard let layer = rest.first as? Kind else { return nil }
      rest.removeFirst()
      return layer
    }
    while let layer = rest.popFirst() {
      if let convolution = layer as? Conv2d {
        let norm = next(BatchNorm2d.self)
        let isRectified = next(ReLU.self) != nil
        let pool = next(MaxPool2d.self)
        steps.append(.convolution(ConvolutionRun(convolution, norm: norm, relu: isRectified, pool: pool)))
      } else if let norm = layer as? BatchNorm2d, next(ReLU.self) != nil {
        steps.append(.normalization(norm))
      } else {
        steps.append(.layer(layer))
      }
    }
    return steps
  }
}
