/// One step of an optimizer over the numbers of one parameter.
package struct OptimizerKernels: Sendable {
  /// ```
  /// g ← g + decay · p,   b ← momentum · b + dampening · g,   p ← p − rate · b
  /// ```
  package struct Descent: Sendable {
    package let rate: Float
    package let decay: Float
    package let momentum: Float
    /// What a gradient counts in the momentum: 1 at the first step.
    package let dampening: Float
    /// `p ← p − rate · (g + momentum · b)`
    package let isNesterov: Bool

    package init(rate: Float, decay: Float, momentum: Float, dampening: Float, isNesterov: Bool) {
      (self.rate, self.decay, self.momentum, self.dampening) = (rate, decay, momentum, dampening)
      self.isNesterov = isNesterov
    }
  }

  /// ```
  /// p ← shrink · p,   g ← g + decay · p
  /// m ← m + first · (g − m),   v ← v + second · (g² − v)
  /// p ← p − rate · m / (√v · root + ε)
  /// ```
  package struct Adam: Sendable {
    /// The learning rate with the first bias correction.
    package let rate: Float
    /// 1 − β₁
    package let first: Float
    /// 1 − β₂
    package let second: Float
    package let epsilon: Float
    /// 1 over the root of the second bias correction.
    package let root: Float
    package let decay: Float
    /// 1, and smaller for decay that is not part of the gradient.
    package let shrink: Float

    package init(
      rate: Float, first: Float, second: Float, epsilon: Float, root: Float, decay: Float, shrink: Float
    ) {
      (self.rate, self.first, self.second, self.epsilon) = (rate, first, second, epsilon)
      (self.root, self.decay, self.shrink) = (root, decay, shrink)
    }
  }

  /// `momentum` may be nil: then it is 0.
  package typealias DescentStep =
    @Sendable (
      _ parameter: UnsafeMutablePointer<Float>, _ gradient: UnsafePointer<Float>,
      _ momentum: UnsafeMutablePointer<Float>?, _ step: Descent, _ count: Int
    ) -> Void
  package typealias AdamStep =
    @Sendable (
      _ parameter: UnsafeMutablePointer<Float>, _ gradient: UnsafePointer<Float>, _ mean: UnsafeMutablePointer<Float>,
      _ square: UnsafeMutablePointer<Float>, _ step: Adam, _ count: Int
    ) -> Void

  package let descent: DescentStep
  package let adam: AdamStep

  package init(descent: @escaping DescentStep, adam: @escaping AdamStep) {
    self.descent = descent
    self.adam = adam
  }
}
