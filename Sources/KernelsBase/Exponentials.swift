import CKernels
import KernelInterface

let exponentialKernels = ExponentialKernels(
  exp: exp, tanh: tanh, sigmoid: sigmoid, softmax: softmax, logSoftmax: logSoftmax, crossEntropy: crossEntropy)

private func exp(_ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ count: Int) {
  forEachVector(y, x, count) { exponential($0) }
}

private func tanh(_ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ count: Int) {
  forEachVector(y, x, count) { hyperbolicTangent($0) }
}

private func sigmoid(_ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ count: Int) {
  forEachVector(y, x, count) { logistic($0) }
}

// MARK: - Rows

private func softmax(_ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ rows: Int, _ width: Int) {
  for row in 0..<rows {
    let (y, x) = (y + row * width, x + row * width)
    let largest = vector16_all(largest(x, width))
    forEachVector(y, x, width) { exponential($0 - largest) }
    let factor = vector16_all(Float(1 / sum(y, width)))
    forEachVector(y, y, width) { $0 * factor }
  }
}

private func logSoftmax(_ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ rows: Int, _ width: Int) {
  for row in 0..<rows {
    let (y, x) = (y + row * width, x + row * width)
    let largestNumber = largest(x, width)
    let largest = vector16_all(largestNumber)
    var sum = wide16(repeating: 0)
    var i = 0
    while i < width {
      let x = i + 16 <= width ? vector16_load(x + i) : vector16_load_first_or(x + i, width - i, -.infinity)
      sum += vector16_widened(exponential(x - largest))
      i += 16
    }
    let logarithm = vector16_all(Float(kernels_log(wide16_sum(sum))))
    forEachVector(y, x, width) { ($0 - largest) - logarithm }
  }
}

private func crossEntropy(
  _ losses: UnsafeMutablePointer<Double>, _ gradients: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>,
  _ labels: UnsafePointer<Int32>, _ scale: Double, _ rows: Int, _ width: Int
) {
  for row in 0..<rows {
    let (gradient, x, label) = (gradients + row * width, x + row * width, Int(labels[row]))
    if label < 0 {
      losses[row] = 0
      gradient.update(repeating: 0, count: width)
      continue
    }
    let largest = largest(x, width)
    let shift = vector16_all(largest)
    forEachVector(gradient, x, width) { exponential($0 - shift) }
    // Without the label's own: where its probability is nearly 1, the difference to 1 would lose all digits.
    let own = Double(gradient[label])
    gradient[label] = 0
    let others = sum(gradient, width)
    losses[row] = kernels_log(own + others) + (Double(largest) - Double(x[label]))
    let factor = vector16_all(Float(scale / (own + others)))
    forEachVector(gradient, gradient, width) { $0 * factor }
    gradient[label] = Float(-scale * (others / (own + others)))
  }
}

@inline(__always)
private func largest(_ x: UnsafePointer<Float>, _ width: Int) -> Float {
  var largest = vector16_all(-.infinity)
  var i = 0
  while i + 16 <= width {
    largest = vector16_max(vector16_load(x + i), largest)
    i += 16
  }
  if i < width { largest = vector16_max(vector16_load_first_or(x + i, width - i, -.infinity), largest) }
  return vector16_largest(largest)
}

@inline(__always)
private func sum(_ x: UnsafePointer<Float>, _ width: Int) -> Double {
  var sum = wide16(repeating: 0)
  var i = 0
  while i + 16 <= width {
    sum += vector16_widened(vector16_load(x + i))
    i += 16
  }
  if i < width { sum += vector16_widened(vector16_load_first(x + i, width - i)) }
  return wide16_sum(sum)
}

// MARK: - Sixteen at a time

/// `eˣ`, at most 1 unit in the last place off (2 without FMA).
///
/// ```
/// x = n·log 2 + r,   |r| ≤ ½·log 2,   eˣ = 2ⁿ · (1 + r + r²·P(r))
/// ```
///
/// P is the polynomial of degree 4 with the least largest error, 3·10⁻⁹ of the result.
@inline(__always)
private func exponential(_ x: vector16) -> vector16 {
  // Beyond these limits everything is infinite, or 0; nan stays.
  let x = vector16_min(vector16_all(89), vector16_max(vector16_all(-104), x))
  let n = rounded(x * vector16_all(1.442_695_04))
  // log 2 in two parts, of which the first has so few digits that its product with n is exact.
  var r = vector16_fma(n, vector16_all(-0.693_359_375), x)
  r = vector16_fma(n, vector16_all(2.121_944_4e-4), r)
  var p = vector16_fma(r, vector16_all(0.001_381_454_1), vector16_all(0.008_368_745))
  p = vector16_fma(p, r, vector16_all(0.041_668_389))
  p = vector16_fma(p, r, vector16_all(0.166_665_21))
  p = vector16_fma(p, r, vector16_all(0.499_999_94))
  let power = vector16_fma(p, r * r, r) + vector16_all(1)
  return vector16_times_power(power, n)
}

/// The whole number next to `x`, for |x| up to 2²².
@inline(__always)
private func rounded(_ x: vector16) -> vector16 {
  (x + vector16_all(12_582_912)) - vector16_all(12_582_912)
}

/// At most 2 units in the last place off.
///
/// Small x: `x + x³·P(x²)`, as the difference below would lose their digits; else `1 − 2/(e²ˣ + 1)`.
@inline(__always)
private func hyperbolicTangent(_ x: vector16) -> vector16 {
  let size = vector16_abs(x)
  let square = x * x
  var p = vector16_fma(square, vector16_all(-0.005_717_045), vector16_all(0.020_650_588))
  p = vector16_fma(p, square, vector16_all(-0.053_743_497))
  p = vector16_fma(p, square, vector16_all(0.133_314_91))
  p = vector16_fma(p, square, vector16_all(-0.333_332_84))
  let small = vector16_fma(p * square, x, x)
  let large = vector16_all(1) - vector16_all(2) / (exponential(size + size) + vector16_all(1))
  let signed = vector16_select(vector16_greater(vector16_zero(), x), vector16_zero() - large, large)
  return vector16_select(vector16_greater(size, vector16_all(0.625)), signed, small)
}

/// `1 / (1 + e⁻ˣ)`, at most 3 units in the last place off. With e to a negative power only, nothing overflows.
@inline(__always)
private func logistic(_ x: vector16) -> vector16 {
  let power = exponential(vector16_zero() - vector16_abs(x))
  let positive = vector16_all(1) / (vector16_all(1) + power)
  return vector16_select(vector16_greater(vector16_zero(), x), power * positive, positive)
}

@inline(__always)
private func forEachVector(
  _ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ count: Int, _ operation: (vector16) -> vector16
) {
  var i = 0
  while i + 16 <= count {
    vector16_store(y + i, operation(vector16_load(x + i)))
    i += 16
  }
  if i < count { vector16_store_first(y + i, operation(vector16_load_first(x + i, count - i)), count - i) }
}
