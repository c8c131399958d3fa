func isZebra(_ coat: Tensor) -> Bool {
  return feature(coat, level) > 2 * feature(coat, upright)
}
