import CKernels
import KernelInterface

let optimizerKernels = OptimizerKernels(descent: descent, adam: adam)

private func descent(
  _ parameter: UnsafeMutablePointer<Float>, _ gradient: UnsafePointer<Float>,
  _ momentum: UnsafeMutablePointer<Float>?, _ step: OptimizerKernels.Descent, _ count: Int
) {
  let (rate, decay) = (vector16_all(-step.rate), vector16_all(step.decay))
  let (kept, added) = (vector16_all(step.momentum), vector16_all(step.dampening))
  forEachVector(count) { i, count in
    let p = vector16_load_next(parameter + i, count)
    var direction = vector16_fma(decay, p, vector16_load_next(gradient + i, count))
    if let momentum {
      let moved = vector16_fma(kept, vector16_load_next(momentum + i, count), added * direction)
      vector16_store_next(momentum + i, moved, count)
      direction = step.isNesterov ? vector16_fma(kept, moved, direction) : moved
    }
    vector16_store_next(parameter + i, vector16_fma(rate, direction, p), count)
  }
}

private func adam(
  _ parameter: UnsafeMutablePointer<Float>, _ gradient: UnsafePointer<Float>, _ mean: UnsafeMutablePointer<Float>,
  _ square: UnsafeMutablePointer<Float>, _ step: OptimizerKernels.Adam, _ count: Int
) {
  let (rate, decay, shrink) = (vector16_all(-step.rate), vector16_all(step.decay), vector16_all(step.shrink))
  let (first, second) = (vector16_all(step.first), vector16_all(step.second))
  let (epsilon, root) = (vector16_all(step.epsilon), vector16_all(step.root))
  forEachVector(count) { i, count in
    let p = vector16_load_next(parameter + i, count) * shrink
    let g = vector16_fma(decay, p, vector16_load_next(gradient + i, count))
    var m = vector16_load_next(mean + i, count)
    var v = vector16_load_next(square + i, count)
    m = vector16_fma(first, g - m, m)
    v = vector16_fma(second, vector16_fma(g, g, vector16_zero() - v), v)
    vector16_store_next(mean + i, m, count)
    vector16_store_next(square + i, v, count)
    let change = rate * m / vector16_fma(vector16_sqrt(v), root, epsilon)
    vector16_store_next(parameter + i, p + change, count)
  }
}

@inline(__always)
private func forEachVector(_ count: Int, _ body: (_ i: Int, _ count: Int) -> Void) {
  var i = 0
  while i + 16 <= count {
    body(i, 16)
    i += 16
  }
  if i < count { body(i, count - i) }
}
