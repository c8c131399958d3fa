import CKernels
import KernelInterface

let depthwiseKernels = DepthwiseKernels(multiply: multiply, kernelGradient: kernelGradient)

/// The pixels of a line for which a tap, or all of them, reads inside of the image.
private struct Span {
  let first: Int
  let last: Int

  @inline(__always) init(_ grid: PixelGrid, _ width: Int, from offset: Int, to lastOffset: Int) {
    first = min(offset < 0 ? (grid.stepX - 1 - offset) / grid.stepX : 0, grid.width)
    let room = width - 1 - lastOffset
    last = max(min(room < 0 ? 0 : room / grid.stepX + 1, grid.width), first)
  }
}

private func multiply(
  _ p: DepthwiseLines, _ placement: PixelPlacement, _ stepY: Int, _ stepX: Int, _ bias: UnsafePointer<Float>?
) {
  var (least, most) = (0, 0)
  if p.tapCount > 0 { (least, most) = (p.taps[0].offsetX, p.taps[0].offsetX) }
  for tap in 0..<p.tapCount {
    least = min(least, p.taps[tap].offsetX)
    most = max(most, p.taps[tap].offsetX)
  }
  let inside = Span(p.grid, p.source.width, from: least, to: most)
  let pixelStep = stepX * placement.step
  // The last eight pixels inside can overlap those before: not where what was written would be read again.
  let overlaps = placement.residual != UnsafePointer(placement.y)
  // Of eight pixels, the first and the last one may have a tap outside of the image's width.
  let triples = Triples(p)
  for line in p.firstLine..<p.firstLine + p.lines {
    let image = line / p.grid.height
    let y = line - image * p.grid.height
    let taps = TapRange(p, y)
    let from = p.source.base + image * p.source.height * p.source.width * p.source.step
    let to = (image * placement.height + placement.firstY + y * stepY) * placement.width + placement.firstX
    var x = 0
    while x < p.grid.width {
      var first = x
      let last = triples?.last ?? inside.last
      if overlaps && x < last { first = min(x, last - 8) }
      let isEight = first >= triples?.first ?? inside.first && first + 8 <= last
      if !isEight { first = x }
      var channel = 0
      while channel < p.source.step {
        let place = to * placement.step + channel
        let end = Ending(
          y: placement.y + place, residual: placement.residual.map { $0 + place }, bias: bias.map { $0 + channel },
          relu: placement.relu)
        if isEight {
          end.prefetch((first + 8) * pixelStep, pixelStep)
          let sums =
            triples?.eight(p, taps, from + channel, channel, y, first)
            ?? eight(p, taps, from + channel, channel, y, first)
          sums.store(end, first * pixelStep, pixelStep)
        } else {
          end.store(one(p, taps, from + channel, channel, y, x), x * pixelStep)
        }
        channel += 16
      }
      x = isEight ? first + 8 : x + 1
    }
  }
}

/// The taps that read inside of the image's height from a line of the grid: neighbours, because taps are sorted by rows.
private struct TapRange {
  var first = 0
  var end: Int

  @inline(__always) init(_ p: DepthwiseLines, _ y: Int) {
    end = p.tapCount
    let place = y * p.grid.stepY
    while first < end && place + p.taps[first].offsetY < 0 { first += 1 }
    while first < end && place + p.taps[end - 1].offsetY >= p.source.height { end -= 1 }
  }
}

/// What happens to a sum on its way to memory.
private struct Ending {
  let y: UnsafeMutablePointer<Float>
  let residual: UnsafePointer<Float>?
  let bias: UnsafePointer<Float>?
  let relu: Bool

  /// Asks for eight pixels before they are written.
  @inline(__always) func prefetch(_ offset: Int, _ step: Int) {
    for pixel in 0..<8 { kernels_prefetch_to_write(y + offset + pixel * step) }
  }

  @inline(__always) func store(_ sum: vector16, _ offset: Int) {
    var v = sum
    if let residual { v += vector16_load(residual + offset) }
    if let bias { v += vector16_load(bias) }
    if relu { v = vector16_max(vector16_zero(), v) }
    vector16_store(y + offset, v)
  }
}

private struct Eight {
  var s0 = vector16_zero()
  var s1 = vector16_zero()
  var s2 = vector16_zero()
  var s3 = vector16_zero()
  var s4 = vector16_zero()
  var s5 = vector16_zero()
  var s6 = vector16_zero()
  var s7 = vector16_zero()

