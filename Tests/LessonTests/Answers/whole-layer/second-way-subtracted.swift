// expect: The way through Σ was subtracted. Its sign is in ∂E/∂Σ
func whitenedGradient(_ dY: Tensor, x: Tensor, epsilon: Double) -> Tensor {
  let centred = x - x.mean(axes: [0])
  let sigma = covariance(x) + epsilon * Tensor.eye(x.shape[1])
  let (values, d) = symmetricEigen(sigma)
  let w = matmul(d / sqrt(values), d.transposed())
  let dW = matmul(centred.transposed(), dY)
  let dSigma = inverseRootGradient((dW + dW.transposed()) / 2, sigma: sigma)
  let dCentred = matmul(dY, w) - 2 / Double(x.shape[0]) * matmul(centred, dSigma)
  return dCentred - dCentred.mean(axes: [0])
}
