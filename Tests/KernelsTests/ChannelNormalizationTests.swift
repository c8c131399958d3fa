import Kernels
import Testing

/// Normalization in plain loops and double precision: `[N, C, H, W]` row by row.
private struct PlainNormalization {
  let layout: PixelLayout
  let groups: Int?
  let epsilon: Double
  let x: [Float]
  let gamma: [Float]
  let beta: [Float]

  var plane: Int { layout.height * layout.width }

  private func channel(_ i: Int) -> Int { i / plane % layout.channels }

  /// Which mean number `i` has a part in.
  private func set(_ i: Int) -> Int {
    guard let groups else { return channel(i) }
    return i / plane / layout.channels * groups + channel(i) / (layout.channels / groups)
  }

  /// The mean over each set, for each number.
  private func means(_ value: (Int) -> Double) -> [Double] {
    var sums = [Int: (sum: Double, count: Double)]()
    for i in x.indices {
      sums[set(i), default: (0, 0)].sum += value(i)
      sums[set(i), default: (0, 0)].count += 1
    }
    return x.indices.map { i in sums[set(i)].map { $0.sum / $0.count } ?? 0 }
  }

  var deviations: (centred: [Double], inverse: [Double]) {
    let mean = means { Double(x[$0]) }
    let centred = x.indices.map { Double(x[$0]) - mean[$0] }
    return (centred, means { centred[$0] * centred[$0] }.map { 1 / ($0 + epsilon).squareRoot() })
  }

  var y: [Double] {
    let (centred, inverse) = deviations
    return x.indices.map { centred[$0] * inverse[$0] * Double(gamma[channel($0)]) + Double(beta[channel($0)]) }
  }

  func gradients(_ dy: [Double]) -> (dx: [Double], dgamma: [Double], dbeta: [Double]) {
    let (centred, inverse) = deviations
    let standard = x.indices.map { centred[$0] * inverse[$0] }
    let scaled = x.indices.map { dy[$0] * Double(gamma[channel($0)]) }
    let (mean, product) = (means { scaled[$0] }, means { scaled[$0] * standard[$0] })
    var (dgamma, dbeta) = ([Double](repeating: 0, count: gamma.count), [Double](repeating: 0, count: gamma.count))
    for i in x.indices {
      dgamma[channel(i)] += dy[i] * standard[i]
      dbeta[channel(i)] += dy[i]
    }
    return (x.indices.map { inverse[$0] * (scaled[$0] - mean[$0] - standard[$0] * product[$0]) }, dgamma, dbeta)
  }
}

@Suite(.serialized) struct ChannelNormalizationTests {
  struct Case: CustomTestStringConvertible {
    let layout: PixelLayout
    let groups: Int?
    let offset: Float

    init(_ n: Int, _ c: Int, _ h: Int, _ w: Int, groups: Int? = nil, offset: Float = 0) {
      layout = PixelLayout(images: n, channels: c, height: h, width: w)
      (self.groups, self.offset) = (groups, offset)
    }

    var testDescription: String { "\(layout), \(groups.map { "\($0) groups" } ?? "batch"), around \(offset)" }
    var numbers: Int { layout.pixels * layout.channels }
    var sharing: ChannelNormalization.Sharing { groups.map { .groups($0) } ?? .batch }
  }

  static let cases = [
    Case(3, 5, 4, 7), Case(2, 1, 28, 28), Case(4, 64, 20, 31), Case(32, 33, 3, 3), Case(50, 20, 1, 1),
    Case(2, 3, 5, 5, offset: 1000), Case(3, 6, 4, 7, groups: 2), Case(2, 17, 9, 5, groups: 17),
    Case(1, 8, 6, 6, groups: 1, offset: -300), Case(2, 32, 40, 40, groups: 4), Case(40, 16, 2, 2, groups: 16),
  ]

  private func padded(_ channels: [Float]) -> [Float] {
    channels + [Float](repeating: 0, count: (16 - channels.count % 16) % 16)
  }

