// expect: The gradient of the bias has a row for each image. The bias
func filterGradients(_ dO: Tensor, input x: Tensor) -> (dF: Tensor, db: Tensor) {
  let dF = conv2dKernelGradient(
    dO, input: x, kernelShape: [dO.shape[1], x.shape[1], x.shape[2] - dO.shape[2] + 1, x.shape[3] - dO.shape[3] + 1])
  return (dF: dF, db: dO.sum(axes: [2, 3]))
}
