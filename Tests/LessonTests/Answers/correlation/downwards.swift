// expect: wrong
func correlation(_ image: Tensor, distance d: Int) -> Double {
  let turned = image.transposed()
  let w = turned.shape[1]
  if d >= w { return 0 }
  let a = turned[0..., 0..<w - d] - turned[0..., 0..<w - d].mean()
  let b = turned[0..., d..<w] - turned[0..., d..<w].mean()
  return (a * b).sum().item() / ((a * a).sum() * (b * b).sum()).item().squareRoot()
}
