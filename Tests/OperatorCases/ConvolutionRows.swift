import Operators
import Tensors

/// Convolutions.
let convolutionRows: [OperatorRow] =
  [
    OperatorRow("conv1d") {
      try conv1d(
        $0["x"], kernel: $0["kernel"], bias: $0.optional("bias"), stride: $0.int("stride"), padding: $0.int("padding"),
        dilation: $0.int("dilation"), groups: $0.int("groups"))
    },
    OperatorRow("conv2d") {
      try conv2d(
        $0["x"], kernel: $0["kernel"], bias: $0.optional("bias"), stride: $0.int("stride"), padding: $0.int("padding"),
        dilation: $0.int("dilation"), groups: $0.int("groups"))
    },
    OperatorRow("conv3d") {
      try conv3d(
        $0["x"], kernel: $0["kernel"], bias: $0.optional("bias"), stride: $0.int("stride"), padding: $0.int("padding"),
        dilation: $0.int("dilation"), groups: $0.int("groups"))
    },
    OperatorRow("conv1dPerAxis") {
      try conv1d(
        $0["x"], kernel: $0["kernel"], bias: $0.optional("bias"), strides: $0.ints("strides"), padding: $0.padding,
        dilations: $0.ints("dilations"), groups: $0.int("groups"))
    },
    OperatorRow("conv2dPerAxis") {
      try conv2d(
        $0["x"], kernel: $0["kernel"], bias: $0.optional("bias"), strides: $0.ints("strides"), padding: $0.padding,
        dilations: $0.ints("dilations"), groups: $0.int("groups"))
    },
    OperatorRow("conv3dPerAxis") {
      try conv3d(
        $0["x"], kernel: $0["kernel"], bias: $0.optional("bias"), strides: $0.ints("strides"), padding: $0.padding,
        dilations: $0.ints("dilations"), groups: $0.int("groups"))
    },
    OperatorRow("depthwiseConv2d") {
      try depthwiseConv2d(
        $0["x"], kernel: $0["kernel"], bias: $0.optional("bias"), stride: $0.int("stride"), padding: $0.int("padding"),
        dilation: $0.int("dilation"))
    },
    OperatorRow("im2col") {
      try im2col(
        $0["x"], size: $0.ints("size"), stride: $0.int("stride"), padding: $0.int("padding"),
        dilation: $0.int("dilation"))
    },
    OperatorRow("col2im") {
      try col2im(
        $0["columns"], imageShape: $0.ints("shape"), size: $0.ints("size"), stride: $0.int("stride"),
        padding: $0.int("padding"), dilation: $0.int("dilation"))
    },
    OperatorRow("convolutionMatrix") {
      try convolutionMatrix(
        $0["kernel"], inputShape: $0.ints("shape"), stride: $0.int("stride"), padding: $0.int("padding"),
        dilation: $0.int("dilation"), groups: $0.int("groups"))
    },
  ] + convolutionGradientRows + transposedConvolutionRows

