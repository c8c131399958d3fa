func backward(
  _ dO: Tensor, input x: Tensor, filters f: Tensor, stride: Int, padding: Int
) -> (dX: Tensor, dF: Tensor, db: Tensor) {
  let b = Tensor.zeros([f.shape[0]]).requiringGradient()
  let (a, c) = (x.requiringGradient(), f.requiringGradient())
  let y = conv2d(a, kernel: c, bias: b, stride: stride, padding: padding)
  let all = gradients(of: y, at: [a, c, b], upstream: dO)
  return (dX: all[0], dF: all[1], db: all[2])
}
