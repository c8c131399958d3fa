import CKernels
import KernelInterface

let elementwiseKernels = ElementwiseKernels(add: add)

private func add(
  _ y: UnsafeMutablePointer<Float>, _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, _ count: Int
) {
  var i = 0
  while i + 16 <= count {
    vector16_store(y + i, vector16_load(a + i) + vector16_load(b + i))
    i += 16
  }
  while i < count {
    y[i] = a[i] + b[i]
    i += 1
  }
}