  @inline(__always) func store(_ end: Ending, _ offset: Int, _ step: Int) {
    end.store(s0, offset)
    end.store(s1, offset + step)
    end.store(s2, offset + 2 * step)
    end.store(s3, offset + 3 * step)
    end.store(s4, offset + 4 * step)
    end.store(s5, offset + 5 * step)
    end.store(s6, offset + 6 * step)
    end.store(s7, offset + 7 * step)
  }
}

/// 16 channels of eight neighbouring pixels whose taps all read inside of the image's width.
@inline(__always)
private func eight(
  _ p: DepthwiseLines, _ taps: TapRange, _ image: UnsafePointer<Float>, _ channel: Int, _ y: Int, _ x: Int
) -> Eight {
  var sums = Eight()
  let pixel = p.source.step
  let step = p.grid.stepX * pixel
  let width = p.source.width
  let base = image + (y * p.grid.stepY * width + x * p.grid.stepX) * pixel
  var weights = p.weights + taps.first * pixel + channel
  // The next line of the grid will need these: no pattern that the processor would guess.
  if taps.end > taps.first {
    var ahead = base + ((p.taps[taps.end - 1].offsetY + p.grid.stepY) * width + p.taps[taps.end - 1].offsetX) * pixel
    for _ in 0..<8 {
      kernels_prefetch(ahead)
      ahead += step
    }
  }
  for index in taps.first..<taps.end {
    let tap = p.taps[index]
    let w = vector16_load(weights)
    weights += pixel
    let from = base + (tap.offsetY * width + tap.offsetX) * pixel
    let next = from + 4 * step
    sums.s0 = vector16_fma(vector16_load(from), w, sums.s0)
    sums.s1 = vector16_fma(vector16_load(from + step), w, sums.s1)
    sums.s2 = vector16_fma(vector16_load(from + 2 * step), w, sums.s2)
    sums.s3 = vector16_fma(vector16_load(from + 3 * step), w, sums.s3)
    sums.s4 = vector16_fma(vector16_load(next), w, sums.s4)
    sums.s5 = vector16_fma(vector16_load(next + step), w, sums.s5)
    sums.s6 = vector16_fma(vector16_load(next + 2 * step), w, sums.s6)
    sums.s7 = vector16_fma(vector16_load(next + 3 * step), w, sums.s7)
  }
  return sums
}

/// Taps that are rows of three neighbours, all rows below each other, for neighbouring pixels: then what is read of a
/// row serves three pixels.
private struct Triples {
  /// The pixels whose middle taps all read inside of the image's width.
  let first: Int
  let last: Int
  private let offset: Int

  /// Nil for other taps.
  init?(_ p: DepthwiseLines) {
    guard p.grid.stepX == 1, p.tapCount > 0, p.tapCount % 3 == 0 else { return nil }
    offset = p.taps[0].offsetX
    for index in 0..<p.tapCount {
      let tap = p.taps[index]
      guard tap.offsetX == offset + index % 3, tap.offsetY == p.taps[index / 3 * 3].offsetY else { return nil }
    }
    // The second tap of the first pixel and of the last one.
    let span = Span(p.grid, p.source.width, from: offset + 1, to: offset + 1)
    (first, last) = (span.first, span.last)
  }

