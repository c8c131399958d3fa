/// Random numbers from a seed: the same seed gives the same numbers on every machine.
///
/// The generator is SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014): a
/// counter that steps by the golden ratio, and a function that stirs its bits.
package struct Random {
  private var state: UInt64

  package init(seed: Int) {
    state = UInt64(bitPattern: Int64(seed))
  }

  /// The next 64 random bits.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number from 0 up to, and not including, 1: the upper 53 bits, as many as a `Double` keeps.
  package mutating func uniform() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A number of the normal distribution with mean 0 and deviation 1, by the polar method of Marsaglia and Bray.
  package mutating func normal() -> Double {
    while true {
      let u = 2 * uniform() - 1
      let v = 2 * uniform() - 1
      let square = u * u + v * v
      if square > 0 && square < 1 {
        return u * (-2 * naturalLogarithm(square) / square).squareRoot()
      }
    }
  }
}

/// The logarithm of a positive number, by additions, multiplications and divisions alone: these give the same bits on
/// every machine, which the system's own logarithm does not promise.
///
/// ```
/// ln(m · 2ᵉ) = e · ln 2 + 2 · (z + z³/3 + z⁵/5 + …),   z = (m − 1)/(m + 1)
/// ```
private func naturalLogarithm(_ x: Double) -> Double {
  // m from 0.7 to 1.4, so that nothing cancels where x is near 1, and z is small.
  let isUpperHalf = x.significand > 1.4
  let m = isUpperHalf ? x.significand / 2 : x.significand
  let e = isUpperHalf ? x.exponent + 1 : x.exponent
  let z = (m - 1) / (m + 1)
  // |z| is below 0.18: after 11 terms the rest is below half a unit in the last place.
  let series = (0..<11).reversed().reduce(0) { sum, k in sum * z * z + 1 / Double(2 * k + 1) }
  return Double(e) * 0.693_147_180_559_945_3 + 2 * z * series
}

extension Tensor {
  /// Draws numbers that are equally likely anywhere between `low` and `high`.
  ///
  /// ```swift
  /// Tensor.uniform([2], low: 10, high: 20, seed: 1).elements  // [15.66561575172281, 17.45781757262701]
  /// ```
  ///
  /// - Parameters:
  ///   - shape: The size of each axis.
  ///   - low: The smallest number.
  ///   - high: Numbers stay below this one.
  ///   - seed: The same seed gives the same numbers, on every machine.
  ///   - dtype: The kind of numbers.
  /// - Returns: A tensor of shape `shape`.
  package static func uniform(
    _ shape: [Int], low: Double = 0, high: Double = 1, seed: Int, dtype: DType = .float64
  ) throws -> Tensor {
    var random = Random(seed: seed)
    let count = try count(of: shape)
    return try computed(shape, as: Double.self) { y in
      try inBlocks(count) { for i in $0 { y[i] = low + (high - low) * random.uniform() } }
    }.asType(dtype)
  }

  /// Draws numbers of the normal distribution: most of them near `mean`, few further away than 2 deviations.
  ///
  /// ```swift
  /// Tensor.normal([2], mean: 10, deviation: 0.5, seed: 1).elements  // [10.214726102692003, 10.228227603794423]
  /// ```
  ///
  /// - Parameters:
  ///   - shape: The size of each axis.
  ///   - mean: The middle of the distribution.
  ///   - deviation: Its width.
  ///   - seed: The same seed gives the same numbers, on every machine.
  ///   - dtype: The kind of numbers.
  /// - Returns: A tensor of shape `shape`.
  package static func normal(
    _ shape: [Int], mean: Double = 0, deviation: Double = 1, seed: Int, dtype: DType = .float64
  ) throws -> Tensor {
    var random = Random(seed: seed)
    let count = try count(of: shape)
    return try computed(shape, as: Double.self) { y in
      try inBlocks(count) { for i in $0 { y[i] = mean + deviation * random.normal() } }
    }.asType(dtype)
  }
}
