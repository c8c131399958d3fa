func convolveSequence(_ x: Tensor, _ f: Tensor) -> Tensor {
  let u = f.shape[2]
  let places = (0...(x.shape[1] - u)).map { i in
    (0..<f.shape[0]).map { k in (x[0..., i..<(i + u)] * f[k, 0..., 0...]).sum().item() }
  }
  return Tensor(places).transposed()
}
