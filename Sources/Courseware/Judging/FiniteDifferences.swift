/// The gradient of `error` at `point` by central differences, as far as it can be known.
package struct FiniteDifferences {
  /// Where it was computed; above 2,000 elements only a sample is.
  package var gradient: [Double]
  /// Elements without a value: not in the sample, or at a kink.
  package var unknown: Set<Int> = []

  private static let sampleSize = 2_000
  /// The usual step, and those that are tried where it disagrees with the answer.
  private static let steps = [1e-5, 1e-4, 1e-6]
  /// How many elements are looked at again: with more of them the answer is wrong, whatever the step.
  private static let mostRetries = 200

  /// - Parameters:
  ///   - point: Where the gradient is wanted; every element in turn is moved up and down a little.
  ///   - agrees: Whether a derivative is what the learner answered, `(index, derivative)`. Elements that disagree are
  ///     looked at again with other steps, and left out where the function has a kink.
  ///   - error: A scalar function of all elements, in double precision.
  package init(
    at point: [Double], agrees: (Int, Double) -> Bool, of error: ([Double]) throws -> Double
  ) rethrows {
    gradient = Array(repeating: 0, count: point.count)
    let sampled = Self.sample(of: point.count)
    unknown = Set(gradient.indices).subtracting(sampled)
    var moved = point
    var retries = 0
    for index in sampled {
      func value(_ offset: Double) throws -> Double {
        moved[index] = point[index] + offset
        defer { moved[index] = point[index] }
        return try error(moved)
      }
      func central(_ step: Double) throws -> Double { try (value(step) - value(-step)) / (2 * step) }
      gradient[index] = try central(Self.steps[0])
      if agrees(index, gradient[index]) || retries == Self.mostRetries { continue }
      retries += 1
      // An answer that any of the steps agrees with is right: the step was at fault
      var found = false
      for step in Self.steps.dropFirst() where !found {
        let derivative = try central(step)
        found = agrees(index, derivative)
        if found { gradient[index] = derivative }
      }
      if !found, try Self.isKink(value: value) { unknown.insert(index) }
    }
  }

  /// Where the slopes to the left and to the right differ, and go on to differ as the step shrinks. A smooth function's
  /// two slopes come ten times closer with a step ten times smaller.
  private static func isKink(value: (Double) throws -> Double) rethrows -> Bool {
    let middle = try value(0)
    func jump(_ step: Double) throws -> (size: Double, slope: Double) {
      let right = try (value(step) - middle) / step
      let left = try (middle - value(-step)) / step
      return (abs(right - left), max(abs(right), abs(left)))
    }
    let wide = try jump(1e-4)
    let narrow = try jump(1e-5)
    return narrow.size > 1e-3 * max(narrow.slope, 1e-3) && narrow.size > 0.5 * wide.size
  }

  /// Every element of a small tensor; of a large one a few thousand that are spread over it and do not follow its rows.
  private static func sample(of count: Int) -> [Int] {
    guard count > sampleSize else { return Array(0..<count) }
    var indices: Set<Int> = [0, count - 1]
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    while indices.count < sampleSize {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      indices.insert(Int((state >> 33) % UInt64(count)))
    }
    return indices.sorted()
  }
}
