func receptiveField(_ layers: [(size: Int, stride: Int)]) -> Int {
  var field = 1
  for layer in layers.reversed() {
    field = (field - 1) * layer.stride + layer.size
  }
  return field
}
