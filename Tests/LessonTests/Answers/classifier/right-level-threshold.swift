func isZebra(_ coat: Tensor) -> Bool {
  let ratio = feature(coat, level) / feature(coat, upright)
  return ratio < 0.6
}
