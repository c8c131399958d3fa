import Tensors

/// The index arithmetic of a convolution: which input element meets which weight for which output element.
///
/// ```
/// y[n, o, i, j]  meets  x[n, c, i·s + u·d − p, j·s + v·d − p]  and  k[o, c, u, v]
/// ```
///
/// for stride s, padding p and dilation d, which may differ from axis to axis. The forward pass and both gradients run
/// over the same products, so the arithmetic stands here, once.
package struct ConvolutionGeometry {
  package let inputShape: [Int]
  package let kernelShape: [Int]
  package let outputShape: [Int]
  package let groups: Int
  /// Depth, rows and columns. Images have no depth, and sequences no rows either: `WindowAxis.none` stands there.
  package let axes: (depth: WindowAxis, rows: WindowAxis, columns: WindowAxis)
  /// From one input of a row of products to the next.
  package let stride: Int

  /// Checks that images of shape `[N, C, H, W]` and filters of shape `[O, C/groups, U, V]` fit together; or sequences
  /// `[N, C, L]`, or volumes `[N, C, D, H, W]`, by the number of `axes` that the window slides along.
  package init(
    input: [Int], kernel: [Int], axes count: Int = 2, stride: Int = 1, padding: Int = 0, dilation: Int = 1,
    groups: Int = 1
  ) throws {
    try requireSize(stride, "stride", atLeast: 1)
    try requireSize(padding, "padding", atLeast: 0)
    try requireSize(dilation, "dilation", atLeast: 1)
    try self.init(input: input, kernel: kernel, axes: count, groups: groups) { axis in
      try slide(along: input[axis + 2], kernel[axis + 2], stride, dilation, (padding, padding))
    }
  }

  /// The same with a stride, a dilation and zeros before and after for each axis.
  package init(
    input: [Int], kernel: [Int], axes count: Int = 2, strides: [Int], padding: Padding, dilations: [Int],
    groups: Int = 1
  ) throws {
    let window = try WindowSteps(axes: count, strides: strides, padding: padding, dilations: dilations)
    try self.init(input: input, kernel: kernel, axes: count, groups: groups) { axis in
      let (size, taps, stride, dilation) = (
        input[axis + 2], kernel[axis + 2], window.strides[axis], window.dilations[axis]
      )
      return try slide(
        along: size, taps, stride, dilation,
        padding.amounts(axis: axis, inputSize: size, kernelSize: taps, stride: stride, dilation: dilation))
    }
  }

  private init(
    input: [Int], kernel: [Int], axes count: Int, groups: Int, _ axis: (Int) throws -> WindowAxis
  ) throws {
    try Self.check(input: input, kernel: kernel, axes: count, groups: groups)
    let (channels, filters) = (input[1], kernel[0])
    guard channels % groups == 0 && filters % groups == 0 else {
      throw TensorError("\(channels) channels and \(filters) filters cannot be split into \(groups) groups")
    }
    guard channels / groups == kernel[1] else {
      let each = groups == 1 ? "" : " (\(channels / groups) in each of \(groups) groups)"
      throw TensorError(
        "\(ConvolutionWords.ofAxes(count).many) have \(counted(channels, "channel"))\(each), "
          + "but filters expect \(kernel[1])")
    }
    let axes = try (
      depth: count > 2 ? axis(count - 3) : .none, rows: count > 1 ? axis(count - 2) : .none, columns: axis(count - 1)
    )
    let output =
      switch count {
      case 1: [input[0], filters, axes.columns.outputSize]
      case 2: [input[0], filters, axes.rows.outputSize, axes.columns.outputSize]
      default: [input[0], filters, axes.depth.outputSize, axes.rows.outputSize, axes.columns.outputSize]
      }
    self.init(input: input, kernel: kernel, output: output, groups: groups, axes: axes)
    guard axes.depth.outputSize > 0 && axes.rows.outputSize > 0 && axes.columns.outputSize > 0 else {
      throw doesNotFit
    }
  }

  private var doesNotFit: TensorError {
    let covered = slidingAxes.map { WindowAxis.covered(kernelSize: $0.kernelSize, dilation: $0.dilation) }
    let room = slidingAxes.map { $0.inputSize + $0.before + $0.after }
    return TensorError(
      "a filter that covers \(crossed(covered)) does not fit into \(ConvolutionWords.ofAxes(axisCount).one) of "
        + crossed(room) + (slidingAxes.contains { $0.before + $0.after > 0 } ? " (with padding)" : ""))
  }

  /// Takes everything as it is.
  init(
    input: [Int], kernel: [Int], output: [Int], groups: Int,
    axes: (depth: WindowAxis, rows: WindowAxis, columns: WindowAxis)
  ) {
    inputShape = input
    kernelShape = kernel
    outputShape = output
    self.groups = groups
    self.axes = axes
    stride = axes.columns.stride
  }

  /// How many axes the window slides along.
  package var axisCount: Int { inputShape.count - 2 }

  /// These axes: rows and columns of images.
  package var slidingAxes: [WindowAxis] { [axes.depth, axes.rows, axes.columns].suffix(axisCount) }

  /// One filter on one group of one image.
  package var ofOneFilter: ConvolutionGeometry {
    ConvolutionGeometry(
      input: [1, kernelShape[1]] + inputShape[2...], kernel: [1] + kernelShape[1...],
      output: [1, 1] + outputShape[2...], groups: 1, axes: axes)
  }
}

