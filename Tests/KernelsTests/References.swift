import Kernels

/// Numbers from −1 to 1, the same ones for the same seed.
func randomNumbers(_ count: Int, seed: UInt64 = 1, in range: ClosedRange<Float> = -1...1) -> [Float] {
  var generator = SplitMix(state: seed)
  return (0..<count).map { _ in Float.random(in: range, using: &generator) }
}

struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}

/// `[N, C, H, W]` row by row in the order of a layout, with zeros behind the channels.
func pixelOrder<Number: BinaryFloatingPoint>(_ rows: [Number], _ layout: PixelLayout) -> [Number] {
  let plane = layout.height * layout.width
  var y = [Number](repeating: 0, count: layout.count)
  for image in 0..<layout.images {
    for channel in 0..<layout.channels {
      for pixel in 0..<plane {
        y[(image * plane + pixel) * layout.step + channel] = rows[(image * layout.channels + channel) * plane + pixel]
      }
    }
  }
  return y
}

/// The largest difference, as a part of the largest number.
func relativeError(_ found: [Float], _ expected: [Double]) -> Double {
  guard found.count == expected.count else { return .infinity }
  let largest = expected.reduce(1e-30) { max($0, $1.magnitude) }
  return zip(found, expected).reduce(0) { error, pair in
    let difference = (Double(pair.0) - pair.1).magnitude
    return difference.isNaN ? .infinity : max(error, difference / largest)
  }
}

/// What `pixelOrder` was made of.
func rowOrder(_ pixels: [Float], _ layout: PixelLayout) -> [Float] {
  let plane = layout.height * layout.width
  return (0..<layout.pixels * layout.channels).map { i in
    let (image, channel) = (i / plane / layout.channels, i / plane % layout.channels)
    return pixels[(image * plane + i % plane) * layout.step + channel]
  }
}
