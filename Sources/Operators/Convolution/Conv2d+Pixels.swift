internal import Kernels
import Tensors

/// The fast path of `conv2d` in float32: images lie pixel by pixel (NHWC) in memory, and stay so from one operator to the
/// next. Which algorithm computes a convolution is `ConvolutionPlan`'s choice.
///
/// `Conv2d.swift` is the reference that this is tested against.
package struct PixelConvolution {
  private let g: ConvolutionGeometry
  let shape: ConvolutionShape

  /// nil for what has no fast path: other axes than two, nothing to compute, or too little to be worth it.
  package init?(_ g: ConvolutionGeometry) {
    guard g.isLarge || g.groups > 1, let shape = g.imageShape, shape.input.isAffordable, shape.output.isAffordable
    else { return nil }
    self.g = g
    self.shape = shape
  }

  /// What is done to the sums before they are stored: a bias, another tensor of the result's shape, and a ReLU, in this
  /// order.
  package struct Epilogue {
    package var bias: Tensor?
    package var residual: Tensor?
    package var relu = false

    package init(bias: Tensor? = nil, residual: Tensor? = nil, relu: Bool = false) {
      self.bias = bias
      self.residual = residual
      self.relu = relu
    }
  }

  /// `y = k ∗ x`, `[N, O, H', W']`.
  package func forward(_ x: Tensor, _ k: Tensor, _ epilogue: Epilogue = Epilogue()) throws -> Tensor {
    try withOperands(x, k, bias: epilogue.bias) { x, order, weights, bias in
      try epilogue.residual.withPixels { residual in
        try .computedPixels(g.outputShape) { y, _ in
          convolve(
            x, in: order, weights: weights, y, shape,
            ConvolutionEpilogue(bias: bias, residual: residual, relu: epilogue.relu))
        }
      }
    }
  }

  /// `maxPool(max(k ∗ x + b, 0))`, of `outputShape`, and the winners where they are wanted.
  func pooled(
    _ x: Tensor, _ k: Tensor, bias: Tensor?, relu isRectified: Bool, _ pooling: PoolingShape,
    winners: PixelWinners?, outputShape: [Int]
  ) throws -> Tensor {
    try withOperands(x, k, bias: bias) { x, order, weights, bias in
      try .computedPixels(outputShape) { y, _ in
        PooledConvolution(shape, of: order, pooling)
          .run(y, winners: winners?.base, x, weights: weights, bias: bias, relu: isRectified)
      }
    }
  }

  /// Calls `body` with what a forward pass reads.
  private func withOperands(
    _ x: Tensor, _ k: Tensor, bias: Tensor?,
    _ body: (UnsafePointer<Float>, ImageOrder, PackedWeights, _ bias: UnsafePointer<Float>?) throws -> Tensor
  ) throws -> Tensor {
    let weights = try packed(k, for: .forward)
    let bias = try bias?.paddedToVectors()
    return try withExtendedLifetime(bias) {
      try withImages(x, for: weights.algorithm) { x, order in
        try body(x, order, weights, bias.map { UnsafePointer($0.base) })
      }
    }
  }

  /// Calls `body` with images as they lie, where the kernels read them so, and else as pixels.
  private func withImages(
    _ x: Tensor, for algorithm: ConvolutionAlgorithm,
    _ body: (_ x: UnsafePointer<Float>, _ order: ImageOrder) throws -> Tensor
  ) throws -> Tensor {
    guard algorithm == .direct, !x.hasOnlyPixels, shape.canReadPlanes else {
      return try x.withPixels { x, _ in try body(x, .pixels) }
    }
    return try x.withElements(as: Float.self) { try body($0, .planes) }
  }

  /// `dx`, `[N, C, H, W]`.
  package func inputGradient(_ dy: Tensor, _ k: Tensor) throws -> Tensor {
    let weights = try packed(k, for: .inputGradient)
    return try dy.withPixels { dy, _ in
      try .computedPixels(g.inputShape) { dx, _ in convolveInputGradient(dy, weights: weights, dx, shape) }
    }
  }

  /// `dk`, `[O, C/groups, U, V]`.
  package func kernelGradient(_ dy: Tensor, _ x: Tensor) throws -> Tensor {
    ConvolutionLog.note(shape, .kernelGradient, .choose(shape, pass: .kernelGradient, weightsArePacked: false))
    return try dy.withPixels { dy, _ in
      try withImages(x, for: .direct) { x, order in
        try .unwritten(g.kernelShape, as: Float.self) { dk in convolveKernelGradient(dy, x, in: order, dk, shape) }
      }
    }
  }

  private struct WeightsKey: Hashable {
    let shape: ConvolutionShape
    let pass: ConvolutionPass
    let algorithm: ConvolutionAlgorithm
  }

  /// The filters as the algorithm wants them, which are kept with `k` until it changes.
  private func packed(_ k: Tensor, for pass: ConvolutionPass) throws -> PackedWeights {
    // Weights that are trained change from step to step, and are packed each time.
    let plan = ConvolutionPlan.choose(shape, pass: pass, weightsArePacked: !k.isRecorded)
    ConvolutionLog.note(shape, pass, plan)
    let algorithm = plan.algorithm
    var shape = shape
    shape.images = 1
    return try k.storage.derived(
      WeightsKey(shape: shape, pass: pass, algorithm: algorithm),
      byteCount: PackedWeights.count(shape, pass: pass, algorithm: algorithm) * MemoryLayout<Float>.stride
    ) {
      try k.withElements(as: Float.self) {
        PackedWeights(kernel: $0, shape: shape, pass: pass, algorithm: algorithm)
      }
    }
  }
}

extension PixelLayout {
  /// Images of few channels take up to 16 times their memory as pixels. Where that is gigabytes, they are left as they are.
  fileprivate var isAffordable: Bool { count <= 1 << 28 || 4 * channels >= step }
}

extension ConvolutionGeometry {
  /// The same in the terms of the kernels; nil unless the window slides along rows and columns of something.
  fileprivate var imageShape: ConvolutionShape? {
    guard axisCount == 2, !inputShape.contains(0), !outputShape.contains(0) else { return nil }
    var shape = ConvolutionShape(
      images: inputShape[0], channels: inputShape[1], height: inputShape[2], width: inputShape[3],
      filters: kernelShape[0], kernelHeight: kernelShape[2], kernelWidth: kernelShape[3],
      outputHeight: outputShape[2], outputWidth: outputShape[3])
    (shape.strideY, shape.strideX) = (axes.rows.stride, axes.columns.stride)
    (shape.dilationY, shape.dilationX) = (axes.rows.dilation, axes.columns.dilation)
    (shape.paddingTop, shape.paddingLeft) = (axes.rows.before, axes.columns.before)
    shape.groups = groups
    return shape
  }
}
