import CKernels
import KernelInterface

let layoutKernels = LayoutKernels(pixelsFromPlanes: pixelsFromPlanes, planesFromPixels: planesFromPixels)

private func pixelsFromPlanes(
  _ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ part: LayoutKernels.Part
) {
  guard part.pixels >= 16 else {
    for pixel in 0..<part.pixels {
      let to = y + pixel * part.pixelStep
      for channel in 0..<part.channels { to[channel] = x[channel * part.planeStep + pixel] }
      for channel in part.channels..<part.pixelStep { to[channel] = 0 }
    }
    return
  }
  forEachSquare(of: part) { pixel, channel, count in
    Square(rows: count, from: x + channel * part.planeStep + pixel, step: part.planeStep).transposed
      .store(rows: 16, to: y + pixel * part.pixelStep + channel, step: part.pixelStep)
  }
}

private func planesFromPixels(
  _ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ part: LayoutKernels.Part
) {
  guard part.pixels >= 16 else {
    for channel in 0..<part.channels {
      let to = y + channel * part.planeStep
      for pixel in 0..<part.pixels { to[pixel] = x[pixel * part.pixelStep + channel] }
    }
    return
  }
  forEachSquare(of: part) { pixel, channel, count in
    Square(rows: 16, from: x + pixel * part.pixelStep + channel, step: part.pixelStep).transposed
      .store(rows: count, to: y + channel * part.planeStep + pixel, step: part.planeStep)
  }
}

/// Calls `body` for squares of 16 pixels and up to 16 channels. Where 16 does not divide the pixels, the last square
/// overlaps the one before it.
@inline(__always)
private func forEachSquare(of part: LayoutKernels.Part, _ body: (_ pixel: Int, _ channel: Int, _ count: Int) -> Void) {
  var pixel = 0
  while pixel < part.pixels {
    let first = min(pixel, part.pixels - 16)
    for channel in stride(from: 0, to: part.channels, by: 16) {
      body(first, channel, min(part.channels - channel, 16))
    }
    pixel += 16
  }
}

func joinTaps(_ y: UnsafeMutablePointer<Float>, _ step: Int, _ p: TapSums) {
  @inline(__always)
  func sum(_ from: UnsafePointer<Float>) -> vector16 {
    var sum = vector16_load(from)
    for part in 1..<p.parts { sum += vector16_load(from + part * p.partStep) }
    return sum
  }
  for filter in 0..<p.filters {
    let (from, to) = (p.sums + filter * p.row, y + filter * step)
    for channel in stride(from: 0, to: p.channels, by: 16) {
      let channels = min(16, p.channels - channel)
      if p.taps == 1 {
        vector16_store_next(to + channel, sum(from + channel), channels)
        continue
      }
      for tap in stride(from: 0, to: p.taps, by: 16) {
        let rows = min(16, p.taps - tap)
        let square = Square(rows: rows) { sum(from + (tap + $0) * p.tapStep + channel) }.transposed
        // Whole vectors are faster, where what they write behind the taps will be written after them.
        let isLast = channel + 32 > p.channels || p.taps > 16
        square.store(
          rows: channels, count: isLast ? rows : 16, to: to + channel * p.taps + tap, step: p.taps)
      }
    }
  }
}

/// 16 rows of 16 numbers.
private struct Square {
  var r0, r1, r2, r3, r4, r5, r6, r7: vector16
  var r8, r9, r10, r11, r12, r13, r14, r15: vector16

  /// The first `rows` rows from memory, zeros in the others.
  @inline(__always)
  init(rows: Int, from x: UnsafePointer<Float>, step: Int) {
    self.init(rows: rows) { vector16_load(x + $0 * step) }
  }

  @inline(__always)
  init(rows: Int, _ load: (_ row: Int) -> vector16) {
    @inline(__always)
    func row(_ i: Int) -> vector16 { i < rows ? load(i) : vector16_zero() }
    (r0, r1, r2, r3) = (row(0), row(1), row(2), row(3))
    (r4, r5, r6, r7) = (row(4), row(5), row(6), row(7))
    (r8, r9, r10, r11) = (row(8), row(9), row(10), row(11))
    (r12, r13, r14, r15) = (row(12), row(13), row(14), row(15))
  }

  /// Rows as columns. With 4 bits of a row's number and 4 of a lane's, each step moves every number's highest bit of
  /// the lane to the end of its row, and the highest bit of the row to the end of its lane.
  var transposed: Square {
    @inline(__always) get { riffled.riffled.riffled.riffled }
  }

  private var riffled: Square {
    @inline(__always) get {
      var y = self
      (y.r0, y.r1) = (vector16_interleave_low(r0, r8), vector16_interleave_high(r0, r8))
      (y.r2, y.r3) = (vector16_interleave_low(r1, r9), vector16_interleave_high(r1, r9))
      (y.r4, y.r5) = (vector16_interleave_low(r2, r10), vector16_interleave_high(r2, r10))
      (y.r6, y.r7) = (vector16_interleave_low(r3, r11), vector16_interleave_high(r3, r11))
      (y.r8, y.r9) = (vector16_interleave_low(r4, r12), vector16_interleave_high(r4, r12))
      (y.r10, y.r11) = (vector16_interleave_low(r5, r13), vector16_interleave_high(r5, r13))
      (y.r12, y.r13) = (vector16_interleave_low(r6, r14), vector16_interleave_high(r6, r14))
      (y.r14, y.r15) = (vector16_interleave_low(r7, r15), vector16_interleave_high(r7, r15))
      return y
    }
  }

  @inline(__always)
  func store(rows: Int, count: Int = 16, to y: UnsafeMutablePointer<Float>, step: Int) {
    @inline(__always)
    func row(_ i: Int, _ r: vector16) { if i < rows { vector16_store_next(y + i * step, r, count) } }
    row(0, r0)
    row(1, r1)
    row(2, r2)
    row(3, r3)
    row(4, r4)
    row(5, r5)
    row(6, r6)
    row(7, r7)
    row(8, r8)
    row(9, r9)
    row(10, r10)
    row(11, r11)
    row(12, r12)
    row(13, r13)
    row(14, r14)
    row(15, r15)
  }
}
