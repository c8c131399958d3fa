package import KernelInterface

/// Winograd's convolution: the tiles of the input and the kernels are transformed, multiplied element by element and
/// summed over the channels, and transformed back.
///
/// An element's sums for all tiles and filters are one product of matrices `[tiles, C] · [C, O]`, 16 products for
/// F(2x2, 3x3) and 36 for the others. Layouts are `PixelLayout`s.
///
/// An infinity or nan of the input reaches up to all outputs of the tiles that read it, also those whose own window does
/// not: they are nan or infinite.
package struct WinogradConvolution: Sendable {
  /// As the products see it: for the gradient to the input, `transposed`.
  private let shape: ConvolutionShape
  private let isRotated: Bool
  private let transforms: WinogradKernels.Transforms
  private let copyRows: WinogradKernels.CopyRows
  private let gemm: GemmKernels
  private let tiling: WinogradTiling
  private let elements: Int
  private let tiles: Int

  /// - Parameters:
  ///   - pass: `.forward` or `.inputGradient`.
  ///   - algorithm: One that `fits`.
  package init(
    _ shape: ConvolutionShape, pass: ConvolutionPass, _ algorithm: ConvolutionAlgorithm,
    table: KernelTable = ProcessorLevel.table
  ) {
    precondition(WinogradConvolution.fits(shape, algorithm))
    isRotated = pass == .inputGradient
    let shape = isRotated ? shape.transposed : shape
    self.shape = shape
    gemm = table.gemm
    copyRows = table.winograd.copyRows
    switch algorithm {
    case .winograd2: transforms = table.winograd.f2x3
    case .winograd4: transforms = table.winograd.f4x3
    default: transforms = table.winograd.f2x5
    }
    let outputSide: Int
    (outputSide, elements) = WinogradConvolution.tile(algorithm)!
    tiling = WinogradTiling(
      outputSide: outputSide, height: shape.height, width: shape.width, step: shape.input.step,
      outputHeight: shape.outputHeight, outputWidth: shape.outputWidth, outputStep: shape.output.step,
      paddingTop: shape.paddingTop, paddingLeft: shape.paddingLeft)
    tiles = shape.images * tiling.tileRows * tiling.tileColumns
  }

  /// The side of a tile's outputs, and how many products there are for it; nil where the algorithm has no tiles.
  package static func tile(_ algorithm: ConvolutionAlgorithm) -> (outputSide: Int, elements: Int)? {
    switch algorithm {
    case .winograd2: (2, 16)
    case .winograd4: (4, 36)
    case .winograd2x5: (2, 36)
    case .direct, .depthwise: nil
    }
  }

  /// Whether `algorithm` is one of Winograd's and made for this size of kernel, stride 1, and one group.
  package static func fits(_ shape: ConvolutionShape, _ algorithm: ConvolutionAlgorithm) -> Bool {
    let side: Int
    switch algorithm {
    case .winograd2, .winograd4: side = 3
    case .winograd2x5: side = 5
    case .direct, .depthwise: return false
    }
    return shape.kernelHeight == side && shape.kernelWidth == side && shape.strideY == 1 && shape.strideX == 1
      && shape.dilationY == 1 && shape.dilationX == 1 && shape.groups == 1
  }

  private var channelStep: Int { shape.input.step }
  private var filterStep: Int { shape.output.step }
  private var panels: Int { (filterStep + gemm.panelWidth - 1) / gemm.panelWidth }

  /// How many filters panel number `index` has, the zeros included: 16 or `panelWidth`.
  private func width(ofPanel index: Int) -> Int { min(gemm.panelWidth, filterStep - index * gemm.panelWidth) }

  /// How many numbers the transformed kernels are.
  package var packedCount: Int { elements * channelStep * filterStep }

  /// Transforms the kernels: `[panels, elements, C, panelWidth]`, C and the filters filled up with zeros.
  ///
  /// - Parameter kernel: `[O, C, U, V]`, of the convolution whose output or gradient this is.
  package func pack(_ kernel: UnsafePointer<Float>, into u: UnsafeMutablePointer<Float>) {
    let taps = shape.kernelHeight * shape.kernelWidth
    let strides =
      isRotated
      ? WinogradFilterStrides(filter: taps, channel: shape.filters * taps, tap: -1)
      : WinogradFilterStrides(filter: shape.channels * taps, channel: taps, tap: 1)
    let first = kernel + (isRotated ? taps - 1 : 0)
    let isLargerThanCaches = packedCount >= 4 << 20
    ThreadPool.run(chunks: panels * (channelStep / 16)) { chunk in
      let (panel, channels) = chunk.quotientAndRemainder(dividingBy: channelStep / 16)
      let width = width(ofPanel: panel)
      let packed = u + panel * gemm.panelWidth * elements * channelStep
      // The elements of a channel lie powers of two apart, on few lines of the cache: some channels are collected first.
      let step = 8 * width + 16
      let block = AlignedBuffer(count: elements * step)
      for firstChannel in stride(from: 16 * channels, to: 16 * (channels + 1), by: 8) {
        for channel in firstChannel..<firstChannel + 8 {
          for lane in stride(from: 0, to: width, by: 16) {
            let filter = panel * gemm.panelWidth + lane
            let filters = channel < shape.channels ? max(0, min(16, shape.filters - filter)) : 0
            transforms.kernel(
              first + channel * strides.channel + filter * strides.filter, strides, filters,
              block.base + (channel - firstChannel) * width + lane, step)
          }
        }
        copyRows(
          packed + firstChannel * width, channelStep * width, block.base, step, elements, 8 * width, isLargerThanCaches)
      }
    }
  }

  /// `y = x · k`, and the epilogue.
  ///
  /// Where the tiles' transforms of some dozens of tiles fit into a core's second cache, a chunk is a block of tiles and
  /// takes all steps. Else all tiles are transformed first, and a chunk is a panel of filters: then it is the packed
  /// kernels that are read only once.
  package func run(
    _ x: UnsafePointer<Float>, packed u: UnsafePointer<Float>, y: UnsafeMutablePointer<Float>,
    epilogue: ConvolutionEpilogue = ConvolutionEpilogue()
  ) {
    let epilogue = WinogradEpilogue(bias: epilogue.bias, residual: epilogue.residual, relu: epilogue.relu)
    guard tiles > 0 else { return }
    let schedule = schedule(threads: ThreadPool.threads)
    let blocks = schedule.blocks
    if schedule.isFused {
      ThreadPool.run(chunks: blocks) { block in
        let first = tiles * block / blocks
        let count = tiles * (block + 1) / blocks - first
        let stride = Self.elementStride(count * channelStep)
        let v = AlignedBuffer(count: elements * stride)
        defer { withExtendedLifetime(v) {} }
        transforms.input(x, tiling, first, count, v.base, stride)
        for panel in 0..<panels {
          multiply(v.base, stride, first, count, u, panel: panel, y, epilogue)
        }
      }
      return
    }
    let stride = Self.elementStride(tiles * channelStep)
    let v = AlignedBuffer(count: elements * stride)
    defer { withExtendedLifetime(v) {} }
    let inputChunks = (tiles + 3) / 4
    ThreadPool.run(chunks: inputChunks) { chunk in
      let first = tiles * chunk / inputChunks
      let count = tiles * (chunk + 1) / inputChunks - first
      transforms.input(x, tiling, first, count, v.base + first * channelStep, stride)
    }
    ThreadPool.run(chunks: panels * blocks) { chunk in
      let (panel, block) = chunk.quotientAndRemainder(dividingBy: blocks)
      let first = tiles * block / blocks
      let count = tiles * (block + 1) / blocks - first
      multiply(v.base + first * channelStep, stride, first, count, u, panel: panel, y, epilogue)
    }
  }

  /// How the work is cut. A number's sum has the same order whatever the cut is, so it may depend on the threads.
  private struct Schedule {
    var isFused: Bool
    /// Of tiles.
    var blocks: Int
  }

  private func schedule(threads: Int) -> Schedule {
    let inCache = WinogradConvolution.cacheShare / (elements * channelStep)
    let areKernelsLarge = packedCount > WinogradConvolution.largeKernels
    let (most, least) = (max(inCache, areKernelsLarge ? 48 : 12), areKernelsLarge ? 36 : 12)
    // As many blocks for each thread: one more each, or else one less.
    let blocks = (tiles + most - 1) / most
    let less = blocks / threads * threads
    let more = (blocks + threads - 1) / threads * threads
    for count in [more, less] where count > 0 && tiles >= least * count {
      return Schedule(isFused: true, blocks: count)
    }
    let forThreads = min((threads + panels - 1) / panels, (tiles + 5) / 6)
    return Schedule(isFused: false, blocks: max((tiles + 95) / 96, forThreads))
  }

  /// How many transformed numbers of the input a block may have: half of a second cache of 1 MB.
  private static let cacheShare = 1 << 17
  /// From how many transformed numbers of the kernels on reading them again for each block is what takes the time.
  private static let largeKernels = 1 << 22

  /// An odd multiple of 16: the elements of a tile then fall into different sets of the caches.
  private static func elementStride(_ count: Int) -> Int { count / 16 % 2 == 0 ? count + 16 : count }

  /// The products and outputs of one block of tiles, whose transforms begin at `v`, for one panel of filters.
  private func multiply(
    _ v: UnsafePointer<Float>, _ vStride: Int, _ first: Int, _ count: Int, _ u: UnsafePointer<Float>, panel: Int,
    _ y: UnsafeMutablePointer<Float>, _ epilogue: WinogradEpilogue
  ) {
    let width = width(ofPanel: panel)
    let packed = u + panel * gemm.panelWidth * elements * channelStep
    let stride = Self.elementStride(count * width)
    let m = AlignedBuffer(count: elements * stride)
    defer { withExtendedLifetime(m) {} }
    for element in 0..<elements {
      gemm.panel(
        GemmPanel(
          rows: count, depth: channelStep, columns: width, a: v + element * vStride, aRow: channelStep,
          b: packed + element * channelStep * width, bStep: width, c: m.base + element * stride, cRow: width))
      PixelLayout.restoreZeros(
        m.base + element * stride, channels: min(width, shape.filters - panel * gemm.panelWidth), rows: count,
        row: width)
    }
    transforms.output(m.base, stride, tiling, first, count, panel * gemm.panelWidth, width, y, epilogue)
  }
}
