private import KernelInterface

/// Batch, instance and group normalization of images in `PixelLayout`.
///
/// ```
/// y = γ · (x − μ) / √(v + ε) + β,   then + residual,   then relu
/// ```
///
/// Vectors of channels (γ, β and their gradients) are as long as a pixel, with zeros where a pixel has zeros. Means and
/// variances are taken in double precision, of differences to a number near the mean: those of large numbers as well
/// have the digits that the numbers have.
package struct ChannelNormalization: Sendable {
  /// Whose numbers share a mean and a variance.
  package enum Sharing: Sendable {
    /// One channel of all images.
    case batch
    /// Groups of neighbouring channels of one image; with as many groups as channels, one channel of one image.
    case groups(Int)
  }

  /// Mean and biased variance of each channel; for groups of each image, one image after the other. As many numbers for
  /// an image as a pixel has.
  package struct Moments: Sendable {
    package var mean: [Double]
    package var variance: [Double]

    package init(mean: [Double], variance: [Double]) { (self.mean, self.variance) = (mean, variance) }
  }

  package let epsilon: Double
  /// For a batch, all pixels as one image.
  private let layout: PixelLayout
  private let groupSize: Int
  /// How many channels a pixel has, padding included.
  private let step: Int
  /// The channels of all images that have moments of their own.
  private let width: Int
  private let chunks: PixelChunks

  package init(_ layout: PixelLayout, sharing: Sharing, epsilon: Double) {
    self.epsilon = epsilon
    switch sharing {
    case .batch:
      self.layout = PixelLayout(images: 1, channels: layout.channels, height: layout.pixels, width: 1)
      groupSize = 1
    case .groups(let groups):
      precondition(groups > 0 && layout.channels % groups == 0)
      self.layout = layout
      groupSize = layout.channels / groups
    }
    step = self.layout.step
    width = self.layout.images * step
    chunks = PixelChunks(self.layout, size: 32 * 1024)
  }

  private var kernels: NormalizationKernels { ProcessorLevel.table.normalization }

  // MARK: - Forward

  /// Normalizes with the moments of `x`.
  ///
  /// - Parameters:
  ///   - gamma: γ; 1 if nothing is given.
  ///   - beta: β; 0 if nothing is given.
  ///   - residual: What is added, in the layout of `y`.
  /// - Returns: The moments, for `gradient` and for running means.
  package func normalize(
    _ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, gamma: UnsafePointer<Float>? = nil,
    beta: UnsafePointer<Float>? = nil, residual: UnsafePointer<Float>? = nil, relu: Bool = false
  ) -> Moments {
    let moments = moments(x)
    normalize(y, x, by: moments, gamma: gamma, beta: beta, residual: residual, relu: relu)
    return moments
  }

  /// Normalizes with given moments, as batch normalization does at test time.
  package func normalize(
    _ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, by moments: Moments,
    gamma: UnsafePointer<Float>? = nil, beta: UnsafePointer<Float>? = nil, residual: UnsafePointer<Float>? = nil,
    relu: Bool = false
  ) {
    let factors = factors(moments, gamma, beta)
    forEachPart(fromTheEnd: true) { start, part, pixels in
      kernels.apply(
        y + start, x + start, channels(factors, of: part.image), residual.map { $0 + start }, relu, pixels)
    }
  }

  /// Mean and biased variance.
  package func moments(_ x: UnsafePointer<Float>) -> Moments {
    let centre = sampleMeans(x)
    let sums = channelSums { first, second, start, part, pixels in
      kernels.moments(first, second, x + start, centre.base + part.image * step, pixels)
    }
    let pixels = Double(layout.height * layout.width)
    var (means, variances) = ([Double](repeating: 0, count: width), [Double](repeating: 0, count: width))
    forEachGroup { first, _ in
      var mean = 0.0
      for c in first..<first + groupSize { mean += Double(centre.base[c]) + sums.first[c] / pixels }
      mean /= Double(groupSize)
      var squares = 0.0
      for c in first..<first + groupSize {
        let offset = sums.first[c] / pixels
        let distance = Double(centre.base[c]) + offset - mean
        squares += sums.second[c] - sums.first[c] * offset + pixels * distance * distance
      }
      // Rounding may leave less than 0; nan stays.
      let variance = (squares < 0 ? 0 : squares) / (pixels * Double(groupSize))
      for c in first..<first + groupSize { (means[c], variances[c]) = (mean, variance) }
    }
    return Moments(mean: means, variance: variances)
  }

  // MARK: - Backward

  /// Which dy count where relu follows.
  package enum Relu {
    case none
    /// Relu's output is at hand. Needed with a residual.
    case output(UnsafePointer<Float>)
    /// Its sign is computed again from x: less memory to read.
    case computed(gamma: UnsafePointer<Float>?, beta: UnsafePointer<Float>?)
  }

  /// ```
  /// dx = γ/σ · (dy − mean(dy) − x̂ · mean(dy · x̂)),   dγ = Σ dy · x̂,   dβ = Σ dy
  /// ```
  ///
  /// - Parameters:
  ///   - dresidual: The gradient of the residual, where one was added.
  ///   - dgamma: dγ, as long as a pixel.
  ///   - dbeta: dβ, as long as a pixel.
  ///   - moments: What `normalize` gave.
  package func gradient(
    dx: UnsafeMutablePointer<Float>, dresidual: UnsafeMutablePointer<Float>? = nil,
    dgamma: UnsafeMutablePointer<Float>, dbeta: UnsafeMutablePointer<Float>, _ dy: UnsafePointer<Float>,
    _ x: UnsafePointer<Float>, moments: Moments, gamma: UnsafePointer<Float>?, relu: Relu = .none
  ) {
    let forward: AlignedBuffer
    if case .computed(let gamma, let beta) = relu {
      forward = factors(moments, gamma, beta)
    } else {
      forward = factors(moments, nil, nil)
    }
    func mask(_ start: Int, _ image: Int) -> NormalizationKernels.Mask {
      switch relu {
      case .none: .everywhere
      case .output(let y): .output(y + start)
      case .computed: .computed(channels(forward, of: image))
      }
    }
    let sums = channelSums { first, second, start, part, pixels in
      kernels.gradientMoments(
        first, second, dy + start, x + start, channels(forward, of: part.image).mean, mask(start, part.image), pixels)
    }
    let gradient = gradientFactors(sums, dgamma: dgamma, dbeta: dbeta, moments, gamma)
    forEachPart(fromTheEnd: true) { start, part, pixels in
      let at = gradient.base + part.image * step
      kernels.applyGradient(
        dx + start, dresidual.map { $0 + start }, dy + start, x + start,
        .init(
          mean: channels(forward, of: part.image).mean, output: at, input: at + width, constant: at + 2 * width),
        mask(start, part.image), pixels)
    }
  }

  /// What dy, x − mean and 1 are multiplied by to give dx.
  private func gradientFactors(
    _ sums: Sums, dgamma: UnsafeMutablePointer<Float>, dbeta: UnsafeMutablePointer<Float>, _ moments: Moments,
    _ gamma: UnsafePointer<Float>?
  ) -> AlignedBuffer {
    let factors = AlignedBuffer(count: 3 * width)
    factors.base.update(repeating: 0, count: factors.count)
    var (gammaSums, betaSums) = ([Double](repeating: 0, count: step), [Double](repeating: 0, count: step))
    let share = 1 / Double(layout.height * layout.width * groupSize)
    forEachGroup { first, channel in
      let inverse = 1 / (moments.variance[first] + epsilon).squareRoot()
      // The sums are of differences to the mean as a float.
      let rounding = moments.mean[first] - Double(Float(moments.mean[first]))
      // Of dy · γ over the group: the mean, and the mean of its product with x − μ, over the variance.
      var (mean, slope) = (0.0, 0.0)
      for i in 0..<groupSize {
        let (sum, gamma) = (sums.first[first + i], gamma.map { Double($0[channel + i]) } ?? 1)
        let product = (sums.second[first + i] - rounding * sum) * inverse
        mean += gamma * sum
        slope += gamma * product
        gammaSums[channel + i] += product
        betaSums[channel + i] += sum
        factors.base[first + i] = Float(inverse * gamma)
      }
      mean *= share
      slope *= share * inverse
      let (input, constant) = (Float(-inverse * slope), Float(inverse * (slope * rounding - mean)))
      for c in first..<first + groupSize {
        factors.base[width + c] = input
        factors.base[2 * width + c] = constant
      }
    }
    for c in 0..<step { (dgamma[c], dbeta[c]) = (Float(gammaSums[c]), Float(betaSums[c])) }
    return factors
  }

  // MARK: - Vectors of channels

  /// Mean, scale and shift: `width` numbers each. What the mean loses as a float is in the shift.
  private func factors(
    _ moments: Moments, _ gamma: UnsafePointer<Float>?, _ beta: UnsafePointer<Float>?
  ) -> AlignedBuffer {
    let factors = AlignedBuffer(count: 3 * width)
    factors.base.update(repeating: 0, count: factors.count)
    forEachGroup { first, channel in
      let mean = Float(moments.mean[first])
      let inverse = 1 / (moments.variance[first] + epsilon).squareRoot()
      let rounding = moments.mean[first] - Double(mean)
      for i in 0..<groupSize {
        let scale = (gamma.map { Double($0[channel + i]) } ?? 1) * inverse
        factors.base[first + i] = mean
        factors.base[width + first + i] = Float(scale)
        factors.base[2 * width + first + i] = Float((beta.map { Double($0[channel + i]) } ?? 0) - rounding * scale)
      }
    }
    return factors
  }

  private func channels(_ factors: AlignedBuffer, of image: Int) -> NormalizationKernels.Channels {
    let at = factors.base + image * step
    return .init(mean: at, scale: at + width, shift: at + 2 * width)
  }

  /// Calls `body` for every group of every image, with the place of its first channel among the moments and in a pixel.
  @inline(__always)
  private func forEachGroup(_ body: (_ first: Int, _ channel: Int) -> Void) {
    for image in 0..<layout.images {
      for channel in stride(from: 0, to: layout.channels, by: max(groupSize, 1)) {
        body(image * step + channel, channel)
      }
    }
  }

  /// The mean of a few pixels: near enough to the mean of all.
  private func sampleMeans(_ x: UnsafePointer<Float>) -> AlignedBuffer {
    let means = AlignedBuffer(count: width)
    let pixels = layout.height * layout.width
    let samples = min(pixels, 16)
    for image in 0..<layout.images {
      var sums = [Double](repeating: 0, count: step)
      for sample in 0..<samples {
        let pixel = image * pixels + (2 * sample + 1) * pixels / (2 * samples)
        kernels.sums(&sums, x + pixel * step, .init(count: 1, step: step))
      }
      for c in 0..<step { means.base[image * step + c] = Float(sums[c] / Double(max(samples, 1))) }
    }
    return means
  }

  // MARK: - Chunks

  /// Second passes begin at the end: what the first pass has read last is still in the cache.
  private func forEachPart(
    fromTheEnd: Bool = false,
    _ body: (_ start: Int, _ part: PixelChunks.Part, _ pixels: NormalizationKernels.Pixels) -> Void
  ) {
    ThreadPool.run(chunks: chunks.count) { chunk in
      chunks.forEachPart(of: fromTheEnd ? chunks.count - 1 - chunk : chunk) { part in
        let start = part.image * layout.imageSize + part.firstPixel * step
        body(start, part, .init(count: part.pixels, step: step))
      }
    }
  }

  private typealias Sums = (first: [Double], second: [Double])

  /// Two sums for each channel of each image: those of the parts, added in their order.
  private func channelSums(
    _ add: (
      _ first: UnsafeMutablePointer<Double>, _ second: UnsafeMutablePointer<Double>, _ start: Int,
      _ part: PixelChunks.Part, _ pixels: NormalizationKernels.Pixels
    ) -> Void
  ) -> Sums {
    let bands = max(chunks.bandsPerImage, 1)
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * width * bands) { buffer in
      guard let partial = buffer.baseAddress else { return ([], []) }
      if layout.count == 0 { buffer.initialize(repeating: 0) }
      forEachPart { start, part, pixels in
        let first = partial + 2 * (part.image * bands + part.band) * step
        first.update(repeating: 0, count: 2 * step)
        add(first, first + step, start, part, pixels)
      }
      var sums: Sums = ([], [])
      for image in 0..<layout.images {
        let all = partial + 2 * image * bands * step
        for band in 1..<bands {
          let part = all + 2 * band * step
          for c in 0..<2 * step { all[c] += part[c] }
        }
        sums.first += UnsafeBufferPointer(start: all, count: step)
        sums.second += UnsafeBufferPointer(start: all + step, count: step)
      }
      return sums
    }
  }
}
