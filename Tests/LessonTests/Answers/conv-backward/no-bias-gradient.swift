// expect: db is never added to. Each output element had its bias
func backward(
  _ dO: Tensor, input x: Tensor, filters f: Tensor, stride: Int, padding: Int
) -> (dX: Tensor, dF: Tensor, db: Tensor) {
  let dX = conv2dInputGradient(dO, kernel: f, inputShape: x.shape, stride: stride, padding: padding)
  let dF = conv2dKernelGradient(dO, input: x, kernelShape: f.shape, stride: stride, padding: padding)
  return (dX: dX, dF: dF, db: Tensor.zeros([f.shape[0]]))
}
