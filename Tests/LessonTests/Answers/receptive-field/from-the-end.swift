// expect: The layers are taken from the last to the first, but a
func receptiveField(_ layers: [(size: Int, stride: Int)]) -> Int {
  var field = 1
  var step = 1
  for layer in layers.reversed() {
    field += (layer.size - 1) * step
    step *= layer.stride
  }
  return field
}
