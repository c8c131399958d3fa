import CKernels
import KernelInterface

let localResponseKernels = LocalResponseKernels(normalize: normalize, normalizeGradient: normalizeGradient)

private typealias Windows = LocalResponseKernels.Windows

private func normalize(
  _ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ windows: Windows,
  _ scratch: UnsafeMutablePointer<Float>, _ pixels: Int, _ step: Int
) {
  let squares = Neighbours(scratch, before: windows.before, after: windows.after, step)
  for pixel in 0..<pixels {
    let (y, x) = (y + pixel * step, x + pixel * step)
    forEachVector(step) { c in squares.write(vector16_load(x + c) * vector16_load(x + c), at: c) }
    forEachVector(step) { c in
      vector16_store(y + c, vector16_load(x + c) / power(activity(squares, c, windows)))
    }
  }
}

/// `dx[c] = dy[c] / d[c]^¾ − 3/2 · alpha · x[c] · Σ dy[j] · x[j] / d[j]^(7/4)` over the channels j whose sum has c in it.
private func normalizeGradient(
  _ dx: UnsafeMutablePointer<Float>, _ dy: UnsafePointer<Float>, _ x: UnsafePointer<Float>, _ windows: Windows,
  _ scratch: UnsafeMutablePointer<Float>, _ pixels: Int, _ step: Int
) {
  let factor = vector16_all(-1.5 * windows.alpha)
  let direct = scratch + step + windows.before + windows.after
  for pixel in 0..<pixels {
    let (dx, dy, x) = (dx + pixel * step, dy + pixel * step, x + pixel * step)
    let squares = Neighbours(scratch, before: windows.before, after: windows.after, step)
    forEachVector(step) { c in squares.write(vector16_load(x + c) * vector16_load(x + c), at: c) }
    forEachVector(step) { c in
      let d = activity(squares, c, windows)
      let quotient = vector16_load(dy + c) / power(d)
      vector16_store(direct + c, quotient)
      vector16_store(dx + c, quotient * vector16_load(x + c) / d)
    }
    let shares = Neighbours(scratch, before: windows.after, after: windows.before, step)
    forEachVector(step) { c in shares.write(vector16_load(dx + c), at: c) }
    forEachVector(step) { c in
      vector16_store(
        dx + c, vector16_fma(factor * vector16_load(x + c), shares.sum(at: c), vector16_load(direct + c)))
    }
  }
}

@inline(__always)
private func activity(_ squares: Neighbours, _ c: Int, _ windows: Windows) -> vector16 {
  vector16_fma(vector16_all(windows.alpha), squares.sum(at: c), vector16_all(windows.k))
}

/// `d^¾`
@inline(__always)
private func power(_ d: vector16) -> vector16 {
  let root = vector16_sqrt(d)
  return root * vector16_sqrt(root)
}

/// A number for each channel, with zeros before the first and behind the last one.
private struct Neighbours {
  private let first: UnsafeMutablePointer<Float>
  private let before: Int
  private let count: Int

  @inline(__always)
  init(_ memory: UnsafeMutablePointer<Float>, before: Int, after: Int, _ step: Int) {
    for i in 0..<before { memory[i] = 0 }
    for i in 0..<after { memory[before + step + i] = 0 }
    first = memory
    count = before + after + 1
    self.before = before
  }

  @inline(__always)
  func write(_ v: vector16, at channel: Int) { vector16_store(first + before + channel, v) }

  @inline(__always)
  func sum(at channel: Int) -> vector16 {
    var sum = vector16_zero()
    for i in 0..<count { sum += vector16_load(first + channel + i) }
    return sum
  }
}

@inline(__always)
private func forEachVector(_ step: Int, _ body: (_ channel: Int) -> Void) {
  var channel = 0
  while channel < step {
    body(channel)
    channel += 16
  }
}
