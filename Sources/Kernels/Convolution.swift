/// What happens to a convolution's result before it is written.
///
/// ```
/// y = relu(x · k + bias + residual)
/// ```
package struct ConvolutionEpilogue {
  /// One number for each filter, filled up with zeros to a multiple of 16.
  package var bias: UnsafePointer<Float>?
  /// A layout as that of y.
  package var residual: UnsafePointer<Float>?
  package var relu: Bool

  package init(
    bias: UnsafePointer<Float>? = nil, residual: UnsafePointer<Float>? = nil, relu: Bool = false
  ) {
    self.bias = bias
    self.residual = residual
    self.relu = relu
  }
}

/// A kernel in the order in which an algorithm reads it. Made once for each version of the weights.
package final class PackedWeights: Sendable {
  package let shape: ConvolutionShape
  package let pass: ConvolutionPass
  package let algorithm: ConvolutionAlgorithm
  package let buffer: AlignedBuffer

  /// - Parameters:
  ///   - kernel: `[O, C / groups, U, V]`.
  ///   - pass: `.forward` or `.inputGradient`.
  package init(
    kernel: UnsafePointer<Float>, shape: ConvolutionShape, pass: ConvolutionPass, algorithm: ConvolutionAlgorithm
  ) {
    self.shape = shape
    self.pass = pass
    self.algorithm = algorithm
    let convolution = algorithm.convolution(shape, pass)
    buffer = AlignedBuffer(count: convolution.packedCount)
    convolution.pack(kernel, into: buffer.base)
  }

  /// How many numbers a packed kernel has.
  package static func count(
    _ shape: ConvolutionShape, pass: ConvolutionPass, algorithm: ConvolutionAlgorithm
  ) -> Int {
    algorithm.convolution(shape, pass).packedCount
  }
}

/// One way to compute a convolution or its gradient to the input, from a packed kernel.
private protocol PackedConvolution {
  var packedCount: Int { get }
  func pack(_ kernel: UnsafePointer<Float>, into packed: UnsafeMutablePointer<Float>)
  func run(
    _ x: UnsafePointer<Float>, packed: UnsafePointer<Float>, y: UnsafeMutablePointer<Float>,
    epilogue: ConvolutionEpilogue)
}

extension DirectConvolution: PackedConvolution {
  fileprivate func run(
    _ x: UnsafePointer<Float>, packed: UnsafePointer<Float>, y: UnsafeMutablePointer<Float>,
    epilogue: ConvolutionEpilogue
  ) {
    run(x, in: .pixels, packed: packed, y: y, epilogue: epilogue)
  }
}
extension DepthwiseConvolution: PackedConvolution {}
extension WinogradConvolution: PackedConvolution {}

extension ConvolutionAlgorithm {
  fileprivate func convolution(_ shape: ConvolutionShape, _ pass: ConvolutionPass) -> any PackedConvolution {
    switch self {
    case .direct: DirectConvolution(shape, pass: pass)
    case .depthwise: DepthwiseConvolution(shape, pass: pass)
    case .winograd2, .winograd4, .winograd2x5: WinogradConvolution(shape, pass: pass, self)
    }
  }
}

/// Computes `y = relu(x · k + bias + residual)`.
///
/// - Parameters:
///   - x: `shape.input`, or with `.planes` the images row by row.
///   - order: `.planes` only for the direct algorithm, where the shape `canReadPlanes`.
///   - weights: Packed for `.forward`. The number of images is free.
///   - y: `shape.output`.
package func convolve(
  _ x: UnsafePointer<Float>, in order: ImageOrder = .pixels, weights: PackedWeights, _ y: UnsafeMutablePointer<Float>,
  _ shape: ConvolutionShape, _ epilogue: ConvolutionEpilogue = ConvolutionEpilogue()
) {
  precondition(weights.pass == .forward)
  if order == .planes {
    precondition(weights.algorithm == .direct)
    DirectConvolution(shape, pass: .forward).run(
      x, in: order, packed: weights.buffer.base, y: y, epilogue: epilogue)
    return
  }
  weights.algorithm.convolution(shape, .forward).run(x, packed: weights.buffer.base, y: y, epilogue: epilogue)
}

/// Computes the gradient to the input: the sum of `dy · k` over all windows that covered a pixel.
///
/// - Parameters:
///   - dy: `shape.output`.
///   - weights: Packed for `.inputGradient`. The number of images is free.
///   - dx: `shape.input`.
package func convolveInputGradient(
  _ dy: UnsafePointer<Float>, weights: PackedWeights, _ dx: UnsafeMutablePointer<Float>, _ shape: ConvolutionShape
) {
  precondition(weights.pass == .inputGradient)
  weights.algorithm.convolution(shape, .inputGradient).run(
    dy, packed: weights.buffer.base, y: dx, epilogue: ConvolutionEpilogue())
}

/// Computes the gradient to the kernel: the sum of `dy · x` over all images and windows.
///
/// - Parameters:
///   - dy: `shape.output`.
///   - x: `shape.input`, or with `.planes` the images row by row.
///   - order: `.planes` only where the shape `canReadPlanes`.
///   - dk: `[O, C / groups, U, V]`, row-major.
package func convolveKernelGradient(
  _ dy: UnsafePointer<Float>, _ x: UnsafePointer<Float>, in order: ImageOrder = .pixels,
  _ dk: UnsafeMutablePointer<Float>, _ shape: ConvolutionShape
) {
  if DepthwiseConvolution.fits(shape) && shape.channels > 1 {
    DepthwiseConvolution(shape, pass: .kernelGradient).kernelGradient(dy, x, dk)
  } else {
    DirectKernelGradient(shape).run(dy, x, in: order, dk)
  }
}
