/// How a picture is cut into tiles for Winograd's convolution: tile `t` of image `n` begins at output row
/// `t / tileColumns · outputSide` and column `t % tileColumns · outputSide`, where `t` counts from 0 in each image.
package struct WinogradTiling: Sendable {
  /// The pixels that a tile writes: `outputSide` in both directions, less at the far edges.
  package var outputSide: Int
  package var tileRows: Int
  package var tileColumns: Int
  /// The input, `[N, height, width, step]`.
  package var height: Int
  package var width: Int
  package var step: Int
  /// The output, `[N, outputHeight, outputWidth, outputStep]`.
  package var outputHeight: Int
  package var outputWidth: Int
  package var outputStep: Int
  /// Rows and columns of zeros before the input; negative where the input is cut.
  package var paddingTop: Int
  package var paddingLeft: Int

  package init(
    outputSide: Int, height: Int, width: Int, step: Int, outputHeight: Int, outputWidth: Int, outputStep: Int,
    paddingTop: Int, paddingLeft: Int
  ) {
    self.outputSide = outputSide
    tileRows = (outputHeight + outputSide - 1) / outputSide
    tileColumns = (outputWidth + outputSide - 1) / outputSide
    self.height = height
    self.width = width
    self.step = step
    self.outputHeight = outputHeight
    self.outputWidth = outputWidth
    self.outputStep = outputStep
    self.paddingTop = paddingTop
    self.paddingLeft = paddingLeft
  }
}

/// Where the numbers of a kernel lie, as the weight transform reads them: 16 filters of the product side by side.
package struct WinogradFilterStrides: Sendable {
  /// From one filter of the product to the next.
  package var filter: Int
  /// From one channel of the product to the next.
  package var channel: Int
  /// From one number of a filter's plane to the next: 1, or -1 for a rotated kernel.
  package var tap: Int

  package init(filter: Int, channel: Int, tap: Int) {
    self.filter = filter
    self.channel = channel
    self.tap = tap
  }
}

/// What is added to an output, and whether negatives become 0, before it is written.
package struct WinogradEpilogue: @unchecked Sendable {
  /// One number for each filter, filled up to 16 with zeros.
  package var bias: UnsafePointer<Float>?
  /// As the output lies.
  package var residual: UnsafePointer<Float>?
  package var relu: Bool

  package init(bias: UnsafePointer<Float>?, residual: UnsafePointer<Float>?, relu: Bool) {
    self.bias = bias
    self.residual = residual
    self.relu = relu
  }
}

/// The steps of Winograd's convolution (Lavin and Gray, "Fast Algorithms for Convolutional Neural Networks", 2015):
/// with `V = Bᵀ d B` for each tile `d` and `U = G g Gᵀ` for each kernel `g`, the outputs are `Aᵀ (Σ_c U ∘ V) A`.
///
/// The sum over the channels is, for each of the tile's elements, a product of matrices `[tiles, C] · [C, filters]`.
package final class WinogradKernels: Sendable {
  /// `V` of `count` tiles from `first` on; tiles count through all images. Element `e` of tile `i` is written to
  /// `v + e · elementStride + i · step`, `step` channels long.
  package typealias TransformInput =
    @Sendable (
      _ x: UnsafePointer<Float>, _ tiling: WinogradTiling, _ first: Int, _ count: Int, _ v: UnsafeMutablePointer<Float>,
      _ elementStride: Int
    ) -> Void
  /// The outputs of `count` tiles from `first` on, for `filters` filters (a multiple of 16) from `filter` on. Element
  /// `e` of tile `i` is read from `m + e · elementStride + i · filters`.
  package typealias TransformOutput =
    @Sendable (
      _ m: UnsafePointer<Float>, _ elementStride: Int, _ tiling: WinogradTiling, _ first: Int, _ count: Int,
      _ filter: Int, _ filters: Int, _ y: UnsafeMutablePointer<Float>, _ epilogue: WinogradEpilogue
    ) -> Void
  /// `U` of one channel and up to 16 filters, of which the first begins at `kernel`. Element `e` is written to
  /// `u + e · elementStride`, 16 numbers, with zeros after the last filter.
  package typealias TransformKernel =
    @Sendable (
      _ kernel: UnsafePointer<Float>, _ strides: WinogradFilterStrides, _ filters: Int,
      _ u: UnsafeMutablePointer<Float>, _ elementStride: Int
    ) -> Void

  /// One size of tiles.
  package struct Transforms: Sendable {
    package let input: TransformInput
    package let output: TransformOutput
    package let kernel: TransformKernel

    package init(
      input: @escaping TransformInput, output: @escaping TransformOutput, kernel: @escaping TransformKernel
    ) {
      self.input = input
      self.output = output
      self.kernel = kernel
    }
  }

  /// Copies rows of `count` numbers, a multiple of 16, to memory past the caches if that is wanted.
  package typealias CopyRows =
    @Sendable (
      _ y: UnsafeMutablePointer<Float>, _ yStep: Int, _ x: UnsafePointer<Float>, _ xStep: Int, _ rows: Int,
      _ count: Int, _ pastCaches: Bool
    ) -> Void

  /// F(2x2, 3x3), F(4x4, 3x3) and F(2x2, 5x5).
  package let f2x3: Transforms
  package let f4x3: Transforms
  package let f2x5: Transforms
  package let copyRows: CopyRows

  package init(f2x3: Transforms, f4x3: Transforms, f2x5: Transforms, copyRows: @escaping CopyRows) {
    self.f2x3 = f2x3
    self.f4x3 = f4x3
    self.f2x5 = f2x5
    self.copyRows = copyRows
  }
}
