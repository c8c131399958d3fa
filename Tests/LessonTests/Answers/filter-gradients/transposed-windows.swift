// expect: ∂E/∂F
func filterGradients(_ dO: Tensor, input x: Tensor) -> (dF: Tensor, db: Tensor) {
  let shape = [dO.shape[1], x.shape[1], x.shape[2] - dO.shape[2] + 1, x.shape[3] - dO.shape[3] + 1]
  let dF = conv2dKernelGradient(dO, input: x, kernelShape: shape).permuted([0, 1, 3, 2])
  return (dF: dF, db: dO.sum(axes: [0, 2, 3]))
}
