func columnSums(_ x: Tensor) -> Tensor {
  return Tensor((0..<x.shape[1]).map { j in x[0..., j].sum().item() })
}
