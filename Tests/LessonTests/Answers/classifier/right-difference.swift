func isZebra(_ coat: Tensor) -> Bool {
  return feature(coat, upright) - feature(coat, level) > 0.06
}
