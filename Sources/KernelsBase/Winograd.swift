import KernelInterface

let winogradKernels = WinogradKernels(
  f2x3: .init(input: winogradInput4, output: winogradOutput2x3, kernel: winogradKernel2x3),
  f4x3: .init(input: winogradInput6, output: winogradOutput4x3, kernel: winogradKernel4x3),
  f2x5: .init(input: winogradInput6, output: winogradOutput2x5, kernel: winogradKernel2x5))
