// Lets the engine record the forward pass: the gradient does not depend on x, so zeros will do.
func inputGradient(_ dO: Tensor, kernel f: Tensor) -> Tensor {
  let x = Tensor.zeros([dO.shape[0] + f.shape[0] - 1, dO.shape[1] + f.shape[1] - 1]).requiringGradient()
  correlate2d(x, f).backward(upstream: dO)
  return x.gradient ?? x
}
