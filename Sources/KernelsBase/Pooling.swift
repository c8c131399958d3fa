import CKernels
import KernelInterface

let poolingKernels = PoolingKernels(
  maximum: maximum, maximumGradient: maximumGradient, average: average, averageGradient: averageGradient)

// MARK: - Forward

private func maximum(
  _ y: UnsafeMutablePointer<Float>, _ winners: UnsafeMutablePointer<UInt8>?, _ x: UnsafePointer<Float>,
  _ windows: PoolingKernels.Windows, _ rows: Range<Int>
) {
  let step = windows.step
  forEachWindow(windows, rows) { window in
    let start = x + window.firstPixel * step
    for channel in stride(from: 0, to: step, by: 16) {
      let place = window.output * step + channel
      if let winners {
        let (best, winner) = largestAndNumber(start + channel, window, windows)
        vector16_store(y + place, best)
        mask16_store_bytes(winners + place, winner)
      } else {
        vector16_store(y + place, largest(start + channel, window, step))
      }
    }
  }
}

@inline(__always)
private func largest(_ x: UnsafePointer<Float>, _ window: Window, _ step: Int) -> vector16 {
  var best = vector16_load(x)
  var isNan = mask16_all(0)
  forEachElement(of: window, step) { place, _, _ in
    let candidate = vector16_load(x + place)
    isNan |= vector16_is_nan(candidate)
    best = vector16_max(candidate, best)
  }
  return vector16_select(isNan, vector16_all(.nan), best)
}

/// The largest elements, and the numbers of the first of them in the window.
@inline(__always)
private func largestAndNumber(
  _ x: UnsafePointer<Float>, _ window: Window, _ windows: PoolingKernels.Windows
) -> (largest: vector16, number: mask16) {
  let first = mask16_all(Int32(window.firstNumber))
  var (best, winner, isNan) = (vector16_load(x), first, mask16_all(0))
  forEachElement(of: window, windows.step) { place, u, v in
    let candidate = vector16_load(x + place)
    isNan |= vector16_is_nan(candidate)
    let isBetter = vector16_greater(candidate, best)
    best = vector16_select(isBetter, candidate, best)
    winner = mask16_select(isBetter, mask16_all(Int32(window.firstNumber + u * windows.columns.window + v)), winner)
  }
  if mask16_any(isNan) == 0 { return (best, winner) }
  // Nan is rare: only here it is asked for with every comparison.
  (best, winner) = (vector16_load(x), first)
  forEachElement(of: window, windows.step) { place, u, v in
    let candidate = vector16_load(x + place)
    let isBetter = vector16_exceeds(candidate, best)
    best = vector16_select(isBetter, candidate, best)
    winner = mask16_select(isBetter, mask16_all(Int32(window.firstNumber + u * windows.columns.window + v)), winner)
  }
  return (best, winner)
}

private func average(
  _ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ windows: PoolingKernels.Windows,
  _ countsPadding: Bool, _ rows: Range<Int>
) {
  let step = windows.step
  forEachWindow(windows, rows) { window in
    let count = vector16_all(Float(countsPadding ? window.places : window.rowCount * window.columnCount))
    let start = x + window.firstPixel * step
    for channel in stride(from: 0, to: step, by: 16) {
      var sum = vector16_zero()
      forEachElement(of: window, step) { place, _, _ in sum += vector16_load(start + channel + place) }
      vector16_store(y + window.output * step + channel, sum / count)
    }
  }
}

/// Calls `body` for the places of all elements under a window, counted from the first one. The usual sizes have loops
/// of their own, which the compiler unrolls.
@inline(__always)
private func forEachElement(of window: Window, _ step: Int, _ body: (_ place: Int, _ u: Int, _ v: Int) -> Void) {
  @inline(__always)
  func visit(_ rows: Int, _ columns: Int) {
    for u in 0..<rows {
      for v in 0..<columns { body((u * window.rowStep + v * window.columnStep) * step, u, v) }
    }
  }
  switch (window.rowCount, window.columnCount) {
  case (2, 2): visit(2, 2)
  case (3, 3): visit(3, 3)
  default: visit(window.rowCount, window.columnCount)
  }
}

/// What lies under a window, without the padding.
private struct Window {
  let output: Int
  let firstPixel: Int
  /// The number of `firstPixel` in the window, counted row by row with the padding.
  let firstNumber: Int
  let rowCount: Int
  let columnCount: Int
  /// In pixels.
  let rowStep: Int
  let columnStep: Int
  /// Elements of the window in the image and its padding.
  let places: Int
}

@inline(__always)
private func forEachWindow(_ windows: PoolingKernels.Windows, _ rows: Range<Int>, _ body: (Window) -> Void) {
  let columns = windows.columns
  for i in rows {
    let row = span(i, windows.rows)
    for j in 0..<columns.output {
      let column = span(j, columns)
      body(
        Window(
          output: i * columns.output + j, firstPixel: row.first * columns.input + column.first,
          firstNumber: row.skipped * columns.window + column.skipped, rowCount: row.count, columnCount: column.count,
          rowStep: windows.rows.dilation * columns.input, columnStep: columns.dilation,
          places: row.places * column.places))
    }
  }
}

/// The elements under window `i`: how many of its own lie before them in the padding, the first one's place, how many
/// there are, and how many with the padding.
@inline(__always)
private func span(_ i: Int, _ axis: PoolingKernels.Axis) -> (skipped: Int, first: Int, count: Int, places: Int) {
  let start = i * axis.stride - axis.padding
  // Most windows need no division.
  let skipped = start >= 0 ? 0 : axis.dilation == 1 ? -start : (axis.dilation - 1 - start) / axis.dilation
  let isWhole = start + (axis.window - 1) * axis.dilation < axis.input
  let end = isWhole ? axis.window : (axis.input - 1 - start) / axis.dilation + 1
  let places = min(axis.window, axis.input + axis.padding - start)
  return (skipped, start + skipped * axis.dilation, max(end - skipped, 0), places)
}

