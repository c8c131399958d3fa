func whitenedGradient(_ dY: Tensor, x: Tensor, epsilon: Double) -> Tensor {
  let m = Double(x.shape[0])
  let centred = x - x.mean(axes: [0])
  let sigma = matmul(centred.transposed(), centred) / m + epsilon * Tensor.eye(x.shape[1])
  let (values, d) = symmetricEigen(sigma)
  let w = matmul(d / sqrt(values), d.transposed())
  let dW = matmul(centred.transposed(), dY)
  let dSigma = inverseRootGradient((dW + dW.transposed()) / 2, sigma: sigma)
  let left = matmul(centred, dSigma) / m
  let right = matmul(centred, dSigma.transposed()) / m
  let total = matmul(dY, w) + left + right
  var result = total
  for j in 0..<x.shape[1] {
    result[0..., j] = total[0..., j] - total[0..., j].mean()
  }
  return result
}
