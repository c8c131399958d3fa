// expect: The distance d plays no part: this is the correlation with
func correlation(_ image: Tensor, distance d: Int) -> Double {
  let a = image[0..., 0..<image.shape[1] - 1]
  let b = image[0..., 1..<image.shape[1]]
  let p = a - a.mean()
  let q = b - b.mean()
  return ((p * q).sum() / sqrt((p * p).sum() * (q * q).sum())).item()
}