// MARK: - Backward

/// Each element of the input collects from the windows over it: no two threads write to one place.
private func maximumGradient(
  _ dx: UnsafeMutablePointer<Float>, _ dy: UnsafePointer<Float>, _ winners: UnsafePointer<UInt8>,
  _ windows: PoolingKernels.Windows, _ rows: Range<Int>
) {
  let step = windows.step
  forEachInput(windows, rows) { input, over in
    let dx = dx + input * step
    var isFirst = true
    forEachWindow(over: over, windows) { i, j, u, v in
      let place = (i * windows.columns.output + j) * step
      let number = UInt8(truncatingIfNeeded: u * windows.columns.window + v)
      add(to: dx, isFirst, step) { channel in
        let hasWon = mask16_equal_bytes(winners + place + channel, number)
        return vector16_select(hasWon, vector16_load(dy + place + channel), vector16_zero())
      }
      isFirst = false
    }
    if isFirst { dx.update(repeating: 0, count: step) }
  }
}

private func averageGradient(
  _ dx: UnsafeMutablePointer<Float>, _ dy: UnsafePointer<Float>, _ windows: PoolingKernels.Windows,
  _ countsPadding: Bool, _ rows: Range<Int>
) {
  let step = windows.step
  forEachInput(windows, rows) { input, over in
    let dx = dx + input * step
    var isFirst = true
    forEachWindow(over: over, windows) { i, j, _, _ in
      let (row, column) = (span(i, windows.rows), span(j, windows.columns))
      let factor = vector16_all(1 / Float(countsPadding ? row.places * column.places : row.count * column.count))
      let dy = dy + (i * windows.columns.output + j) * step
      add(to: dx, isFirst, step) { channel in vector16_load(dy + channel) * factor }
      isFirst = false
    }
    if isFirst { dx.update(repeating: 0, count: step) }
  }
}

/// Adds to the channels of a pixel, which nothing has been written to at first.
@inline(__always)
private func add(
  to dx: UnsafeMutablePointer<Float>, _ isFirst: Bool, _ step: Int, _ summand: (_ channel: Int) -> vector16
) {
  if isFirst {
    for channel in stride(from: 0, to: step, by: 16) { vector16_store(dx + channel, summand(channel)) }
  } else {
    for channel in stride(from: 0, to: step, by: 16) {
      vector16_store(dx + channel, vector16_load(dx + channel) + summand(channel))
    }
  }
}

/// The windows over one element of the input: their first and last rows and columns, and the element's place counted
/// from the padding.
private struct Over {
  let rows: (first: Int, last: Int, place: Int)
  let columns: (first: Int, last: Int, place: Int)
}

@inline(__always)
private func forEachInput(
  _ windows: PoolingKernels.Windows, _ rows: Range<Int>, _ body: (_ input: Int, _ over: Over) -> Void
) {
  var row = Cover(of: rows.lowerBound, windows.rows)
  for h in rows {
    var column = Cover(of: 0, windows.columns)
    for w in 0..<windows.columns.input {
      body(h * windows.columns.input + w, Over(rows: row.windows, columns: column.windows))
      column.advance()
    }
    row.advance()
  }
}

@inline(__always)
private func forEachWindow(
  over: Over, _ windows: PoolingKernels.Windows, _ body: (_ i: Int, _ j: Int, _ u: Int, _ v: Int) -> Void
) {
  let (rows, columns) = (windows.rows, windows.columns)
  var i = over.rows.first
  while i <= over.rows.last {
    let (u, isUnder) = number(over.rows.place - i * rows.stride, rows.dilation)
    var j = over.columns.first
    while isUnder && j <= over.columns.last {
      let (v, isUnder) = number(over.columns.place - j * columns.stride, columns.dilation)
      if isUnder { body(i, j, u, v) }
      j += 1
    }
    i += 1
  }
}

/// The number in the window of the element `offset` behind its first one; not under it, where dilation leaps over it.
@inline(__always)
private func number(_ offset: Int, _ dilation: Int) -> (number: Int, isUnder: Bool) {
  if dilation == 1 { return (offset, true) }
  let (number, rest) = offset.quotientAndRemainder(dividingBy: dilation)
  return (number, rest == 0)
}

/// The windows over the elements of an axis, one element after the other, without a division for each.
private struct Cover {
  private let axis: PoolingKernels.Axis
  private var place: Int
  /// Quotient and remainder of `place / stride`, and of the same for the end of the first window that reaches the place.
  private var last: (quotient: Int, remainder: Int)
  private var first: (quotient: Int, remainder: Int)

  @inline(__always)
  init(of element: Int, _ axis: PoolingKernels.Axis) {
    self.axis = axis
    place = element + axis.padding
    last = place.quotientAndRemainder(dividingBy: axis.stride)
    // Rounded up; shifted by whole strides, so that nothing is negative.
    let reach = (axis.window - 1) * axis.dilation
    let shift = reach / axis.stride + 1
    first = (place - reach + axis.stride - 1 + shift * axis.stride).quotientAndRemainder(dividingBy: axis.stride)
    first.quotient -= shift
  }

  var windows: (first: Int, last: Int, place: Int) {
    @inline(__always) get { (max(first.quotient, 0), min(last.quotient, axis.output - 1), place) }
  }

  @inline(__always)
  mutating func advance() {
    place += 1
    last.remainder += 1
    if last.remainder == axis.stride { last = (last.quotient + 1, 0) }
    first.remainder += 1
    if first.remainder == axis.stride { first = (first.quotient + 1, 0) }
  }
}