  /// 16 channels of eight neighbouring pixels between `first` and `last`.
  @inline(__always)
  func eight(
    _ p: DepthwiseLines, _ taps: TapRange, _ image: UnsafePointer<Float>, _ channel: Int, _ y: Int, _ x: Int
  ) -> Eight {
    var sums = Eight()
    let step = p.source.step
    let width = p.source.width
    let hasLeft = x + offset >= 0
    let hasRight = x + offset + 9 < width
    let base = image + (x + offset) * step
    var weights = p.weights + taps.first * step + channel
    let line = y * p.grid.stepY
    if taps.end > taps.first {
      let below = base + (line + p.grid.stepY + p.taps[taps.end - 1].offsetY) * width * step
      for pixel in 1...8 { kernels_prefetch(below + pixel * step) }
    }
    for index in stride(from: taps.first, to: taps.end, by: 3) {
      let w0 = vector16_load(weights)
      let w1 = vector16_load(weights + step)
      let w2 = vector16_load(weights + 2 * step)
      weights += 3 * step
      let from = base + (line + p.taps[index].offsetY) * width * step
      if hasLeft { sums.s0 = vector16_fma(vector16_load(from), w0, sums.s0) }
      let x1 = vector16_load(from + step)
      sums.s0 = vector16_fma(x1, w1, sums.s0)
      sums.s1 = vector16_fma(x1, w0, sums.s1)
      let x2 = vector16_load(from + 2 * step)
      sums.s0 = vector16_fma(x2, w2, sums.s0)
      sums.s1 = vector16_fma(x2, w1, sums.s1)
      sums.s2 = vector16_fma(x2, w0, sums.s2)
      let x3 = vector16_load(from + 3 * step)
      sums.s1 = vector16_fma(x3, w2, sums.s1)
      sums.s2 = vector16_fma(x3, w1, sums.s2)
      sums.s3 = vector16_fma(x3, w0, sums.s3)
      let x4 = vector16_load(from + 4 * step)
      sums.s2 = vector16_fma(x4, w2, sums.s2)
      sums.s3 = vector16_fma(x4, w1, sums.s3)
      sums.s4 = vector16_fma(x4, w0, sums.s4)
      let x5 = vector16_load(from + 5 * step)
      sums.s3 = vector16_fma(x5, w2, sums.s3)
      sums.s4 = vector16_fma(x5, w1, sums.s4)
      sums.s5 = vector16_fma(x5, w0, sums.s5)
      let x6 = vector16_load(from + 6 * step)
      sums.s4 = vector16_fma(x6, w2, sums.s4)
      sums.s5 = vector16_fma(x6, w1, sums.s5)
      sums.s6 = vector16_fma(x6, w0, sums.s6)
      let x7 = vector16_load(from + 7 * step)
      sums.s5 = vector16_fma(x7, w2, sums.s5)
      sums.s6 = vector16_fma(x7, w1, sums.s6)
      sums.s7 = vector16_fma(x7, w0, sums.s7)
      let x8 = vector16_load(from + 8 * step)
      sums.s6 = vector16_fma(x8, w2, sums.s6)
      sums.s7 = vector16_fma(x8, w1, sums.s7)
      if hasRight { sums.s7 = vector16_fma(vector16_load(from + 9 * step), w2, sums.s7) }
    }
    return sums
  }
}

/// 16 channels of any pixel.
@inline(__always)
private func one(
  _ p: DepthwiseLines, _ taps: TapRange, _ image: UnsafePointer<Float>, _ channel: Int, _ y: Int, _ x: Int
) -> vector16 {
  var sum = vector16_zero()
  for index in taps.first..<taps.end {
    let tap = p.taps[index]
    let sourceY = y * p.grid.stepY + tap.offsetY
    let sourceX = x * p.grid.stepX + tap.offsetX
    if sourceX < 0 || sourceX >= p.source.width { continue }
    let from = image + (sourceY * p.source.width + sourceX) * p.source.step
    sum = vector16_fma(vector16_load(from), vector16_load(p.weights + index * p.source.step + channel), sum)
  }
  return sum
}

private func kernelGradient(_ dk: UnsafeMutablePointer<Float>, _ p: DepthwiseLines, _ dy: UnsafePointer<Float>) {
  let step = p.source.step
  let next = p.grid.stepX * step
  for line in p.firstLine..<p.firstLine + p.lines {
    let image = line / p.grid.height
    let y = line - image * p.grid.height
    let upstream = dy + line * p.grid.width * step
    for index in 0..<p.tapCount {
      let tap = p.taps[index]
      let sourceY = y * p.grid.stepY + tap.offsetY
      if sourceY < 0 || sourceY >= p.source.height { continue }
      let from = p.source.base + ((image * p.source.height + sourceY) * p.source.width + tap.offsetX) * step
      let span = Span(p.grid, p.source.width, from: tap.offsetX, to: tap.offsetX)
      var channel = 0
      while channel < step {
        var (s0, s1, s2, s3) = (vector16_zero(), vector16_zero(), vector16_zero(), vector16_zero())
        var x = span.first
        while x + 4 <= span.last {
          let a = from + x * next + channel
          let b = upstream + x * step + channel
          s0 = vector16_fma(vector16_load(a), vector16_load(b), s0)
          s1 = vector16_fma(vector16_load(a + next), vector16_load(b + step), s1)
          s2 = vector16_fma(vector16_load(a + 2 * next), vector16_load(b + 2 * step), s2)
          s3 = vector16_fma(vector16_load(a + 3 * next), vector16_load(b + 3 * step), s3)
          x += 4
        }
        while x < span.last {
          s0 = vector16_fma(
            vector16_load(from + x * next + channel), vector16_load(upstream + x * step + channel), s0)
          x += 1
        }
        let to = dk + index * step + channel
        vector16_store(to, vector16_load(to) + ((s0 + s1) + (s2 + s3)))
        channel += 16
      }
    }
  }
}
