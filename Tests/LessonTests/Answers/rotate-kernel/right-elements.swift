// expect: Passed.
func rotate(_ f: Tensor) -> Tensor {
  var backwards: [Double] = []
  for element in f.elements {
    backwards.insert(element, at: 0)
  }
  return Tensor(backwards, shape: f.shape)
}
