/// Loops over elements, one like the other. Results may lie where an argument is.
package struct ElementwiseKernels: Sendable {
  package enum PairOperation: Sendable {
    case add
    case subtract
    case multiply
    case divide
    /// `max(a + b, 0)`; nan stays.
    case addThenRelu
    /// `a` as gradient, where `b` (the input or the output of relu) is larger than 0 or nan; else 0.
    case reluGradient
    /// `a · b · (1 − b)`: `a` as gradient, `b` as output of sigmoid.
    case sigmoidGradient
    /// `a · (1 − b²)`: `a` as gradient, `b` as output of tanh.
    case tanhGradient
  }

  package enum NumberOperation: Sendable {
    /// `x + number`
    case add
    /// `number − x`
    case subtractFrom
    /// `x · number`
    case multiply
    /// `x / number`
    case divideBy
    /// `number / x`
    case divide
  }

  /// `y[i] = operation(a[i], b[i])`
  package typealias Pairs =
    @Sendable (
      _ operation: PairOperation, _ y: UnsafeMutablePointer<Float>, _ a: UnsafePointer<Float>,
      _ b: UnsafePointer<Float>,
      _ count: Int
    ) -> Void
  /// `y[i] = operation(x[i], number)`
  package typealias WithNumber =
    @Sendable (
      _ operation: NumberOperation, _ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ number: Float,
      _ count: Int
    ) -> Void
  /// The same with a number in double precision, and only the result rounded.
  package typealias WithPreciseNumber =
    @Sendable (
      _ operation: NumberOperation, _ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ number: Double,
      _ count: Int
    ) -> Void
  /// `y[i] = f(x[i])`
  package typealias Function =
    @Sendable (
      _ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ count: Int
    ) -> Void

  /// `y[i] = x[i] · factor`, where the factor is 0 if the i-th random number is below `limit`, and else `kept`. The
  /// numbers, of 53 bits, are those of SplitMix64 after `state`.
  package typealias Drop =
    @Sendable (
      _ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ count: Int, _ state: UInt64, _ limit: UInt64,
      _ kept: Float
    ) -> Void

  package let pairs: Pairs
  package let withNumber: WithNumber
  package let withPreciseNumber: WithPreciseNumber
  /// `max(x, 0)`; nan stays.
  package let relu: Function
  /// `Σ x[i]`, in double precision.
  package let sum: @Sendable (_ x: UnsafePointer<Float>, _ count: Int) -> Double
  package let drop: Drop

  package init(
    pairs: @escaping Pairs, withNumber: @escaping WithNumber, withPreciseNumber: @escaping WithPreciseNumber,
    relu: @escaping Function, sum: @escaping @Sendable (UnsafePointer<Float>, Int) -> Double,
    drop: @escaping Drop
  ) {
    self.pairs = pairs
    self.withNumber = withNumber
    self.withPreciseNumber = withPreciseNumber
    self.relu = relu
    self.sum = sum
    self.drop = drop
  }
}