  @Test(arguments: cases)
  func valuesAndGradientsAreThoseOfPlainLoops(_ c: Case) {
    let (layout, channels) = (c.layout, c.layout.channels)
    let x = randomNumbers(c.numbers, seed: 1).map { $0 + c.offset }
    let (gamma, beta) = (randomNumbers(channels, seed: 2), randomNumbers(channels, seed: 3))
    let (dy, residual) = (randomNumbers(c.numbers, seed: 4), randomNumbers(c.numbers, seed: 5))
    let plain = PlainNormalization(
      layout: layout, groups: c.groups, epsilon: 1e-5, x: x, gamma: gamma, beta: beta)
    let fast = ChannelNormalization(layout, sharing: c.sharing, epsilon: 1e-5)
    let (pixels, dyPixels) = (pixelOrder(x, layout), pixelOrder(dy, layout))
    let (gammas, betas, residuals) = (padded(gamma), padded(beta), pixelOrder(residual, layout))

    for (hasResidual, relu) in [(false, false), (false, true), (true, false), (true, true)] {
      var found = [Float](repeating: 9, count: layout.count)
      let moments = residuals.withUnsafeBufferPointer { residual in
        fast.normalize(
          &found, pixels, gamma: gammas, beta: betas, residual: hasResidual ? residual.baseAddress : nil, relu: relu)
      }
      let sum = zip(plain.y, residual).map { $0 + (hasResidual ? Double($1) : 0) }
      let y = relu ? sum.map { max($0, 0) } : sum
      #expect(relativeError(found, pixelOrder(y, layout)) < 3e-6)

      // By the output that was found: near 0, its sign is a matter of rounding.
      let rows = rowOrder(found, layout)
      let masked = zip(dy, rows).map { relu && $1 <= 0 ? 0 : Double($0) }
      let expected = plain.gradients(masked)
      var masks: [ChannelNormalization.Relu] = relu ? [] : [.none]
      found.withUnsafeBufferPointer { y in
        gammas.withUnsafeBufferPointer { gamma in
          betas.withUnsafeBufferPointer { beta in
            if relu, let y = y.baseAddress { masks.append(.output(y)) }
            if relu && !hasResidual { masks.append(.computed(gamma: gamma.baseAddress, beta: beta.baseAddress)) }
            for mask in masks {
              var (dx, dresidual) = ([Float](repeating: 9, count: layout.count), dyPixels)
              var (dgamma, dbeta) = (gammas, gammas)
              fast.gradient(
                dx: &dx, dresidual: &dresidual, dgamma: &dgamma, dbeta: &dbeta, dyPixels, pixels, moments: moments,
                gamma: gammas, relu: mask)
              #expect(relativeError(dx, pixelOrder(expected.dx, layout)) < 3e-6)
              #expect(dresidual == pixelOrder(masked.map { Float($0) }, layout))
              #expect(relativeError(dgamma, padded(expected.dgamma)) < 3e-6)
              #expect(relativeError(dbeta, padded(expected.dbeta)) < 1e-6)
            }
          }
        }
      }
    }
  }

  private func padded(_ channels: [Double]) -> [Double] {
    channels + [Double](repeating: 0, count: (16 - channels.count % 16) % 16)
  }

  @Test func momentsOfLargeNumbersAreExact() {
    let layout = PixelLayout(images: 4, channels: 3, height: 50, width: 60)
    // In float32, the mean of the squares would have an error of 1.
    let x = randomNumbers(layout.pixels * 3).map { $0 + 3000 }
    let moments = ChannelNormalization(layout, sharing: .batch, epsilon: 0).moments(pixelOrder(x, layout))
    for channel in 0..<3 {
      let numbers = x.indices.filter { $0 / 3000 % 3 == channel }.map { Double(x[$0]) }
      let mean = numbers.reduce(0, +) / Double(numbers.count)
      let variance = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(numbers.count)
      #expect((moments.mean[channel] - mean).magnitude < 1e-8 * mean)
      #expect((moments.variance[channel] - variance).magnitude < 1e-7 * variance)
    }
  }

  @Test func givenMomentsAreTakenAsTheyAre() {
    let layout = PixelLayout(images: 1, channels: 2, height: 1, width: 2)
    var y = [Float](repeating: 9, count: layout.count)
    ChannelNormalization(layout, sharing: .batch, epsilon: 0).normalize(
      &y, pixelOrder([3, 5, 1, 2] as [Float], layout),
      by: .init(mean: [1, 2] + .init(repeating: 0, count: 14), variance: [4, 1] + .init(repeating: 1, count: 14)))
    #expect(rowOrder(y, layout) == [1, 2, -1, 0])
  }

  @Test func sameBitsForAnyNumberOfThreads() {
    let layout = PixelLayout(images: 3, channels: 40, height: 50, width: 41)
    let (x, dy) = (randomNumbers(layout.count, seed: 1), randomNumbers(layout.count, seed: 2))
    let before = ThreadPool.threads
    defer { ThreadPool.threads = before }
    let results = [1, 3].map { threads in
      ThreadPool.threads = threads
      let fast = ChannelNormalization(layout, sharing: .batch, epsilon: 1e-5)
      var (y, dx, dgamma, dbeta) = (x, x, x, x)
      let moments = fast.normalize(&y, x)
      fast.gradient(dx: &dx, dgamma: &dgamma, dbeta: &dbeta, dy, x, moments: moments, gamma: nil)
      return [y, dx, dgamma, dbeta]
    }
    #expect(results[0] == results[1])
  }

  @Test(arguments: cases)
  func sumsAndMeansOverPixels(_ c: Case) {
    let (layout, plane) = (c.layout, c.layout.height * c.layout.width)
    let x = randomNumbers(c.numbers).map { $0 + c.offset }
    var (sums, means) = ([Double](repeating: 0, count: layout.channels), [Double]())
    for channel in 0..<layout.images * layout.channels {
      let sum = x[channel * plane..<(channel + 1) * plane].reduce(0) { $0 + Double($1) }
      sums[channel % layout.channels] += sum
      means.append(sum / Double(plane))
    }
    let output = PixelLayout(images: layout.images, channels: layout.channels, height: 1, width: 1)
    var (foundSums, foundMeans) = (
      [Float](repeating: 9, count: layout.step), [Float](repeating: 9, count: output.count)
    )
    ChannelSums.overImages(&foundSums, pixelOrder(x, layout), layout)
    #expect(relativeError(foundSums, padded(sums)) < 1e-6)
    ChannelSums.means(&foundMeans, pixelOrder(x, layout), layout)
    #expect(relativeError(foundMeans, pixelOrder(means, output)) < 1e-6)

    let dy = randomNumbers(means.count)
    var dx = [Float](repeating: 9, count: layout.count)
    ChannelSums.meansGradient(&dx, pixelOrder(dy, output), layout)
    #expect(dx == pixelOrder(x.indices.map { dy[$0 / plane] / Float(plane) }, layout))
  }
}
