// expect: Every channel of dX gets the weights of channel 0. Channel
func backward(
  _ dO: Tensor, input x: Tensor, filters f: Tensor, stride: Int, padding: Int
) -> (dX: Tensor, dF: Tensor, db: Tensor) {
  let dX = conv2dInputGradient(
    dO, kernel: f[0..., 0..<1, 0..., 0...].repeated(f.shape[1], axis: 1), inputShape: x.shape, stride: stride,
    padding: padding)
  let dF = conv2dKernelGradient(dO, input: x, kernelShape: f.shape, stride: stride, padding: padding)
  return (dX: dX, dF: dF, db: dO.sum(axes: [0, 2, 3]))
}
