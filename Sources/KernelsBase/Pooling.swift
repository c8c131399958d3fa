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
      var best = vector16_load(start + channel)
      var winner = mask16_all(Int32(window.firstNumber))
      for u in 0..<window.rowCount {
        let row = start + u * window.rowStep * step + channel
        for v in 0..<window.columnCount {
          let candidate = vector16_load(row + v * window.columnStep * step)
          let isBetter = vector16_exceeds(candidate, best)
          best = vector16_select(isBetter, candidate, best)
          if winners != nil {
            let number = mask16_all(Int32(window.firstNumber + u * windows.columns.window + v))
            winner = mask16_select(isBetter, number, winner)
          }
        }
      }
      vector16_store(y + window.output * step + channel, best)
      if let winners { mask16_store_bytes(winners + window.output * step + channel, winner) }
    }
  }
}

private func average(
  _ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ windows: PoolingKernels.Windows,
  _ countsPadding: Bool, _ rows: Range<Int>
) {
  let step = windows.step
  forEachWindow(windows, rows) { window in
    let count = countsPadding ? window.places : window.rowCount * window.columnCount
    for channel in stride(from: 0, to: step, by: 16) {
      var sum = vector16_zero()
      for u in 0..<window.rowCount {
        let row = x + (window.firstPixel + u * window.rowStep) * step + channel
        for v in 0..<window.columnCount { sum += vector16_load(row + v * window.columnStep * step) }
      }
      vector16_store(y + window.output * step + channel, sum / vector16_all(Float(count)))
    }
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
    for channel in stride(from: 0, to: step, by: 16) {
      var sum = vector16_zero()
      forEachWindow(over: over, windows) { output, u, v in
        let place = output * step + channel
        let hasWon = mask16_equal_bytes(winners + place, UInt8(truncatingIfNeeded: u * windows.columns.window + v))
        sum += vector16_select(hasWon, vector16_load(dy + place), vector16_zero())
      }
      vector16_store(dx + input * step + channel, sum)
    }
  }
}

private func averageGradient(
  _ dx: UnsafeMutablePointer<Float>, _ dy: UnsafePointer<Float>, _ windows: PoolingKernels.Windows,
  _ countsPadding: Bool, _ rows: Range<Int>
) {
  let step = windows.step
  let columns = windows.columns.output
  forEachInput(windows, rows) { input, over in
    for channel in stride(from: 0, to: step, by: 16) {
      var sum = vector16_zero()
      forEachWindow(over: over, windows) { output, _, _ in
        let (row, column) = (span(output / columns, windows.rows), span(output % columns, windows.columns))
        let count = countsPadding ? row.places * column.places : row.count * column.count
        sum = vector16_fma(vector16_load(dy + output * step + channel), vector16_all(1 / Float(count)), sum)
      }
      vector16_store(dx + input * step + channel, sum)
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
  over: Over, _ windows: PoolingKernels.Windows, _ body: (_ output: Int, _ u: Int, _ v: Int) -> Void
) {
  let (rows, columns) = (windows.rows, windows.columns)
  var i = over.rows.first
  while i <= over.rows.last {
    let (u, isUnder) = number(over.rows.place - i * rows.stride, rows.dilation)
    var j = over.columns.first
    while isUnder && j <= over.columns.last {
      let (v, isUnder) = number(over.columns.place - j * columns.stride, columns.dilation)
      if isUnder { body(i * columns.output + j, u, v) }
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
