import Tensors

/// A gradient that somebody computed, beside the one that comes out by trying.
package struct GradientComparison {
  /// The gradient by finite differences. Where it was not computed, or stands on a kink, the answer's own number.
  package let numeric: Tensor
  package let comparison: Comparison
  /// Elements where the function has a corner and no gradient: they were left out.
  package let kinkCount: Int

  /// Compares `answer` with the gradient of `Σ upstream · function(x)`.
  ///
  /// An element that does not agree is tried again with a larger and a smaller step: one is better where the function is
  /// flat, the other where it is steep. If it still does not agree and the function has a kink there, it is left out.
  /// Of more than `elementLimit` elements a sample is compared.
  package init(
    _ answer: Tensor, of function: @escaping (Tensor) throws -> Tensor, at x: Tensor, upstream: Tensor? = nil,
    eps: Double = 1e-5, atol: Double = 1e-7, rtol: Double = 1e-5, elementLimit: Int = 2000
  ) throws {
    try requireStep(eps)
    var differences = try FiniteDifferences(of: function, at: x, upstream: upstream, for: "a gradient check")
    guard answer.shape == x.shape else {
      numeric = try Tensor.zeros(x.shape)
      comparison = Comparison(answer, expected: numeric)
      kinkCount = 0
      return
    }
    try answer.requireNumbers(for: "a gradient check")
    var numeric = try answer.detached().converted(to: .float64)
    let sample = Self.sample(of: x.count, limit: elementLimit)
    var leftOut = sample.count == x.count ? [] : Set(0..<x.count).subtracting(sample)
    var kinkCount = 0
    try unrecorded {
      for position in sample {
        let claimed = answer.number(position)
        func agrees(_ slope: Double) -> Bool { (claimed - slope).magnitude <= atol + rtol * slope.magnitude }
        let slope = try differences.central(position, step: eps)
        var best = slope
        if !agrees(slope) {
          for step in [eps * 10, eps / 10] {
            let retried = try differences.central(position, step: step)
            if agrees(retried) { best = retried }
          }
          if try !agrees(best) && differences.hasKink(position, step: eps) {
            leftOut.insert(position)
            kinkCount += 1
            continue
          }
        }
        try numeric.setNumber(position, to: best)
      }
    }
    self.numeric = numeric
    self.kinkCount = kinkCount
    comparison = Comparison(answer, expected: numeric, atol: atol, rtol: rtol, leftOut: leftOut)
  }

  /// All positions, or so many of them in order, the same ones each time.
  private static func sample(of count: Int, limit: Int) -> [Int] {
    if count <= limit { return Array(0..<count) }
    var random = Random(seed: count)
    var chosen: Set<Int> = []
    while chosen.count < limit { chosen.insert(Int(random.uniform() * Double(count))) }
    return chosen.sorted()
  }
}
