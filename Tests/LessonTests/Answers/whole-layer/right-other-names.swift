func whitenedGradient(_ dY: Tensor, x: Tensor, epsilon: Double) -> Tensor {
  let n = x.shape[0]
  let c = x - x.mean(axes: [0], keepDimensions: true)
  let sigma = covariance(x) + epsilon * Tensor.eye(x.shape[1])
  let (lambdas, v) = symmetricEigen(sigma)
  let w = matmul(v, (v / sqrt(lambdas)).transposed())
  let g = matmul(dY.transposed(), c)
  let s = inverseRootGradient(0.5 * (g + g.transposed()), sigma: sigma)
  let both = matmul(dY, w) + matmul(c, s) * 2.0 / Double(n)
  return both - both.mean(axes: [0], keepDimensions: true)
}