private let convolutionGradientRows: [OperatorRow] = [
  OperatorRow("conv1dInputGradient") {
    try conv1dInputGradient(
      $0["dy"], kernel: $0["kernel"], inputShape: $0.ints("shape"), stride: $0.int("stride"),
      padding: $0.int("padding"),
      dilation: $0.int("dilation"), groups: $0.int("groups"))
  },
  OperatorRow("conv1dInputGradientPerAxis") {
    try conv1dInputGradient(
      $0["dy"], kernel: $0["kernel"], inputShape: $0.ints("shape"), strides: $0.ints("strides"), padding: $0.padding,
      dilations: $0.ints("dilations"), groups: $0.int("groups"))
  },
  OperatorRow("conv1dKernelGradient") {
    try conv1dKernelGradient(
      $0["dy"], input: $0["x"], kernelShape: $0.ints("shape"), stride: $0.int("stride"), padding: $0.int("padding"),
      dilation: $0.int("dilation"), groups: $0.int("groups"))
  },
  OperatorRow("conv1dKernelGradientPerAxis") {
    try conv1dKernelGradient(
      $0["dy"], input: $0["x"], kernelShape: $0.ints("shape"), strides: $0.ints("strides"), padding: $0.padding,
      dilations: $0.ints("dilations"), groups: $0.int("groups"))
  },
  OperatorRow("conv2dInputGradient") {
    try conv2dInputGradient(
      $0["dy"], kernel: $0["kernel"], inputShape: $0.ints("shape"), stride: $0.int("stride"),
      padding: $0.int("padding"),
      dilation: $0.int("dilation"), groups: $0.int("groups"))
  },
  OperatorRow("conv2dInputGradientPerAxis") {
    try conv2dInputGradient(
      $0["dy"], kernel: $0["kernel"], inputShape: $0.ints("shape"), strides: $0.ints("strides"), padding: $0.padding,
      dilations: $0.ints("dilations"), groups: $0.int("groups"))
  },
  OperatorRow("conv2dKernelGradient") {
    try conv2dKernelGradient(
      $0["dy"], input: $0["x"], kernelShape: $0.ints("shape"), stride: $0.int("stride"), padding: $0.int("padding"),
      dilation: $0.int("dilation"), groups: $0.int("groups"))
  },
  OperatorRow("conv2dKernelGradientPerAxis") {
    try conv2dKernelGradient(
      $0["dy"], input: $0["x"], kernelShape: $0.ints("shape"), strides: $0.ints("strides"), padding: $0.padding,
      dilations: $0.ints("dilations"), groups: $0.int("groups"))
  },
  OperatorRow("conv3dInputGradient") {
    try conv3dInputGradient(
      $0["dy"], kernel: $0["kernel"], inputShape: $0.ints("shape"), stride: $0.int("stride"),
      padding: $0.int("padding"),
      dilation: $0.int("dilation"), groups: $0.int("groups"))
  },
  OperatorRow("conv3dInputGradientPerAxis") {
    try conv3dInputGradient(
      $0["dy"], kernel: $0["kernel"], inputShape: $0.ints("shape"), strides: $0.ints("strides"), padding: $0.padding,
      dilations: $0.ints("dilations"), groups: $0.int("groups"))
  },
  OperatorRow("conv3dKernelGradient") {
    try conv3dKernelGradient(
      $0["dy"], input: $0["x"], kernelShape: $0.ints("shape"), stride: $0.int("stride"), padding: $0.int("padding"),
      dilation: $0.int("dilation"), groups: $0.int("groups"))
  },
  OperatorRow("conv3dKernelGradientPerAxis") {
    try conv3dKernelGradient(
      $0["dy"], input: $0["x"], kernelShape: $0.ints("shape"), strides: $0.ints("strides"), padding: $0.padding,
      dilations: $0.ints("dilations"), groups: $0.int("groups"))
  },
]

private let transposedConvolutionRows: [OperatorRow] = [
  OperatorRow("convTransposed1d") {
    try convTransposed1d(
      $0["x"], kernel: $0["kernel"], bias: $0.optional("bias"), stride: $0.int("stride"), padding: $0.int("padding"),
      outputPadding: $0.int("outputPadding"), dilation: $0.int("dilation"), groups: $0.int("groups"))
  },
  OperatorRow("convTransposed1dPerAxis") {
    try convTransposed1d(
      $0["x"], kernel: $0["kernel"], bias: $0.optional("bias"), strides: $0.ints("strides"), padding: $0.padding,
      outputPadding: $0.ints("outputPadding"), dilations: $0.ints("dilations"), groups: $0.int("groups"))
  },
  OperatorRow("convTransposed2d") {
    try convTransposed2d(
      $0["x"], kernel: $0["kernel"], bias: $0.optional("bias"), stride: $0.int("stride"), padding: $0.int("padding"),
      outputPadding: $0.int("outputPadding"), dilation: $0.int("dilation"), groups: $0.int("groups"))
  },
  OperatorRow("convTransposed2dPerAxis") {
    try convTransposed2d(
      $0["x"], kernel: $0["kernel"], bias: $0.optional("bias"), strides: $0.ints("strides"), padding: $0.padding,
      outputPadding: $0.ints("outputPadding"), dilations: $0.ints("dilations"), groups: $0.int("groups"))
  },
  OperatorRow("convTransposed3d") {
    try convTransposed3d(
      $0["x"], kernel: $0["kernel"], bias: $0.optional("bias"), stride: $0.int("stride"), padding: $0.int("padding"),
      outputPadding: $0.int("outputPadding"), dilation: $0.int("dilation"), groups: $0.int("groups"))
  },
  OperatorRow("convTransposed3dPerAxis") {
    try convTransposed3d(
      $0["x"], kernel: $0["kernel"], bias: $0.optional("bias"), strides: $0.ints("strides"), padding: $0.padding,
      outputPadding: $0.ints("outputPadding"), dilations: $0.ints("dilations"), groups: $0.int("groups"))
  },
]

extension Arguments {
  /// Padding by its name, or by the zeros before and after each axis.
  fileprivate var padding: Padding {
    get throws {
      switch try string("kind") {
      case "same": .same
      case "valid": .valid
      default: .zeros(before: try ints("before"), after: try ints("after"))
      }
    }
  }
}
