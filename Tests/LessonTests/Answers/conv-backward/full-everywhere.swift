// expect: error
func backward(
  _ dO: Tensor, input x: Tensor, filters f: Tensor, stride: Int, padding: Int
) -> (dX: Tensor, dF: Tensor, db: Tensor) {
  let turned = f.flipped(axes: [2, 3])
  let dX = conv2d(dO, kernel: turned, padding: f.shape[2] - 1)
  let dF = conv2d(x, kernel: dO)
  return (dX: dX, dF: dF, db: dO.sum(axes: [0, 2, 3]))
}
