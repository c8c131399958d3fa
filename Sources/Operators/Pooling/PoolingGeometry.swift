import Tensors

/// The index arithmetic of pooling: where the windows lie, and what they cover.
///
/// Sequences `[N, C, L]` are images of one row.
package struct PoolingGeometry {
  /// One window: its place in the output, where its plane of the input begins, and its rows and columns there.
  struct Window {
    let output: Int
    let plane: Int
    let rows: PoolingAxis.Span
    let columns: PoolingAxis.Span
  }

  let function: String
  package let inputShape: [Int]
  package let outputShape: [Int]
  let rows: PoolingAxis
  let columns: PoolingAxis

  private init(_ function: String, input: [Int], rows: PoolingAxis, columns: PoolingAxis) {
    self.function = function
    self.rows = rows
    self.columns = columns
    inputShape = input
    outputShape = input.prefix(2) + (input.count == 3 ? [] : [rows.outputSize]) + [columns.outputSize]
  }

  /// Checks that windows fit into images `[N, C, H, W]` (`axes` is 2) or sequences `[N, C, L]` (`axes` is 1).
  init(_ function: String, input: [Int], windows: PoolingWindows, axes: Int = 2) throws {
    try requireImages(input, axes: axes, for: function)
    let sizes = input.suffix(axes)
    let parameters = try windows.checked(axes: axes)
    let fitting = zip(sizes, parameters).map { size, window in
      PoolingAxis(
        inputSize: size, size: window.size, stride: window.stride, padding: window.padding,
        dilation: window.dilation, roundsUp: windows.roundsUp)
    }
    let axesOfWindows = fitting.compactMap { $0 }
    guard axesOfWindows.count == axes, let columns = axesOfWindows.last, let rows = axesOfWindows.first else {
      throw doesNotFit(parameters, input: Array(sizes))
    }
    for axis in axesOfWindows {
      if let empty = try axis.emptyWindow() {
        throw TensorError("window \(empty) meets nothing but padding: use less dilation or padding")
      }
    }
    self.init(function, input: input, rows: axes == 1 ? PoolingAxis(unchanged: 1) : rows, columns: columns)
  }

  /// Windows that divide images into `size` rows and columns of outputs.
  init(_ function: String, input: [Int], dividedInto size: [Int]) throws {
    try requireImages(input, axes: 2, for: function)
    try requirePair(size, "size", atLeast: 1)
    self.init(
      function, input: input, rows: PoolingAxis(dividing: input[2], into: size[0]),
      columns: PoolingAxis(dividing: input[3], into: size[1]))
  }

  /// The distance in elements between an element and the one below it.
  var rowStride: Int { columns.inputSize }

  /// The elements of one channel of one image.
  var planeSize: Int { rows.inputSize * columns.inputSize }

  /// Calls `body` for every window.
  func forEachWindow(_ body: (Window) throws -> Void) throws {
    var output = 0
    var work = 0
    for plane in 0..<inputShape[0] * inputShape[1] {
      for i in 0..<rows.outputSize {
        let rowSpan = rows.span(i)
        for j in 0..<columns.outputSize {
          let columnSpan = columns.span(j)
          try Interruption.poll(afterWork: &work, of: 8 * (rowSpan.count * columnSpan.count + 1))
          try body(Window(output: output, plane: plane * planeSize, rows: rowSpan, columns: columnSpan))
          output += 1
        }
      }
    }
  }

  /// Calls `body` with the place of every element under a window, row after row.
  func forEachElement(of window: Window, _ body: (_ place: Int) -> Void) {
    for u in 0..<window.rows.count {
      let row = window.plane + (window.rows.first + u * window.rows.step) * rowStride + window.columns.first
      for v in 0..<window.columns.count { body(row + v * window.columns.step) }
    }
  }
}

/// The window of a pooling as the learner gave it: a number for each axis, or one for all.
package struct PoolingWindows {
  struct Axis {
    let size: Int
    let stride: Int
    let padding: Int
    let dilation: Int
    var covered: Int { (size - 1) * dilation + 1 }
  }

  private let sizes: [Int]
  private let strides: [Int]
  private let padding: [Int]
  private let dilations: [Int]
  let roundsUp: Bool

  /// One number for all axes.
  package init(size: Int, stride: Int? = nil, padding: Int = 0, dilation: Int = 1, roundsUp: Bool = false) {
    sizes = [size]
    strides = [stride ?? size]
    self.padding = [padding]
    dilations = [dilation]
    self.roundsUp = roundsUp
  }

  /// A number for rows and one for columns.
  init(size: [Int], strides: [Int]?, padding: [Int] = [0, 0], dilations: [Int] = [1, 1], roundsUp: Bool) throws {
    try requirePair(size, "size", atLeast: 1)
    try requirePair(strides ?? size, "strides", atLeast: 1)
    try requirePair(padding, "padding", atLeast: 0)
    try requirePair(dilations, "dilations", atLeast: 1)
    sizes = size
    self.strides = strides ?? size
    self.padding = padding
    self.dilations = dilations
    self.roundsUp = roundsUp
  }

  /// The window on each axis; every number is in its limits.
  fileprivate func checked(axes: Int) throws -> [Axis] {
    let windows = try (0..<axes).map { axis in
      let at = min(axis, sizes.count - 1)
      try requireSize(sizes[at], "size", atLeast: 1)
      try requireSize(strides[at], "stride", atLeast: 1)
      try requireSize(padding[at], "padding", atLeast: 0)
      try requireSize(dilations[at], "dilation", atLeast: 1)
      return Axis(size: sizes[at], stride: strides[at], padding: padding[at], dilation: dilations[at])
    }
    for window in windows where window.padding > window.size / 2 {
      throw TensorError(
        "padding must be at most half of the window, \(window.size / 2) for \(window.size), and got \(window.padding)")
    }
    return windows
  }
}

// MARK: - Checks

/// Checks a number for rows and one for columns.
func requirePair(_ values: [Int], _ name: String, atLeast least: Int) throws {
  guard values.count == 2 else {
    throw TensorError("\(name) needs 2 numbers, for rows and for columns, and got \(values)")
  }
  for value in values { try requireSize(value, name, atLeast: least) }
}

/// Checks that there is something to pool.
func requireImages(_ shape: [Int], axes: Int = 2, for function: String) throws {
  guard shape.count == axes + 2 else {
    let expected = axes == 1 ? "sequences need 3 axes, [N, C, L]" : "images need 4 axes, [N, C, H, W]"
    throw TensorError("\(expected), but these have shape \(shape)")
  }
  guard !shape.contains(0) else {
    throw TensorError("\(function) needs at least one element, and got a tensor of shape \(shape)")
  }
}

private func doesNotFit(_ windows: [PoolingWindows.Axis], input: [Int]) -> TensorError {
  let isSpread = windows.contains { $0.dilation > 1 }
  let isPadded = windows.contains { $0.padding > 0 }
  let window = windows.map { "\($0.covered)" }.joined(separator: "x")
  let room = zip(input, windows).map { "\($0 + 2 * $1.padding)" }.joined(separator: "x")
  return TensorError(
    "a window \(isSpread ? "that covers" : "of") \(window) does not fit into "
      + (input.count == 1 ? "a sequence of " : "an image of ") + room + (isPadded ? " (with padding)" : ""))
}
