// expect: wrong
func isZebra(_ coat: Tensor) -> Bool {
  return coat.mean().item() > 0.5
}
