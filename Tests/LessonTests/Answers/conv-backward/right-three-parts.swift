func backward(
  _ dO: Tensor, input x: Tensor, filters f: Tensor, stride: Int, padding: Int
) -> (dX: Tensor, dF: Tensor, db: Tensor) {
  let columns = im2col(x, size: [f.shape[2], f.shape[3]], stride: stride, padding: padding)
  let k = f.shape[0]
  let rows = dO.reshaped([dO.shape[0], k, -1])
  let dF = matmul(rows, columns.permuted([0, 2, 1])).sum(axes: [0]).reshaped(f.shape)
  let dColumns = matmul(f.reshaped([k, -1]).transposed(), rows)
  let dX = col2im(
    dColumns, imageShape: x.shape, size: [f.shape[2], f.shape[3]], stride: stride, padding: padding)
  return (dX, dF, rows.sum(axes: [0, 2]))
}
