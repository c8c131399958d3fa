import Foundation

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
  ///
  /// Of its functions only the logarithm could differ between machines in the last bit, so the result is rounded to
  /// 40 bits, which hides that.
  package mutating func normal() -> Double {
    while true {
      let u = 2 * uniform() - 1
      let v = 2 * uniform() - 1
      let square = u * u + v * v
      if square > 0 && square < 1 {
        return rounded(u * (-2 * log(square) / square).squareRoot())
      }
    }
  }

  private func rounded(_ x: Double) -> Double {
    // Adding and taking away a number 2¹² times as large leaves 52 − 12 = 40 bits.
    let large = x * 0x1p12
    return (x + large) - large
  }
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
  /// - Returns: A tensor of shape `shape`.
  package static func uniform(_ shape: [Int], low: Double = 0, high: Double = 1, seed: Int) throws -> Tensor {
    var random = Random(seed: seed)
    let count = try count(of: shape)
    return try computed(shape, as: Double.self) { y in
      for i in 0..<count { y[i] = low + (high - low) * random.uniform() }
    }
  }

  /// Draws numbers of the normal distribution: most of them near `mean`, few further away than 2 deviations.
  ///
  /// ```swift
  /// Tensor.normal([2], mean: 10, deviation: 0.5, seed: 1).elements  // [10.214726102691998, 10.22822760379438]
  /// ```
  ///
  /// - Parameters:
  ///   - shape: The size of each axis.
  ///   - mean: The middle of the distribution.
  ///   - deviation: Its width.
  ///   - seed: The same seed gives the same numbers, on every machine.
  /// - Returns: A tensor of shape `shape`.
  package static func normal(_ shape: [Int], mean: Double = 0, deviation: Double = 1, seed: Int) throws -> Tensor {
    var random = Random(seed: seed)
    let count = try count(of: shape)
    return try computed(shape, as: Double.self) { y in
      for i in 0..<count { y[i] = mean + deviation * random.normal() }
    }
  }
}
