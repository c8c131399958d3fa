import Tensors

/// The index arithmetic of a convolution: which input element meets which weight for which output element.
///
/// ```
/// y[n, o, i, j]  meets  x[n, c, i·s + u·d − p, j·s + v·d − p]  and  k[o, c, u, v]
/// ```
///
/// for stride s, padding p and dilation d. The forward pass and both gradients run over the same products, so the
/// arithmetic stands here, once.
package struct ConvolutionGeometry {
  package let inputShape: [Int]
  package let kernelShape: [Int]
  package let outputShape: [Int]
  package let stride: Int
  package let padding: Int
  package let dilation: Int
  package let groups: Int

  /// Checks that images of shape `[N, C, H, W]` and filters of shape `[O, C/groups, U, V]` fit together.
  package init(
    input: [Int], kernel: [Int], stride: Int = 1, padding: Int = 0, dilation: Int = 1, groups: Int = 1
  ) throws {
    guard input.count == 4 else {
      throw TensorError("images need 4 axes, [N, C, H, W], but these have shape \(input)")
    }
    guard kernel.count == 4 else {
      throw TensorError("filters need 4 axes, [O, C, U, V], but these have shape \(kernel)")
    }
    try requireSize(stride, "stride", atLeast: 1)
    try requireSize(padding, "padding", atLeast: 0)
    try requireSize(dilation, "dilation", atLeast: 1)
    try requireSize(groups, "groups", atLeast: 1)
    for shape in [input, kernel] where shape.contains(where: { $0 < 0 || $0 > sizeLimit }) {
      throw TensorError("a convolution cannot have images or filters of shape \(shape)")
    }
    let (channels, outputChannels) = (input[1], kernel[0])
    guard channels % groups == 0 && outputChannels % groups == 0 else {
      throw TensorError("\(channels) channels and \(outputChannels) filters cannot be split into \(groups) groups")
    }
    guard channels / groups == kernel[1] else {
      let each = groups == 1 ? "" : " (\(channels / groups) in each of \(groups) groups)"
      throw TensorError(
        "images have \(counted(channels, "channel"))\(each), but filters expect \(kernel[1])")
    }
    guard kernel[2] > 0 && kernel[3] > 0 else {
      throw TensorError("filters need at least one row and one column, but these have shape \(kernel)")
    }
    // What a filter covers, and what there is to cover, with the zeros around it.
    let (rowsCovered, columnsCovered) = ((kernel[2] - 1) * dilation + 1, (kernel[3] - 1) * dilation + 1)
    let (rows, columns) = (input[2] + 2 * padding, input[3] + 2 * padding)
    guard rowsCovered <= rows && columnsCovered <= columns else {
      throw TensorError(
        "a filter that covers \(rowsCovered)x\(columnsCovered) does not fit into an image of \(rows)x\(columns)"
          + (padding > 0 ? " (with padding)" : ""))
    }
    inputShape = input
    kernelShape = kernel
    outputShape = [
      input[0], outputChannels, (rows - rowsCovered) / stride + 1, (columns - columnsCovered) / stride + 1,
    ]
    self.stride = stride
    self.padding = padding
    self.dilation = dilation
    self.groups = groups
  }

  /// A row of products: one weight, and the row of inputs that it meets while its window slides to the right.
  ///
  /// Product number j is that of `output + j`, `kernel`, and `input + j · stride`, all counted in elements.
  package struct Row {
    package let output: Int
    package let input: Int
    package let kernel: Int
    package let count: Int
  }

  /// Calls `body` for every row of products. Products with the padding, which is zero, are left out.
  ///
  /// A row at a time, and not a product, because `body` is a call across files: the loop over the row is the caller's,
  /// on plain pointers, and the cost of the call is spread over it.
  package func forEachRow(_ body: (Row) -> Void) throws {
    let (images, channels, height, width) = (inputShape[0], kernelShape[1], inputShape[2], inputShape[3])
    let (filters, rows, columns) = (kernelShape[0], kernelShape[2], kernelShape[3])
    let (outputRows, outputColumns) = (outputShape[2], outputShape[3])
    let spans = (0..<columns).map { outputSpan(tap: $0, inputSize: width, outputSize: outputColumns) }
    var work = 0
    for n in 0..<images {
      for o in 0..<filters {
        let group = o / (filters / groups)
        for c in 0..<channels {
          let image = ((n * channels * groups) + group * channels + c) * height
          for u in 0..<rows {
            try Interruption.poll(afterWork: &work, of: outputRows * columns * outputColumns)
            for i in outputSpan(tap: u, inputSize: height, outputSize: outputRows) {
              let inputRow = (image + i * stride + u * dilation - padding) * width
              let outputRow = ((n * filters + o) * outputRows + i) * outputColumns
              for v in 0..<columns where !spans[v].isEmpty {
                let j = spans[v].lowerBound
                body(
                  Row(
                    output: outputRow + j, input: inputRow + j * stride + v * dilation - padding,
                    kernel: ((o * channels + c) * rows + u) * columns + v, count: spans[v].count))
              }
            }
          }
        }
      }
    }
  }

  /// The output positions whose window has the input, and not padding, under its tap.
  private func outputSpan(tap: Int, inputSize: Int, outputSize: Int) -> Range<Int> {
    // 0 ≤ i·stride + tap·dilation − padding < inputSize, solved for i.
    let offset = padding - tap * dilation
    let first = offset <= 0 ? 0 : (offset + stride - 1) / stride
    let end = inputSize + offset <= 0 ? 0 : (inputSize + offset - 1) / stride + 1
    let last = min(end, outputSize)
    return first < last ? first..<last : 0..<0
  }

  /// There is enough work for a product of matrices to pay for copying the images into columns: measured, a matrix of
  /// fewer than 4 filters gains nothing, and below some thousand products the setting up costs more than it saves.
  package var isLarge: Bool {
    let products = (outputShape + kernelShape.dropFirst()).reduce(1.0) { $0 * Double($1) }
    return products >= 20_000 && kernelShape[0] / groups >= 4
  }
}

/// Far from where sums and products of two sizes would overflow.
private let sizeLimit = 1_000_000_000

private func requireSize(_ value: Int, _ name: String, atLeast least: Int) throws {
  guard value >= least else { throw TensorError("\(name) must be \(least) or more, and got \(value)") }
  guard value <= sizeLimit else { throw TensorError("\(name) must be at most \(sizeLimit), and got \(value)") }
}
