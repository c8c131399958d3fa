// expect: The direct way is missing: matmul(dY,
func whitenedGradient(_ dY: Tensor, x: Tensor, epsilon: Double) -> Tensor {
  let centred = x - x.mean(axes: [0])
  let sigma = covariance(x) + epsilon * Tensor.eye(x.shape[1])
  let dW = matmul(centred.transposed(), dY)
  let dSigma = inverseRootGradient((dW + dW.transposed()) / 2, sigma: sigma)
  let dCentred = 2 / Double(x.shape[0]) * matmul(centred, dSigma)
  return dCentred - dCentred.mean(axes: [0])
}
