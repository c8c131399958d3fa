import Tensors

/// A gradient that somebody computed, beside the one that comes out by trying.
package struct GradientComparison {
  /// The gradient by finite differences. Where it was not computed, or stands on a kink, the answer's own number.
  package let numeric: Tensor
  package let comparison: Comparison
  /// Elements where the function has a corner and no gradient: they were left out.
  package let kinkCount: Int
  /// How many elements were not tried, because there are too many.
  package let untriedCount: Int
  /// The function at `x`.
  package let output: Tensor
  /// The gradient for an upstream gradient of all ones, where all elements were tried.
  package let plain: Tensor?
  /// The sum behind the first element that does not agree; empty if all do.
  package let terms: [ChainTerm]

  /// Compares `answer` with the gradient of `Σ upstream · function(x)`.
  package init(
    _ answer: Tensor, of function: @escaping (Tensor) throws -> Tensor, at x: Tensor, upstream: Tensor? = nil,
    eps: Double = 1e-5, atol: Double = 1e-7, rtol: Double = 1e-5, elementLimit: Int = 2000, cache: SlopeCache? = nil
  ) throws {
    try self.init(
      answer, of: { try function($0[0]) }, at: [x], moving: 0, upstream: upstream, eps: eps, atol: atol, rtol: rtol,
      elementLimit: elementLimit, cache: cache)
  }

  /// The same for a function of several tensors, and the gradient with respect to one of them.
  ///
  /// An element that does not agree is tried again with a larger and a smaller step: one is better where the function is
  /// flat, the other where it is steep. If it still does not agree and the function has a kink there, it is left out.
  /// Of more than `elementLimit` elements a sample is compared.
  package init(
    _ answer: Tensor, of function: @escaping ([Tensor]) throws -> Tensor, at inputs: [Tensor], moving place: Int,
    upstream: Tensor? = nil, eps: Double = 1e-5, atol: Double = 1e-7, rtol: Double = 1e-5, elementLimit: Int = 2000,
    cache: SlopeCache? = nil
  ) throws {
    try requireStep(eps)
    let x = inputs[place]
    var differences = try FiniteDifferences(
      of: function, at: inputs, moving: place, upstream: upstream, for: "a gradient check", cache: cache)
    output = differences.middle
    guard answer.shape == x.shape else {
      // Nothing agrees, and still the right numbers tell what the answer's are
      var right = try Tensor.zeros(x.shape)
      try unrecorded {
        for position in 0..<(x.count <= elementLimit ? x.count : 0) {
          try right.setNumber(position, to: differences.slopes(position, step: eps).central)
        }
      }
      numeric = right
      comparison = Comparison(answer, expected: right)
      (kinkCount, untriedCount, terms, plain) = (0, 0, [], nil)
      return
    }
    try answer.requireNumbers(for: "a gradient check")
    var numeric = try answer.detached().converted(to: .float64)
    var plain = try Tensor.zeros(x.shape)
    let sample = Self.sample(of: x.count, limit: elementLimit)
    var leftOut = sample.count == x.count ? [] : Set(0..<x.count).subtracting(sample)
    var kinkCount = 0
    try unrecorded {
      for position in sample {
        let claimed = answer.number(position)
        func agrees(_ slope: Double) -> Bool { (claimed - slope).magnitude <= atol + rtol * slope.magnitude }
        let first = try differences.slopes(position, step: eps)
        var best = first.central
        // Where both sides agree to 1 in 100, no other step brings a claim that is further away nearer
        let isFar = (claimed - best).magnitude > 0.05 * max(best.magnitude, 1e-3)
        if !agrees(best) && !(isFar && first.gap < FiniteDifferences.largestSmoothGap) {
          let wide = try differences.slopes(position, step: eps * 10)
          let narrow = try differences.slopes(position, step: eps / 10)
          if let retried = [wide, narrow].first(where: { agrees($0.central) }) {
            best = retried.central
          } else if FiniteDifferences.haveKink(wide: first, narrow: narrow) {
            leftOut.insert(position)
            kinkCount += 1
            continue
          }
        }
        try numeric.setNumber(position, to: best)
        try plain.setNumber(position, to: first.plain)
      }
    }
    self.plain = sample.count == x.count ? plain : nil
    self.numeric = numeric
    self.kinkCount = kinkCount
    untriedCount = x.count - sample.count
    comparison = Comparison(answer, expected: numeric, atol: atol, rtol: rtol, leftOut: leftOut)
    let first = comparison.wrongElements.firstIndex(of: true)
    terms = try unrecorded { try first.map { try differences.terms($0, step: eps) } ?? [] }
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
