import CKernels
import KernelInterface

let rowsKernels = RowKernels(normalize: normalize, normalizeGradient: normalizeGradient)

private func normalize(
  _ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ gamma: UnsafePointer<Float>?,
  _ beta: UnsafePointer<Float>?, _ moments: UnsafeMutablePointer<Double>, _ epsilon: Double, _ rows: Int, _ width: Int
) {
  for row in 0..<rows {
    let (y, x) = (y + row * width, x + row * width)
    let moments = Moments(x, width, epsilon, to: moments + 2 * row)
    forEachVector(width) { i, count in
      let standard = moments.standardized(vector16_load_next(x + i, count))
      let scaled = gamma.map { standard * vector16_load_next($0 + i, count) } ?? standard
      vector16_store_next(y + i, beta.map { scaled + vector16_load_next($0 + i, count) } ?? scaled, count)
    }
  }
}

private func normalizeGradient(
  _ dx: UnsafeMutablePointer<Float>, _ dgamma: UnsafeMutablePointer<Double>, _ dbeta: UnsafeMutablePointer<Double>,
  _ dy: UnsafePointer<Float>, _ x: UnsafePointer<Float>, _ moments: UnsafePointer<Double>,
  _ gamma: UnsafePointer<Float>?, _ rows: Int, _ width: Int
) {
  @inline(__always)
  func row(_ number: Int) -> GradientRow {
    let start = number * width
    return GradientRow(dx: dx + start, dy: dy + start, x: x + start, Moments(moments + 2 * number))
  }
  @inline(__always)
  func weights(_ i: Int, _ count: Int) -> vector16 {
    gamma.map { vector16_load_next($0 + i, count) } ?? vector16_all(1)
  }
  var number = 0
  // Sums over four rows lose no digits.
  while number + 4 <= rows {
    var (r0, r1, r2, r3) = (row(number), row(number + 1), row(number + 2), row(number + 3))
    forEachVector(width) { i, count in
      let gamma = weights(i, count)
      var (gammaSum, betaSum) = (vector16_zero(), vector16_zero())
      r0.add(i, count, gamma, &gammaSum, &betaSum)
      r1.add(i, count, gamma, &gammaSum, &betaSum)
      r2.add(i, count, gamma, &gammaSum, &betaSum)
      r3.add(i, count, gamma, &gammaSum, &betaSum)
      wide16_accumulate(dgamma + i, gammaSum)
      wide16_accumulate(dbeta + i, betaSum)
    }
    let (f0, f1, f2, f3) = (r0.factors(width), r1.factors(width), r2.factors(width), r3.factors(width))
    forEachVector(width) { i, count in
      let gamma = weights(i, count)
      r0.write(i, count, gamma, f0)
      r1.write(i, count, gamma, f1)
      r2.write(i, count, gamma, f2)
      r3.write(i, count, gamma, f3)
    }
    number += 4
  }
  while number < rows {
    var r = row(number)
    forEachVector(width) { i, count in
      var (gammaSum, betaSum) = (vector16_zero(), vector16_zero())
      r.add(i, count, weights(i, count), &gammaSum, &betaSum)
      wide16_accumulate(dgamma + i, gammaSum)
      wide16_accumulate(dbeta + i, betaSum)
    }
    let factors = r.factors(width)
    forEachVector(width) { i, count in r.write(i, count, weights(i, count), factors) }
    number += 1
  }
}

/// A row on the way back, with the sums of `dy · γ` and of its product with the standardized row.
private struct GradientRow {
  let dx: UnsafeMutablePointer<Float>
  let dy: UnsafePointer<Float>
  let x: UnsafePointer<Float>
  let moments: Moments
  private var sum = vector16_zero()
  private var products = vector16_zero()
  private var totals = (0.0, 0.0)

  @inline(__always)
  init(
    dx: UnsafeMutablePointer<Float>, dy: UnsafePointer<Float>, x: UnsafePointer<Float>, _ moments: Moments
  ) {
    (self.dx, self.dy, self.x, self.moments) = (dx, dy, x, moments)
  }

  @inline(__always)
  mutating func add(
    _ i: Int, _ count: Int, _ gamma: vector16, _ gammaSum: inout vector16, _ betaSum: inout vector16
  ) {
    let dy = vector16_load_next(dy + i, count)
    let product = dy * moments.standardized(vector16_load_next(x + i, count))
    betaSum += dy
    gammaSum += product
    sum = vector16_fma(dy, gamma, sum)
    products = vector16_fma(product, gamma, products)
    // So that long rows lose no digits.
    if i & 511 == 496 { takeTotals() }
  }

  @inline(__always)
  private mutating func takeTotals() {
    totals.0 += wide16_sum(vector16_widened(sum))
    totals.1 += wide16_sum(vector16_widened(products))
    (sum, products) = (vector16_zero(), vector16_zero())
  }

  /// What x − μ is multiplied by to give dx, and what is added.
  @inline(__always)
  mutating func factors(_ width: Int) -> (slope: vector16, constant: vector16) {
    takeTotals()
    let (mean, slope) = (totals.0 / Double(width), totals.1 / Double(width))
    let inverse = moments.inverse
    return (
      vector16_all(Float(-inverse * inverse * slope)),
      vector16_all(Float(inverse * (inverse * moments.rounding * slope - mean)))
    )
  }

  @inline(__always)
  func write(_ i: Int, _ count: Int, _ gamma: vector16, _ factors: (slope: vector16, constant: vector16)) {
    let scaled = vector16_load_next(dy + i, count) * gamma
    let fromInput = vector16_fma(
      vector16_load_next(x + i, count) - moments.mean, factors.slope, factors.constant)
    vector16_store_next(dx + i, vector16_fma(scaled, moments.factor, fromInput), count)
  }
}

/// The mean of a row, and 1 over its deviation.
private struct Moments {
  let inverse: Double
  /// The mean as a float, and what that loses.
  let mean: vector16
  let rounding: Double
  let factor: vector16
  private let offset: vector16

  /// Of the mean and `inverse`.
  @inline(__always)
  init(_ numbers: UnsafePointer<Double>) {
    inverse = numbers[1]
    mean = vector16_all(Float(numbers[0]))
    rounding = numbers[0] - Double(Float(numbers[0]))
    factor = vector16_all(Float(inverse))
    offset = vector16_all(Float(-rounding * inverse))
  }

  /// Takes them of a row, and writes them to `numbers`.
  @inline(__always)
  init(_ x: UnsafePointer<Float>, _ width: Int, _ epsilon: Double, to numbers: UnsafeMutablePointer<Double>) {
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
    (numbers[0], numbers[1]) = (exact, 1 / (variance + epsilon).squareRoot())
    self.init(numbers)
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
