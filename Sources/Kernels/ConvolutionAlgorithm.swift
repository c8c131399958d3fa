/// The ways to compute a convolution. All give the same numbers but for rounding.
package enum ConvolutionAlgorithm: String, Hashable, Sendable, CaseIterable {
  /// Products of matrices straight from the pixels.
  case direct
  /// Each channel by itself.
  case depthwise
  /// Winograd's F(2x2, 3x3): 2.25 times fewer products.
  case winograd2
  /// Winograd's F(4x4, 3x3): 4 times fewer products.
  case winograd4
  /// Winograd's F(2x2, 5x5): 2.8 times fewer products.
  case winograd2x5
}

/// What is computed: `y = x · k`, or one of its two gradients.
package enum ConvolutionPass: Hashable, Sendable {
  case forward
  case inputGradient
  case kernelGradient
}

extension ConvolutionShape {
  /// The convolution that gives the gradient to the input: from `dy` to `dx`, with the kernel rotated and its channels
  /// and filters exchanged. Only for stride 1 and one group.
  package var transposed: ConvolutionShape {
    var shape = ConvolutionShape(
      images: images, channels: filters, height: outputHeight, width: outputWidth, filters: channels,
      kernelHeight: kernelHeight, kernelWidth: kernelWidth, outputHeight: height, outputWidth: width)
    shape.dilationY = dilationY
    shape.dilationX = dilationX
    shape.paddingTop = dilationY * (kernelHeight - 1) - paddingTop
    shape.paddingLeft = dilationX * (kernelWidth - 1) - paddingLeft
    return shape
  }
}
