// expect: wrong
func backward(
  _ dO: Tensor, input x: Tensor, filters f: Tensor, stride: Int, padding: Int
) -> (dX: Tensor, dF: Tensor, db: Tensor) {
  let turned = f.flipped(axes: [2, 3])
  let dX = conv2dInputGradient(dO, kernel: turned, inputShape: x.shape, stride: stride, padding: padding)
  let dF = conv2dKernelGradient(dO, input: x, kernelShape: f.shape, stride: stride, padding: padding)
  return (dX: dX, dF: dF.flipped(axes: [2, 3]), db: dO.sum(axes: [0, 2, 3]))
}
