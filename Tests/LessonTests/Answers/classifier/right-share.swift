func isZebra(_ coat: Tensor) -> Bool {
  let u = feature(coat, upright)
  let l = feature(coat, level)
  if u / (u + l) > 0.65 {
    return true
  }
  return false
}
