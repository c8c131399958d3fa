// expect: The gradient was multiplied by F as it is. F holds in the
func inverseRootGradient(_ dW: Tensor, sigma: Tensor) -> Tensor {
  let (values, _) = symmetricEigen(sigma)
  let a = sqrt(values).reshaped([-1, 1])
  let b = sqrt(values).reshaped([1, -1])
  return dW * (-1 / (a * b * (a + b)))
}
