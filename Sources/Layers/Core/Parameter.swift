import Tensors

/// Numbers that a layer owns: weights, which optimizers change, or statistics, which it collects itself.
///
/// They are float32, for speed. The same parameter is what a layer computes with, what its gradient is found at, and
/// what an optimizer or a file's contents change: that is why it is an object, in a language of values.
package final class Parameter {
  /// The numbers as they are now, recorded if the parameter is trained.
  package private(set) var tensor: Tensor
  /// Counts the changes. What was computed from the numbers, such as weights with batch norm folded in, is valid as long
  /// as the version is the same.
  package private(set) var version = 0
  /// Whether gradients are computed for it: true for weights, false for statistics and for what is frozen.
  package private(set) var isTrained: Bool

  package init(_ value: Tensor, isTrained: Bool = true) throws {
    self.isTrained = isTrained
    tensor = try Self.variable(value, isTrained: isTrained)
  }

  package var shape: [Int] { tensor.shape }
  package var count: Int { tensor.count }

  /// What `backward()` found and has added up since the last change of the numbers; nil if there was none.
  package var gradient: Tensor? { tensor.gradient }

  /// Puts other numbers of the same shape in the place of these. Their gradient is gone.
  package func replace(with value: Tensor) throws {
    guard value.shape == shape else {
      throw TensorError("a parameter of shape \(shape) cannot take values of shape \(value.shape)")
    }
    tensor = try Self.variable(value, isTrained: isTrained)
    version += 1
  }

  /// Changes the numbers in place, given their gradient: a step of an optimizer. The gradient is used up. Without one
  /// nothing happens.
  package func update(
    _ body: (_ numbers: UnsafeMutablePointer<Float>, _ gradient: UnsafePointer<Float>, _ count: Int) throws -> Void
  ) throws {
    guard let gradient else { return }
    let count = count
    // The recording of the last step shares the numbers, and would make a copy necessary.
    tensor = tensor.detached()
    try gradient.withElements(as: Float.self) { gradient in
      try tensor.changeElements(as: Float.self) { try body($0, gradient, count) }
    }
    tensor = try Self.variable(tensor, isTrained: isTrained)
    version += 1
  }

  /// Forgets the gradient, and the numbers stay.
  package func clearGradient() throws {
    if gradient != nil { tensor = try Self.variable(tensor, isTrained: isTrained) }
  }

  /// Keeps the numbers as they are from now on, or trains them again.
  package func setTrained(_ isTrained: Bool) throws {
    self.isTrained = isTrained
    tensor = try Self.variable(tensor, isTrained: isTrained)
  }

  private static func variable(_ value: Tensor, isTrained: Bool) throws -> Tensor {
    let value = try value.detached().asType(.float32)
    return isTrained ? try value.requiringGradient() : value
  }
}

/// A parameter and its name, as PyTorch calls it: `layer1.0.conv1.weight`.
package typealias NamedParameter = (name: String, parameter: Parameter)
