func correlation(_ image: Tensor, distance d: Int) -> Double {
  let a = image[0..., 0..<image.shape[1] - d]
  let b = image[0..., d..<image.shape[1]]
  let n = Double(a.count)
  let sumA = a.sum().item()
  let sumB = b.sum().item()
  let covariance = (a * b).sum().item() - sumA * sumB / n
  let varianceA = (a * a).sum().item() - sumA * sumA / n
  let varianceB = (b * b).sum().item() - sumB * sumB / n
  return covariance / (varianceA * varianceB).squareRoot()
}
