import CKernels
import KernelInterface

let rowsKernels = RowKernels(normalize: normalize, normalizeGradient: normalizeGradient)

private func normalize(
  _ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ gamma: UnsafePointer<Float>?,
  _ beta: UnsafePointer<Float>?, _ epsilon: Double, _ rows: Int, _ width: Int
) {
  for row in 0..<rows {
    let (y, x) = (y + row * width, x + row * width)
    let moments = Moments(x, width, epsilon)
    forEachVector(width) { i, count in
      let standard = moments.standardized(vector16_load_next(x + i, count))
      let scaled = gamma.map { standard * vector16_load_next($0 + i, count) } ?? standard
      vector16_store_next(y + i, beta.map { scaled + vector16_load_next($0 + i, count) } ?? scaled, count)
    }
  }
}

private func normalizeGradient(
  _ dx: UnsafeMutablePointer<Float>, _ dgamma: UnsafeMutablePointer<Double>, _ dbeta: UnsafeMutablePointer<Double>,
  _ scratch: UnsafeMutablePointer<Float>, _ dy: UnsafePointer<Float>, _ x: UnsafePointer<Float>,
  _ gamma: UnsafePointer<Float>?, _ epsilon: Double,
  _ rows: Int, _ width: Int
) {
  let (gammaSums, betaSums) = (scratch, scratch + ((width + 15) & ~15))
  for row in 0..<rows {
    // Sums over so few rows lose no digits.
    let isFirst = row % 16 == 0
    let isLast = row % 16 == 15 || row == rows - 1
    let (dx, dy, x) = (dx + row * width, dy + row * width, x + row * width)
    let moments = Moments(x, width, epsilon)
    @inline(__always)
    func scaled(_ dy: vector16, _ i: Int, _ count: Int) -> vector16 {
      gamma.map { dy * vector16_load_next($0 + i, count) } ?? dy
    }
    var (sum, products) = (wide16(repeating: 0), wide16(repeating: 0))
    forEachVector(width) { i, count in
      let dy = vector16_load_next(dy + i, count)
      let product = dy * moments.standardized(vector16_load_next(x + i, count))
      let betaSum = isFirst ? dy : vector16_load(betaSums + i) + dy
      let gammaSum = isFirst ? product : vector16_load(gammaSums + i) + product
      if isLast {
        wide16_accumulate(dbeta + i, betaSum)
        wide16_accumulate(dgamma + i, gammaSum)
      } else {
        vector16_store(betaSums + i, betaSum)
        vector16_store(gammaSums + i, gammaSum)
      }
      sum += vector16_widened(scaled(dy, i, count))
      products += vector16_widened(scaled(product, i, count))
    }
    let mean = vector16_all(Float(wide16_sum(sum) / Double(width)))
    let slope = vector16_all(Float(-wide16_sum(products) / Double(width)))
    let inverse = vector16_all(Float(moments.inverse))
    forEachVector(width) { i, count in
      let straight = scaled(vector16_load_next(dy + i, count), i, count) - mean
      vector16_store_next(
        dx + i, inverse * vector16_fma(slope, moments.standardized(vector16_load_next(x + i, count)), straight), count)
    }
  }
}

/// The mean of a row, and 1 over its deviation.
private struct Moments {
  let inverse: Double
  /// The mean as a float; what that loses is in the offset.
  private let mean: vector16
  private let factor: vector16
  private let offset: vector16

  @inline(__always)
  init(_ x: UnsafePointer<Float>, _ width: Int, _ epsilon: Double) {
    // Of differences to one of the numbers: those of large numbers lose no digits.
    let centre = vector16_all(x[0])
    let exact =
      Double(x[0])
      + total(width) { i, count in
        (count == 16 ? vector16_load(x + i) : vector16_load_first_or(x + i, count, x[0])) - centre
      }
      / Double(width)
    let mean = vector16_all(Float(exact))
    let rounding = exact - Double(Float(exact))
    let squares = total(width) { i, count in
      let difference =
        (count == 16 ? vector16_load(x + i) : vector16_load_first_or(x + i, count, Float(exact))) - mean
      return difference * difference
    }
    let variance = squares / Double(width) - rounding * rounding
    inverse = 1 / (variance + epsilon).squareRoot()
    self.mean = mean
    factor = vector16_all(Float(inverse))
    offset = vector16_all(Float(-rounding * inverse))
  }

  @inline(__always)
  func standardized(_ x: vector16) -> vector16 { vector16_fma(x - mean, factor, offset) }
}

/// The sum of a row's terms: of four vectors in float32, of these in double precision.
@inline(__always)
private func total(_ width: Int, _ term: (_ i: Int, _ count: Int) -> vector16) -> Double {
  var sum = wide16(repeating: 0)
  var i = 0
  while i + 64 <= width {
    sum += vector16_widened((term(i, 16) + term(i + 16, 16)) + (term(i + 32, 16) + term(i + 48, 16)))
    i += 64
  }
  while i < width {
    sum += vector16_widened(term(i, min(width - i, 16)))
    i += 16
  }
  return wide16_sum(sum)
}

/// Calls `body` for every 16 numbers of a row; the last time for what is left.
@inline(__always)
private func forEachVector(_ width: Int, _ body: (_ i: Int, _ count: Int) -> Void) {
  var i = 0
  while i + 16 <= width {
    body(i, 16)
    i += 16
  }
  if i < width { body(i, width - i) }
}
