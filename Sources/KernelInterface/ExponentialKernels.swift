/// What is made of the exponential function.
package struct ExponentialKernels: Sendable {
  package let exp: ElementwiseKernels.Function
  package let tanh: ElementwiseKernels.Function
  /// `1 / (1 + exp(−x))`
  package let sigmoid: ElementwiseKernels.Function

  package init(
    exp: @escaping ElementwiseKernels.Function, tanh: @escaping ElementwiseKernels.Function,
    sigmoid: @escaping ElementwiseKernels.Function
  ) {
    self.exp = exp
    self.tanh = tanh
    self.sigmoid = sigmoid
  }
}
