import CKernels
import KernelInterface

let elementwiseKernels = ElementwiseKernels(
  pairs: pairs, withNumber: withNumber, withPreciseNumber: withPreciseNumber, relu: relu, sum: sum,
  drop: drop)

private func pairs(
  _ operation: ElementwiseKernels.PairOperation, _ y: UnsafeMutablePointer<Float>, _ a: UnsafePointer<Float>,
  _ b: UnsafePointer<Float>, _ count: Int
) {
  switch operation {
  case .add: forEachVector(y, a, b, count) { $0 + $1 }
  case .subtract: forEachVector(y, a, b, count) { $0 - $1 }
  case .multiply: forEachVector(y, a, b, count) { $0 * $1 }
  case .divide: forEachVector(y, a, b, count) { $0 / $1 }
  case .addThenRelu: forEachVector(y, a, b, count) { vector16_max(vector16_zero(), $0 + $1) }
  case .reluGradient:
    forEachVector(y, a, b, count) { vector16_select(vector16_at_most($1, vector16_zero()), vector16_zero(), $0) }
  case .sigmoidGradient: forEachVector(y, a, b, count) { $0 * ($1 * (vector16_all(1) - $1)) }
  case .tanhGradient: forEachVector(y, a, b, count) { $0 * (vector16_all(1) - $1 * $1) }
  }
}

private func withNumber(
  _ operation: ElementwiseKernels.NumberOperation, _ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>,
  _ number: Float, _ count: Int
) {
  let number = vector16_all(number)
  switch operation {
  case .add: forEachVector(y, x, count) { $0 + number }
  case .subtractFrom: forEachVector(y, x, count) { number - $0 }
  case .multiply: forEachVector(y, x, count) { $0 * number }
  case .divideBy: forEachVector(y, x, count) { $0 / number }
  case .divide: forEachVector(y, x, count) { number / $0 }
  }
}

private func withPreciseNumber(
  _ operation: ElementwiseKernels.NumberOperation, _ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>,
  _ number: Double, _ count: Int
) {
  let number = wide16(repeating: number)
  switch operation {
  case .add: forEachVector(y, x, count) { wide16_rounded(vector16_widened($0) + number) }
  case .subtractFrom: forEachVector(y, x, count) { wide16_rounded(number - vector16_widened($0)) }
  case .multiply: forEachVector(y, x, count) { wide16_rounded(vector16_widened($0) * number) }
  case .divideBy: forEachVector(y, x, count) { wide16_rounded(vector16_widened($0) / number) }
  case .divide: forEachVector(y, x, count) { wide16_rounded(number / vector16_widened($0)) }
  }
}

private func relu(_ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ count: Int) {
  forEachVector(y, x, count) { vector16_max(vector16_zero(), $0) }
}

private func sum(_ x: UnsafePointer<Float>, _ count: Int) -> Double {
  var (even, odd) = (wide16(repeating: 0), wide16(repeating: 0))
  var i = 0
  while i + 32 <= count {
    even += vector16_widened(vector16_load(x + i))
    odd += vector16_widened(vector16_load(x + i + 16))
    i += 32
  }
  if i + 16 <= count {
    even += vector16_widened(vector16_load(x + i))
    i += 16
  }
  odd += vector16_widened(vector16_load_first(x + i, count - i))
  return wide16_sum(even + odd)
}

@inline(__always)
private func forEachVector(
  _ y: UnsafeMutablePointer<Float>, _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, _ count: Int,
  _ operation: (vector16, vector16) -> vector16
) {
  var i = 0
  while i + 64 <= count {
    let y0 = operation(vector16_load(a + i), vector16_load(b + i))
    let y1 = operation(vector16_load(a + i + 16), vector16_load(b + i + 16))
    let y2 = operation(vector16_load(a + i + 32), vector16_load(b + i + 32))
    let y3 = operation(vector16_load(a + i + 48), vector16_load(b + i + 48))
    vector16_store(y + i, y0)
    vector16_store(y + i + 16, y1)
    vector16_store(y + i + 32, y2)
    vector16_store(y + i + 48, y3)
    i += 64
  }
  while i + 16 <= count {
    vector16_store(y + i, operation(vector16_load(a + i), vector16_load(b + i)))
    i += 16
  }
  if i < count {
    let rest = operation(vector16_load_first(a + i, count - i), vector16_load_first(b + i, count - i))
    vector16_store_first(y + i, rest, count - i)
  }
}

@inline(__always)
private func forEachVector(
  _ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ count: Int, _ operation: (vector16) -> vector16
) {
  forEachVector(y, x, x, count) { x, _ in operation(x) }
}

private func drop(
  _ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ count: Int, _ state: UInt64, _ limit: UInt64,
  _ kept: Float
) {
  for i in 0..<count {
    // SplitMix64, as `Random` has it: numbers do not depend on each other, and eight are made at once.
    var z = state &+ UInt64(truncatingIfNeeded: i + 1) &* 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    // A product also where the factor is 0: what is not a number stays so.
    y[i] = x[i] * ((z ^ (z >> 31)) >> 11 < limit ? 0 : kept)
  }
}
