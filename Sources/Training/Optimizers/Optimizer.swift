import Layers

/// Changes parameters so that a loss becomes smaller.
package protocol Optimizer: AnyObject {
  var parameters: [Parameter] { get }
  var learningRate: Double { get set }

  /// Changes every parameter that has a gradient. The gradients are used up.
  func step() throws
}

extension Optimizer {
  /// Forgets the gradients, and the parameters stay.
  package func clearGradients() throws {
    for parameter in parameters { try parameter.clearGradient() }
  }
}
