import Tensors

/// A linear operator, given by its terms: which input goes into which output, and with which weight.
///
/// ```
/// y[output] += weight · x[input]        dx[input] += weight · dy[output]
/// ```
///
/// For means, the sums are divided at the end. Average pooling, bilinear upsampling and RoI align are of this kind. The gradient of the sums are the same sums with
/// input and output exchanged, so each has gradients of any order.
struct WeightedSums {
  /// Calls its argument for every term.
  typealias Terms = (_ body: (_ output: Int, _ input: Int, _ weight: Double) -> Void) throws -> Void

  /// The operator's name as a learner types it.
  let function: String
  let inputShape: [Int]
  let outputShape: [Int]
  let forEachTerm: Terms
  /// What each sum is divided by; nil for 1.
  var divisors: Tensor?

  /// `y[output] += weight · x[input]`
  func applied(to x: Tensor) throws -> Tensor {
    let y = try divided(x.isSymbolic ? sums(x, Formula.self) : sums(x, Double.self)).converted(to: x.kind)
    if !x.isRecording { return y }
    return try record(function, y, .gradient(to: x) { dy in try transposed(dy) })
  }

  /// `dx[input] += weight · dy[output]`
  func transposed(_ dy: Tensor) throws -> Tensor {
    let parts = try divided(dy.detached())
    let dx = try dy.isSymbolic ? shares(parts, Formula.self) : shares(parts, Double.self).converted(to: dy.kind)
    if !dy.isRecording { return dx }
    return try record("\(function)Gradient", dx, .gradient(to: dy) { upstream in try applied(to: upstream) })
  }

  @specialized(where Element == Double)
  private func sums<Element: TensorElement>(_ x: Tensor, _: Element.Type) throws -> Tensor {
    try .computed(outputShape, from: x, as: Element.self) { y, x in
      try forEachTerm { output, input, weight in y[output] += Element(number: weight) * x[input] }
    }
  }

  @specialized(where Element == Double)
  private func shares<Element: TensorElement>(_ dy: Tensor, _: Element.Type) throws -> Tensor {
    try .computed(inputShape, from: dy, as: Element.self) { dx, dy in
      try forEachTerm { output, input, weight in dx[input] += Element(number: weight) * dy[output] }
    }
  }

  /// The means of sums. Dividing once, and not each term, rounds once.
  private func divided(_ sums: Tensor) throws -> Tensor {
    guard let divisors else { return sums }
    return try sums.isSymbolic ? sums.multiplied(by: divisors.dividing(1)) : sums.divided(by: divisors)
  }
}
