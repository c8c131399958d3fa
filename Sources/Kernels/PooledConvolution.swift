/// A convolution of which only the largest sums under every window are kept: `y = maxPool(epilogue(k ∗ x))`.
///
/// The maps are computed part by part, some images or some rows of one image at a time, into memory that stays in the
/// cache. They are never there as a whole. The numbers are those of `convolve` and `Pooling.maximum`, bit for bit.
package struct PooledConvolution {
  private let shape: ConvolutionShape
  private let order: ImageOrder
  private let pooling: PoolingShape

  /// So many numbers of maps are there at a time, or one image of them where its rows cannot be parted: 2 MB.
  private static let partSize = 1 << 19

  /// - Parameters:
  ///   - order: How the images lie, as in `convolve`.
  ///   - pooling: Windows over `shape.output`.
  package init(_ shape: ConvolutionShape, of order: ImageOrder = .pixels, _ pooling: PoolingShape) {
    precondition(shape.output == pooling.input)
    self.shape = shape
    self.order = order
    self.pooling = pooling
  }

  /// - Parameters:
  ///   - y: In `pooling.output`.
  ///   - winners: As in `Pooling.maximum`.
  ///   - x: The images.
  ///   - weights: Packed for `.forward`.
  package func run(
    _ y: UnsafeMutablePointer<Float>, winners: UnsafeMutablePointer<UInt8>? = nil, _ x: UnsafePointer<Float>,
    weights: PackedWeights, bias: UnsafePointer<Float>? = nil, relu: Bool
  ) {
    let parts = parts
    let maps = AlignedBuffer(count: parts.map(\.convolution.output.count).max() ?? 0)
    for part in parts {
      convolve(
        x + part.firstInput, in: order, weights: weights, maps.base, part.convolution,
        ConvolutionEpilogue(bias: bias, relu: relu))
      Pooling.maximum(y + part.firstOutput, winners: winners.map { $0 + part.firstOutput }, maps.base, part.pooling)
    }
  }

  // MARK: - Parts

  private struct Part {
    var convolution: ConvolutionShape
    var pooling: PoolingShape
    /// Where its part of `x` begins, and its part of `y`.
    var firstInput: Int
    var firstOutput: Int
  }

  private var parts: [Part] {
    let imageSize = shape.output.imageSize
    if imageSize <= Self.partSize || !canPartRows {
      let count = (shape.images - 1) / max(Self.partSize / max(imageSize, 1), 1) + 1
      return (0..<count).map { images(shape.images * $0 / count..<shape.images * ($0 + 1) / count) }
    }
    return (0..<shape.images).flatMap { image in bands.map { rows($0, of: image) } }
  }

  private func images(_ images: Range<Int>) -> Part {
    let imageSize = order == .pixels ? shape.input.imageSize : shape.height * shape.width * shape.channels
    var part = Part(
      convolution: shape, pooling: pooling, firstInput: images.lowerBound * imageSize,
      firstOutput: images.lowerBound * pooling.output.imageSize)
    part.convolution.images = images.count
    part.pooling = PoolingShape(input: part.convolution.output, rows: pooling.rows, columns: pooling.columns)
    return part
  }

  /// An image's rows lie one after the other, windows in different rows have no row of the maps in common, and every row
  /// of the maps sees rows of the image.
  private var canPartRows: Bool {
    let windows = pooling.rows
    let reach = (shape.kernelHeight - 1) * shape.dilationY
    return order == .pixels && windows.padding == 0 && (windows.window - 1) * windows.dilation < windows.stride
      && shape.paddingTop <= reach && (shape.outputHeight - 1) * shape.strideY - shape.paddingTop < shape.height
  }

  /// Rows of windows. The rows of the maps under them begin where a tile of an algorithm with tiles does.
  private var bands: [Range<Int>] {
    let windows = pooling.rows
    // Tiles have 2 or 4 rows.
    let unit = windows.stride % 4 == 0 ? 1 : windows.stride % 2 == 0 ? 2 : 4
    let rowSize = windows.stride * shape.outputWidth * shape.output.step
    let size = max(Self.partSize / rowSize / unit, 1) * unit
    return stride(from: 0, to: windows.output, by: size).map { $0..<min($0 + size, windows.output) }
  }

  private func rows(_ rows: Range<Int>, of image: Int) -> Part {
    let windows = pooling.rows
    // From the rows of windows to those of the maps, and to those of the image.
    let first = rows.lowerBound * windows.stride
    let end = min(rows.upperBound * windows.stride, shape.outputHeight)
    let top = first * shape.strideY - shape.paddingTop
    let bottom = (end - 1) * shape.strideY - shape.paddingTop + (shape.kernelHeight - 1) * shape.dilationY
    var convolution = shape
    convolution.images = 1
    convolution.outputHeight = end - first
    convolution.paddingTop = max(-top, 0)
    convolution.height = min(bottom + 1, shape.height) - max(top, 0)
    let axis = PoolingShape.Axis(
      input: end - first, output: rows.count, window: windows.window, stride: windows.stride, padding: 0,
      dilation: windows.dilation)
    return Part(
      convolution: convolution,
      pooling: PoolingShape(input: convolution.output, rows: axis, columns: pooling.columns),
      firstInput: image * shape.input.imageSize + max(top, 0) * shape.width * shape.input.step,
      firstOutput: image * pooling.output.imageSize
        + rows.lowerBound * pooling.output.width * pooling.output.step)
  }
}
