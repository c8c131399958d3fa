import Synchronization

/// Whether computations are recorded at the moment. `withoutGradients` and `backward()` switch it off.
enum Recording {
  @TaskLocal private static var isSwitchedOn = true
  /// How many scopes there are that switch it off, on all threads: mostly none, and then nobody has to look further.
  private static let scopesWithout = Atomic<Int>(0)

  static var isOn: Bool { scopesWithout.load(ordering: .relaxed) == 0 || isSwitchedOn }

  static func switchedOn<Result>(_ body: () throws -> Result) rethrows -> Result {
    isOn ? try body() : try $isSwitchedOn.withValue(true, operation: body)
  }

  static func switchedOff<Result>(_ body: () throws -> Result) rethrows -> Result {
    scopesWithout.add(1, ordering: .relaxed)
    defer { scopesWithout.subtract(1, ordering: .relaxed) }
    return try $isSwitchedOn.withValue(false, operation: body)
  }
}

/// Notes how gradients go back from `output` to what it was computed from.
///
/// An operator hands over its name, its result, and for each input a closure that turns `dy`, the gradient of the
/// result, into the gradient of that input:
///
///     record("*", a * b, .gradient(to: a) { dy in dy * b }, .gradient(to: b) { dy in dy * a })
///
/// The closures use the inputs as they came, and operators that are recorded themselves: then gradients have gradients.
/// A rule that is a plain loop says so with `firstOrderOnly`. Nothing is noted where no input requires a gradient.
package func record(
  _ function: String, _ output: consuming Tensor, keepsValue: Bool = true, _ inputs: InputGradient...
) throws -> Tensor {
  try record(function, output, keepsValue: keepsValue, inputs)
}

/// The same for one input: without a list, which costs less.
package func record(_ function: String, _ output: consuming Tensor, _ input: consuming InputGradient) throws -> Tensor {
  try record(function, output, keepsValue: true, InputGradients(input))
}

/// The same for two inputs.
package func record(
  _ function: String, _ output: consuming Tensor, _ a: consuming InputGradient, _ b: consuming InputGradient
) throws -> Tensor {
  try record(function, output, keepsValue: true, InputGradients(a, b))
}

/// The same for a list of inputs.
///
/// - Parameter holdsOthers: The rules are a learner's, and may hold recordings of any length that are not among the
///   inputs.
package func record(
  _ function: String, _ output: consuming Tensor, keepsValue: Bool = true, holdsOthers: Bool = false,
  _ inputs: [InputGradient]
) throws -> Tensor {
  try record(function, output, keepsValue: keepsValue, InputGradients(inputs, holdsOthers: holdsOthers))
}

private func record(
  _ function: String, _ output: consuming Tensor, keepsValue: Bool, _ inputs: consuming InputGradients
) throws -> Tensor {
  guard inputs.count > 0, Recording.isOn else { return output }
  output.node = try GradientNode(function, of: output, inputs: inputs, keepsValue: keepsValue)
  return output
}

/// A gradient that was computed by a plain loop, and has no gradient of its own: asking for one is an error, where
/// silence would be a wrong number.
///
/// - Parameters:
///   - function: The operator, as the learner types it.
///   - gradient: What the loop computed.
///   - inputs: The recorded tensors that it was computed from.
package func firstOrderOnly(_ function: String, _ gradient: Tensor, of inputs: Tensor...) throws -> Tensor {
  try firstOrderOnly(function, gradient, of: inputs)
}

func firstOrderOnly(_ function: String, _ gradient: Tensor, of inputs: [Tensor]) throws -> Tensor {
  try record(
    "\(function)Gradient", gradient,
    inputs.map { input in
      .gradient(to: input) { _ in
        throw TensorError("\(function) has no second derivative here: its gradient is not recorded")
      }
    })
}

/// Runs `body` without recording, and gives its result.
package func unrecorded<Result>(_ body: () throws -> Result) rethrows -> Result {
  try Recording.switchedOff(body)
}

/// Runs `body` with recording, also inside of `unrecorded`, and gives its result. PyTorch's `enable_grad`.
package func recorded<Result>(_ body: () throws -> Result) rethrows -> Result {
  try Recording.switchedOn(body)
}

/// Runs `body`, and records nothing of it: results are plain numbers, without a way back.
///
/// ```swift
/// let x = Tensor([1, 2]).requiringGradient()
/// var y = x
/// withoutGradients { y = x * 10 }
/// gradients(of: (x * y).sum(), at: [x])[0].elements  // [10.0, 20.0]
/// ```
///
/// - Parameter body: What to run.
/// - Source: PyTorch's `no_grad`.
package func withoutGradients(_ body: () throws -> Void) throws {
  try unrecorded(body)
}

extension Tensor {
  /// Asks for this tensor's gradient: what is computed from the result is recorded, and `backward()` leaves the
  /// gradient in `gradient`.
  ///
  /// ```swift
  /// let x = Tensor([3, 5]).requiringGradient()
  /// (x * x).sum().backward()
  /// x.gradient!.elements  // [6.0, 10.0]
  /// ```
  ///
  /// - Returns: The same numbers, recorded from here on. Asked of a result in the middle of a computation, the gradient
  ///   is kept there and also flows on to where the result came from.
  package func requiringGradient() throws -> Tensor {
    if let node, node.keepsGradient { return self }
    let inputs = InputGradients(.passedOn(to: self))
    return Tensor(
      storage: storage, shape: shape,
      node: try GradientNode("variable", of: self, inputs: inputs, keepsGradient: true))
  }

  /// The same numbers without a recording: gradients do not flow through them.
  ///
  /// ```swift
  /// let x = Tensor([3, 5]).requiringGradient()
  /// (x * x.detached()).sum().backward()
  /// x.gradient!.elements  // [3.0, 5.0]
  /// ```
  public func detached() -> Tensor {
    node == nil ? self : Tensor(storage: storage, shape: shape)
  }

  /// What `backward()` has collected for this tensor: `nil` before, and for tensors that did not ask for it with
  /// `requiringGradient()`. A second `backward()` adds to it.
  ///
  /// ```swift
  /// let x = Tensor([3, 5]).requiringGradient()
  /// (x * 10).sum().backward()
  /// (x * x).sum().backward()
  /// x.gradient!.elements  // [16.0, 20.0]
  /// ```
  public var gradient: Tensor? { node?.gradient }

  /// Computations with this tensor are recorded.
  package var isRecorded: Bool { node != nil }

  /// What is computed from this tensor now is recorded. Operators ask before they put a recording together.
  package var isRecording: Bool { node != nil && Recording.isOn }

  /// The same for an operator of two tensors.
  func isRecording(with other: Tensor) -> Bool { (node != nil || other.node != nil) && Recording.isOn }
}
