// expect: Every zebra is found, but many cheetahs pass as zebras:
func isZebra(_ coat: Tensor) -> Bool {
  return feature(coat, upright) > feature(coat, level)
}
