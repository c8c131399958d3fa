import Foundation
import Kernels
import Testing

@Suite struct LocalResponseNormalizationTests {
  @Test(arguments: [
    (0, 3, 4, 5), (1, 1, 3, 5), (2, 7, 5, 5), (2, 33, 30, 4), (1, 64, 20, 1), (1, 5, 2, 40), (1, 96, 13, 2),
  ])
  func valuesAndGradientsAreThoseOfPlainLoops(images: Int, channels: Int, height: Int, size: Int) {
    let layout = PixelLayout(images: images, channels: channels, height: height, width: 3)
    let plane = layout.height * layout.width
    let x = randomNumbers(images * channels * plane, seed: 1, in: -3...3)
    let dy = randomNumbers(x.count, seed: 2)
    /// The places of the channels from `first` to `last` around that of `i`.
    func around(_ i: Int, _ first: Int, _ last: Int) -> [Int] {
      let channel = i / plane % channels
      return (max(first, -channel)...min(last, channels - 1 - channel)).map { i + $0 * plane }
    }
    let activity = x.indices.map { i in
      2 + 0.7 / Double(size) * around(i, -(size / 2), (size - 1) / 2).reduce(0) { $0 + Double(x[$1]) * Double(x[$1]) }
    }
    let y = x.indices.map { Double(x[$0]) / pow(activity[$0], 0.75) }
    let dx = x.indices.map { i in
      let shares = around(i, -((size - 1) / 2), size / 2).map {
        Double(dy[$0]) * Double(x[$0]) / pow(activity[$0], 1.75)
      }
      return Double(dy[i]) / pow(activity[i], 0.75) - 1.5 * 0.7 / Double(size) * Double(x[i]) * shares.reduce(0, +)
    }

    let fast = LocalResponseNormalization(layout, size: size, alpha: 0.7, k: 2)
    var found = [Float](repeating: 9, count: layout.count)
    fast.normalize(&found, pixelOrder(x, layout))
    #expect(relativeError(found, pixelOrder(y, layout)) < 1e-6)
    fast.gradient(dx: &found, pixelOrder(dy, layout), pixelOrder(x, layout))
    #expect(relativeError(found, pixelOrder(dx, layout)) < 2e-6)
  }
}
