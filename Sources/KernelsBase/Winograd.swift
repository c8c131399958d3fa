import CKernels
import KernelInterface

let winogradKernels = WinogradKernels(
  f2x3: .init(input: winogradInput4, output: winogradOutput2x3, kernel: winogradKernel2x3),
  f4x3: .init(input: winogradInput6, output: winogradOutput4x3, kernel: winogradKernel4x3),
  f2x5: .init(input: winogradInput6, output: winogradOutput2x5, kernel: winogradKernel2x5),
  copyRows: copyRows)

private func copyRows(
  _ y: UnsafeMutablePointer<Float>, _ yStep: Int, _ x: UnsafePointer<Float>, _ xStep: Int, _ rows: Int, _ count: Int,
  _ pastCaches: Bool
) {
  let isAligned = UInt(bitPattern: y) % 64 == 0 && yStep % 16 == 0
  for row in 0..<rows {
    let (to, from) = (y + row * yStep, x + row * xStep)
    if pastCaches && isAligned {
      for i in stride(from: 0, to: count, by: 16) { vector16_stream(to + i, vector16_load(from + i)) }
    } else {
      for i in stride(from: 0, to: count, by: 16) { vector16_store(to + i, vector16_load(from + i)) }
    }
  }
  kernels_streams_done()
}
