func correlation(_ image: Tensor, distance d: Int) -> Double {
  let w = image.shape[1]
  let a = image[0..., 0..<w - d] - image[0..., 0..<w - d].mean()
  let b = image[0..., d..<w] - image[0..., d..<w].mean()
  return (a * b).mean().item() / ((a * a).mean() * (b * b).mean()).item().squareRoot()
}
