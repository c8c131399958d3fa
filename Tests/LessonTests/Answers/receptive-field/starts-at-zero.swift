// expect: One pixel is missing: without any layer, an element sees
func receptiveField(_ layers: [(size: Int, stride: Int)]) -> Int {
  var field = 0
  var step = 1
  for layer in layers {
    field += (layer.size - 1) * step
    step *= layer.stride
  }
  return field
}
