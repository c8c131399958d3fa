// expect: No coat is called a zebra: the test asks for too much.
func isZebra(_ coat: Tensor) -> Bool {
  return feature(coat, upright) > 5 * feature(coat, level)
}
