// expect: The sum of squares of the first list was taken twice. The
func correlation(_ image: Tensor, distance d: Int) -> Double {
  let a = image[0..., 0..<image.shape[1] - d]
  let b = image[0..., d..<image.shape[1]]
  let p = a - a.mean()
  let q = b - b.mean()
  return ((p * q).sum() / sqrt((p * p).sum() * (p * p).sum())).item()
}
