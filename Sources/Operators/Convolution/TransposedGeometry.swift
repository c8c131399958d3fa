import Tensors

/// The geometry of transposed convolutions: that of the convolution whose input gradient they are.
///
/// ```
/// H' = (H − 1)·s − 2p + d·(U − 1) + outputPadding + 1
/// ```
///
/// rows of the result become H rows of feature maps again. What `outputPadding` adds at the end is there because
/// convolutions with a stride of 2 make 3 rows of 6 rows as well as of 7.
extension ConvolutionGeometry {
  /// Feature maps of shape `input`, `[N, C, H, W]`, spread by filters of shape `[C, O/groups, U, V]`.
  init(
    transposing input: [Int], kernel: [Int], axes count: Int, stride: Int, padding: Int, outputPadding: Int,
    dilation: Int, groups: Int
  ) throws {
    try requireSize(stride, "stride", atLeast: 1)
    try requireSize(padding, "padding", atLeast: 0)
    try requireSize(outputPadding, "outputPadding", atLeast: 0)
    try requireSize(dilation, "dilation", atLeast: 1)
    try self.init(transposing: input, kernel: kernel, axes: count, groups: groups) { axis in
      try Self.spread(
        input[axis + 2], kernel[axis + 2], stride, dilation, (padding, padding), outputPadding: outputPadding)
    }
  }

  /// The same with sizes for each axis.
  init(
    transposing input: [Int], kernel: [Int], axes count: Int, strides: [Int], padding: Padding, outputPadding: [Int],
    dilations: [Int], groups: Int
  ) throws {
    let window = try WindowSteps(axes: count, strides: strides, padding: padding, dilations: dilations)
    try WindowSteps.check(outputPadding, "outputPadding", atLeast: 0, count)
    if padding.isSame, outputPadding.contains(where: { $0 > 0 }) {
      throw TensorError(
        "padding .same decides the size of the result: outputPadding has to be 0, and is \(outputPadding)")
    }
    try self.init(transposing: input, kernel: kernel, axes: count, groups: groups) { axis in
      let (size, taps, stride, dilation) = (
        input[axis + 2], kernel[axis + 2], window.strides[axis], window.dilations[axis]
      )
      // With `.same`, the convolution that this turns around makes H of H·s rows.
      let zeros = padding.amounts(
        axis: axis, inputSize: size * stride, kernelSize: taps, stride: stride, dilation: dilation)
      let missing = padding.isSame ? max(stride - WindowAxis.covered(kernelSize: taps, dilation: dilation), 0) : 0
      return try Self.spread(
        size, taps, stride, dilation, zeros, outputPadding: padding.isSame ? missing : outputPadding[axis],
        isChecked: padding.isSame)
    }
  }

  private init(
    transposing input: [Int], kernel: [Int], axes count: Int, groups: Int, _ axis: (Int) throws -> WindowAxis
  ) throws {
    try Self.check(input: input, kernel: kernel, axes: count, groups: groups)
    let words = ConvolutionWords.ofAxes(count)
    guard input[2...].allSatisfy({ $0 > 0 }) else {
      throw TensorError(
        "a transposed convolution needs \(words.many) with at least one element along each axis, "
          + "but these have shape \(input)")
    }
    guard input[1] == kernel[0] else {
      throw TensorError("\(words.many) have \(counted(input[1], "channel")), but filters expect \(kernel[0])")
    }
    guard input[1] % groups == 0 else {
      throw TensorError("\(counted(input[1], "channel")) cannot be split into \(groups) groups")
    }
    let axes = try (
      depth: count > 2 ? axis(count - 3) : .none, rows: count > 1 ? axis(count - 2) : .none, columns: axis(count - 1)
    )
    let all = [axes.depth, axes.rows, axes.columns].suffix(count)
    let (channels, overflow) = kernel[1].multipliedReportingOverflow(by: groups)
    let result = [input[0], overflow ? .max : channels] + all.map(\.inputSize)
    guard all.allSatisfy({ $0.inputSize > 0 }) else {
      throw TensorError("the padding leaves nothing of the result: its shape would be \(result)")
    }
    self.init(input: result, kernel: kernel, output: input, groups: groups, axes: axes)
  }

  /// The window along one axis, from the number of its places.
  private static func spread(
    _ places: Int, _ taps: Int, _ stride: Int, _ dilation: Int, _ zeros: (before: Int, after: Int),
    outputPadding: Int, isChecked: Bool = false
  ) throws -> WindowAxis {
    guard isChecked || outputPadding < max(stride, dilation) else {
      throw TensorError(
        "outputPadding must be smaller than the stride or the dilation, here \(max(stride, dilation)), "
          + "and got \(outputPadding)")
    }
    let covered = (places - 1) * stride + WindowAxis.covered(kernelSize: taps, dilation: dilation)
    return WindowAxis(
      inputSize: covered - zeros.before - zeros.after + outputPadding, kernelSize: taps, outputSize: places,
      stride: stride, dilation: dilation, before: zeros.before, after: zeros.after)
  }
}
