/// Which algorithm is to compute a convolution, and why.
///
/// The one with the least estimated time is taken:
///
/// ```
/// seconds = max(operations / (cores · operations a second), bytes of packed kernels / bytes a second from memory)
///         + bytes of transformed tiles / (cores · bytes a second in the cache)
///         + bytes of packed kernels / (cores · bytes packed a second)               where they are not packed yet
/// ```
///
/// F(4x4, 3x3) for example has 36 products for 16 outputs where the direct way has 144, but its kernels are four times
/// as large, and tiles that stick out at the edges cost as much as others.
package struct ConvolutionPlan: Hashable, Sendable {
  package let algorithm: ConvolutionAlgorithm
  private let why: Why

  /// What spoke for the algorithm.
  private enum Why: Hashable {
    case ownKernels
    case roundingErrors
    case noTiles
    /// So many times fewer than the direct way.
    case fewerOperations(Double)
    /// What speaks against the best of the algorithms with tiles.
    case noFewerOperations(ConvolutionAlgorithm)
    case packedKernels(ConvolutionAlgorithm, bytes: Double)
    case transforms(ConvolutionAlgorithm)
  }

  private init(_ algorithm: ConvolutionAlgorithm, _ why: Why) { (self.algorithm, self.why) = (algorithm, why) }

  /// - Parameters:
  ///   - weightsArePacked: Whether the packed kernels are kept from one call to the next: false in training.
  ///   - threads: How many cores are supposed to share the work. Results are the same for every number of threads only
  ///     where this is the same too, for another algorithm rounds otherwise.
  package static func choose(
    _ shape: ConvolutionShape, pass: ConvolutionPass, weightsArePacked: Bool, threads: Int = 4,
    speed: ProcessorSpeed = .current
  ) -> ConvolutionPlan {
    if DepthwiseConvolution.fits(shape), shape.channels > 1 {
      return ConvolutionPlan(.depthwise, .ownKernels)
    }
    if pass == .kernelGradient { return ConvolutionPlan(.direct, .roundingErrors) }
    let candidates = ConvolutionAlgorithm.allCases.filter { WinogradConvolution.fits(shape, $0) }
    if candidates.isEmpty { return ConvolutionPlan(.direct, .noTiles) }
    let seen = pass == .inputGradient ? shape.transposed : shape
    let fewColumns = pass == .inputGradient ? FewChannelGradient.columns(shape) : nil
    func cost(_ algorithm: ConvolutionAlgorithm) -> Cost {
      Cost(
        seen, algorithm, fewColumns: fewColumns, weightsArePacked: weightsArePacked, threads: threads, speed)
    }
    let direct = cost(.direct)
    let (best, tiled) = candidates.map { ($0, cost($0)) }.min { $0.1.seconds < $1.1.seconds }!
    if tiled.seconds < direct.seconds {
      return ConvolutionPlan(best, .fewerOperations(direct.operations / tiled.operations))
    }
    let why: Why =
      if tiled.operations >= direct.operations {
        .noFewerOperations(best)
      } else if tiled.kernelSeconds > tiled.transformSeconds {
        .packedKernels(best, bytes: tiled.packedBytes)
      } else {
        .transforms(best)
      }
    return ConvolutionPlan(.direct, why)
  }

  /// A sentence for the learner, such as `F(4x4, 3x3): 3.1 times fewer operations than direct`.
  package var reason: String {
    let text =
      switch why {
      case .ownKernels: "each channel has a kernel of its own"
      case .roundingErrors:
        "tiles leave rounding errors where a kernel's gradient is 0, and Adam would enlarge them"
      case .noTiles: "tiles are for kernels of 3x3 or 5x5 with stride 1, undilated, in one group"
      case .fewerOperations(let ratio): "\(Self.rounded(ratio)) times fewer operations than direct"
      case .noFewerOperations(let other): "\(other.name) would not save operations here"
      case .packedKernels(let other, let bytes):
        "\(other.name) would save operations, but its packed kernels are \(Self.rounded(bytes / 1e6)) MB"
      case .transforms(let other): "\(other.name) would save less time than transforming the tiles takes"
      }
    return "\(algorithm.name): \(text)"
  }

  /// To one digit behind the point.
  private static func rounded(_ number: Double) -> Double { (10 * number).rounded() / 10 }
}

extension ConvolutionAlgorithm {
  /// As `:profile` shows it.
  package var name: String {
    switch self {
    case .direct: "direct"
    case .depthwise: "depthwise"
    case .winograd2: "F(2x2, 3x3)"
    case .winograd4: "F(4x4, 3x3)"
    case .winograd2x5: "F(2x2, 5x5)"
    }
  }
}

/// What one algorithm would take, by the formula above.
private struct Cost {
  /// Multiplications and additions, with rows rounded up to a multiple of those that a register tile grows by.
  let operations: Double
  let packedBytes: Double
  /// For reading packed kernels, and for packing them.
  let kernelSeconds: Double
  let transformSeconds: Double
  let seconds: Double

  private static let tileRows = 3

  /// - Parameters:
  ///   - shape: As the products see it: for the gradient to the input, `transposed`.
  ///   - fewColumns: All taps and channels beside each other, where the direct way is `FewChannelGradient`.
  init(
    _ shape: ConvolutionShape, _ algorithm: ConvolutionAlgorithm, fewColumns: Int?, weightsArePacked: Bool,
    threads: Int, _ speed: ProcessorSpeed
  ) {
    let cores = Double(threads)
    let filters = Double(shape.output.step)
    let rows: Int
    let products: Double
    let transformSeconds: Double
    if let (outputSide, elements) = WinogradConvolution.tile(algorithm) {
      let channels = Double(shape.input.step)
      rows =
        shape.images * ((shape.outputHeight + outputSide - 1) / outputSide)
        * ((shape.outputWidth + outputSide - 1) / outputSide)
      products = Double(elements) * channels
      // Each transform reads and writes about as much as the transformed tiles are.
      let bytes = 4 * 2 * Double(rows) * Double(elements) * (channels + filters)
      transformSeconds = bytes / (cores * speed.transformBytes) + speed.tilingSeconds
    } else {
      rows = shape.output.pixels
      let taps = fewColumns.map { Double($0) / filters } ?? Double(shape.kernelHeight * shape.kernelWidth)
      products = taps * Double(shape.channels)
      transformSeconds = 0
    }
    let rounded = Double((rows + Self.tileRows - 1) / Self.tileRows * Self.tileRows)
    operations = 2 * rounded * products * filters
    packedBytes = 4 * products * filters
    let reading = packedBytes / speed.memoryBytes
    let packing = weightsArePacked ? 0 : packedBytes / (cores * speed.packedBytes)
    kernelSeconds = reading + packing
    self.transformSeconds = transformSeconds
    seconds = max(operations / (cores * speed.operations), reading) + transformSeconds + packing
  }
}
