// expect: Below the line the two sizes are added. The formula
func correlation(_ image: Tensor, distance d: Int) -> Double {
  let a = image[0..., 0..<image.shape[1] - d]
  let b = image[0..., d..<image.shape[1]]
  let p = a - a.mean()
  let q = b - b.mean()
  return ((p * q).sum() / (sqrt((p * p).sum()) + sqrt((q * q).sum()))).item()
}
