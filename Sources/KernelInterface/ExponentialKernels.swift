/// What is made of the exponential function.
package struct ExponentialKernels: Sendable {
  package let exp: ElementwiseKernels.Function
  package let tanh: ElementwiseKernels.Function
  /// `1 / (1 + exp(−x))`
  package let sigmoid: ElementwiseKernels.Function

  /// `y = eˣ / Σ eˣ` of each of some rows of `width` numbers.
  package let softmax: Rows
  /// `y = x − log Σ eˣ` of each row.
  package let logSoftmax: Rows
  package let crossEntropy: CrossEntropy

  package typealias Rows =
    @Sendable (
      _ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ rows: Int, _ width: Int
    ) -> Void
  /// Of each row `losses = log Σ eˣ − x[label]` and `gradients = (softmax − one-hot) · scale`; 0 where the label is
  /// negative.
  package typealias CrossEntropy =
    @Sendable (
      _ losses: UnsafeMutablePointer<Double>, _ gradients: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>,
      _ labels: UnsafePointer<Int32>, _ scale: Double, _ rows: Int, _ width: Int
    ) -> Void

  package init(
    exp: @escaping ElementwiseKernels.Function, tanh: @escaping ElementwiseKernels.Function,
    sigmoid: @escaping ElementwiseKernels.Function, softmax: @escaping Rows, logSoftmax: @escaping Rows,
    crossEntropy: @escaping CrossEntropy
  ) {
    self.exp = exp
    self.tanh = tanh
    self.sigmoid = sigmoid
    self.softmax = softmax
    self.logSoftmax = logSoftmax
    self.crossEntropy = crossEntropy
  }
}
