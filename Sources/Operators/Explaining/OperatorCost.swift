import Tensors

/// What one call of an operator takes: numbers that are learned, multiplications with an addition, memory that is read
/// and written. A summary table adds them up over a network.
///
/// Multiply-adds are those of the forward pass. Comparisons, exponentials and divisions count as none, as is usual; a
/// backward pass costs about twice as much again.
package struct OperatorCost: Equatable, Sendable {
  package var parameters = 0
  /// Nil where shapes alone do not tell.
  package var multiplyAdds: Int?
  package var bytes = 0

  package init(parameters: Int = 0, multiplyAdds: Int? = 0, bytes: Int = 0) {
    self.parameters = parameters
    self.multiplyAdds = multiplyAdds
    self.bytes = bytes
  }

  package static func + (a: OperatorCost, b: OperatorCost) -> OperatorCost {
    OperatorCost(
      parameters: a.parameters.addingOrMost(b.parameters),
      multiplyAdds: a.multiplyAdds.flatMap { sum in b.multiplyAdds.map { sum.addingOrMost($0) } },
      bytes: a.bytes.addingOrMost(b.bytes))
  }
}

/// A call of an operator, as far as its cost and its reach depend on it: shapes, and no numbers.
package struct OperatorCall: Sendable {
  /// What the learner types, `conv2d`.
  package let function: String
  /// What flows in, the learned parameters apart.
  package let inputs: [[Int]]
  /// What is learned: kernel and bias.
  package let parameters: [[Int]]
  package let output: [Int]
  /// The window that slides, one axis after the other; none for operators without one.
  package let window: [WindowAxis]
  /// 4 for float32, 8 for float64.
  package let bytesPerElement: Int

  package init(
    _ function: String, inputs: [[Int]], parameters: [[Int]] = [], output: [Int], window: [WindowAxis] = [],
    bytesPerElement: Int = 4
  ) {
    self.function = function
    self.inputs = inputs
    self.parameters = parameters
    self.output = output
    self.window = window
    self.bytesPerElement = bytesPerElement
  }

  /// A convolution, `conv1d` to `conv3d`, from its geometry.
  package init(_ g: ConvolutionGeometry, hasBias: Bool = false, bytesPerElement: Int = 4) {
    self.init(
      g.function, inputs: [g.inputShape], parameters: [g.kernelShape] + (hasBias ? [[g.kernelShape[0]]] : []),
      output: g.outputShape, window: g.slidingAxes, bytesPerElement: bytesPerElement)
  }

  /// Nil for an operator without a row in the table.
  package var cost: OperatorCost? {
    guard let rule = operatorRules[function] else { return nil }
    let parameterCount = parameters.reduce(0) { $0.addingOrMost(elementCount($1)) }
    let others = (inputs + [output]).reduce(0) { $0.addingOrMost(elementCount($1)) }
    return OperatorCost(
      parameters: parameterCount, multiplyAdds: rule.multiplyAdds(self),
      bytes: parameterCount.addingOrMost(others).multipliedOrMost(by: bytesPerElement))
  }

  /// What an element of the output sees along each axis that the window slides along, from what an element of the input
  /// sees. Nil where it sees everything, and for an operator without a row in the table.
  package func receptiveField(after fields: [ReceptiveField]) -> [ReceptiveField]? {
    switch operatorRules[function]?.reach {
    case .point: fields
    case .window: zip(fields, window).map { $0.after($1) }
    case .spread: zip(fields, window).map { $0.after(spreading: $1) }
    case .everything, nil: nil
    }
  }
}

/// What the table says of an operator.
struct OperatorRule: Sendable {
  /// Where in its input an element of the output comes from.
  enum Reach {
    /// The same place.
    case point
    /// The window's place.
    case window
    /// The places whose windows cover it.
    case spread
    /// Anywhere.
    case everything
  }

  let reach: Reach
  let multiplyAdds: @Sendable (OperatorCall) -> Int?
}

/// The number of elements of a shape, at most what an Int holds.
func elementCount(_ shape: some Sequence<Int>) -> Int { shape.reduce(1) { $0.multipliedOrMost(by: $1) } }

/// Arithmetic of sizes that stops at the largest Int.
extension Int {
  func addingOrMost(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }

  func multipliedOrMost(by other: Int) -> Int {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? .max : product
  }
}