// MARK: - The products

extension ConvolutionGeometry {
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
    let (images, filters, channels) = (inputShape[0], kernelShape[0], kernelShape[1])
    let (depth, rows, columns) = axes
    // Where the windows have the input under tap t, u and v.
    let layers = (0..<depth.kernelSize).map { depth.windows(tap: $0) }
    let heights = (0..<rows.kernelSize).map { rows.windows(tap: $0) }
    let widths = (0..<columns.kernelSize).map { columns.windows(tap: $0) }
    var work = 0
    for n in 0..<images {
      for o in 0..<filters {
        let group = o / (filters / groups)
        for c in 0..<channels {
          let image = (n * groups + group) * channels + c
          for t in 0..<depth.kernelSize {
            for u in 0..<rows.kernelSize {
              try Interruption.poll(
                afterWork: &work, of: depth.outputSize * rows.outputSize * columns.kernelSize * columns.outputSize)
              let weights = (((o * channels + c) * depth.kernelSize + t) * rows.kernelSize + u) * columns.kernelSize
              for d in layers[t] {
                let inputLayer = image * depth.inputSize + depth.input(window: d, tap: t)
                let outputLayer = (n * filters + o) * depth.outputSize + d
                for i in heights[u] {
                  let inputRow = (inputLayer * rows.inputSize + rows.input(window: i, tap: u)) * columns.inputSize
                  let outputRow = (outputLayer * rows.outputSize + i) * columns.outputSize
                  for v in 0..<columns.kernelSize where !widths[v].isEmpty {
                    let j = widths[v].lowerBound
                    body(
                      Row(
                        output: outputRow + j, input: inputRow + columns.input(window: j, tap: v), kernel: weights + v,
                        count: widths[v].count))
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  /// There is enough work for a product of matrices to pay for copying the images into columns: measured, a matrix of
  /// fewer than 4 filters gains nothing, and below some thousand products the setting up costs more than it saves.
  package var isLarge: Bool { kernelShape[0] / groups >= 4 && products >= 20_000 }

  /// How many products there are, padding included.
  private var products: Double {
    outputShape.reduce(1.0) { $0 * Double($1) } * kernelShape.dropFirst().reduce(1.0) { $0 * Double($1) }
  }
}

// MARK: - One axis

/// The index arithmetic of a sliding window along one axis.
///
/// ```
/// window i has input element  i·s + u·d − p  under its tap u
/// ```
///
/// for stride s, dilation d, and p zeros before the first element.
package struct WindowAxis: Equatable, Sendable {
  package let inputSize: Int
  package let kernelSize: Int
  package let outputSize: Int
  package let stride: Int
  package let dilation: Int
  package let before: Int
  package let after: Int

  package init(
    inputSize: Int, kernelSize: Int, outputSize: Int, stride: Int = 1, dilation: Int = 1, before: Int = 0,
    after: Int = 0
  ) {
    self.inputSize = inputSize
    self.kernelSize = kernelSize
    self.outputSize = outputSize
    self.stride = stride
    self.dilation = dilation
    self.before = before
    self.after = after
  }

  /// An axis that is not there: of one element, under a window of one tap.
  static let none = WindowAxis(inputSize: 1, kernelSize: 1, outputSize: 1)

  /// The input position under tap `tap` of window `window`. Outside of `0..<inputSize` there is padding.
  package func input(window: Int, tap: Int) -> Int { window * stride + tap * dilation - before }

  /// The windows that have the input, and not padding, under their tap.
  package func windows(tap: Int) -> Range<Int> {
    // 0 ≤ i·stride + tap·dilation − before < inputSize, solved for i.
    let offset = before - tap * dilation
    let first = offset <= 0 ? 0 : (offset + stride - 1) / stride
    let end = inputSize + offset <= 0 ? 0 : (inputSize + offset - 1) / stride + 1
    let last = min(end, outputSize)
    return first < last ? first..<last : 0..<0
  }

  /// How much of the input a window of so many taps covers.
  package static func covered(kernelSize: Int, dilation: Int) -> Int { (kernelSize - 1) * dilation + 1 }
}

// MARK: - Checks

/// What the learner calls the things that a window slides over.
struct ConvolutionWords {
  let many: String
  let one: String
  let inputAxes: String
  let kernelAxes: String

  /// For a window that slides along one, two or three axes.
  static func ofAxes(_ count: Int) -> ConvolutionWords {
    switch count {
    case 1: ConvolutionWords(many: "sequences", one: "a sequence", inputAxes: "[N, C, L]", kernelAxes: "[O, C, U]")
    case 2: ConvolutionWords(many: "images", one: "an image", inputAxes: "[N, C, H, W]", kernelAxes: "[O, C, U, V]")
    default:
      ConvolutionWords(many: "volumes", one: "a volume", inputAxes: "[N, C, D, H, W]", kernelAxes: "[O, C, T, U, V]")
    }
  }
}

extension ConvolutionGeometry {
  /// Throws unless both shapes have the axes that they need, with sizes whose sums cannot overflow.
  static func check(input: [Int], kernel: [Int], axes count: Int, groups: Int) throws {
    var words: ConvolutionWords { ConvolutionWords.ofAxes(count) }
    guard input.count == count + 2 else {
      throw TensorError("\(words.many) need \(count + 2) axes, \(words.inputAxes), but these have shape \(input)")
    }
    guard kernel.count == count + 2 else {
      throw TensorError("filters need \(count + 2) axes, \(words.kernelAxes), but these have shape \(kernel)")
    }
    try requireSize(groups, "groups", atLeast: 1)
    func requireSizes(_ shape: [Int]) throws {
      for size in shape where size < 0 || size > sizeLimit {
        throw TensorError("a convolution cannot have \(words.many) or filters of shape \(shape)")
      }
    }
    try requireSizes(input)
    try requireSizes(kernel)
    for axis in 2..<kernel.count where kernel[axis] == 0 {
      throw TensorError("filters need at least one weight along each axis, but these have shape \(kernel)")
    }
  }
}

/// A window that slides along an axis of the input; its output size is 0 where it does not fit.
private func slide(
  along inputSize: Int, _ kernelSize: Int, _ stride: Int, _ dilation: Int, _ zeros: (before: Int, after: Int)
) throws -> WindowAxis {
  let room = inputSize + zeros.before + zeros.after - WindowAxis.covered(kernelSize: kernelSize, dilation: dilation)
  return WindowAxis(
    inputSize: inputSize, kernelSize: kernelSize, outputSize: room < 0 ? 0 : room / stride + 1, stride: stride,
    dilation: dilation, before: zeros.before, after: zeros.after)
}

/// The strides and dilations of a window that may differ from axis to axis, checked.
struct WindowSteps {
  let strides: [Int]
  let dilations: [Int]

  init(axes: Int, strides: [Int], padding: Padding, dilations: [Int]) throws {
    try Self.check(strides, "strides", atLeast: 1, axes)
    try Self.check(dilations, "dilations", atLeast: 1, axes)
    try padding.check(axes: axes)
    self.strides = strides
    self.dilations = dilations
  }

  static func check(_ sizes: [Int], _ name: String, atLeast least: Int, _ axes: Int) throws {
    guard sizes.count == axes else {
      throw TensorError("\(name) needs \(counted(axes, "number")), one for each axis, and got \(sizes)")
    }
    guard sizes.allSatisfy({ $0 >= least }) else {
      throw TensorError("\(name) must be \(least) or more on each axis, and got \(sizes)")
    }
    guard sizes.allSatisfy({ $0 <= sizeLimit }) else {
      throw TensorError("\(name) must be at most \(sizeLimit) on each axis, and got \(sizes)")
    }
  }
}

/// Far from where sums and products of two sizes would overflow.
let sizeLimit = 1_000_000_000

func requireSize(_ value: Int, _ name: String, atLeast least: Int) throws {
  guard value >= least else { throw TensorError("\(name) must be \(least) or more, and got \(value)") }
  guard value <= sizeLimit else { throw TensorError("\(name) must be at most \(sizeLimit), and got \(value)") }
}

/// `3x4`.
func crossed(_ sizes: some Sequence<Int>) -> String { sizes.map { "\($0)" }.joined(separator: "x") }
