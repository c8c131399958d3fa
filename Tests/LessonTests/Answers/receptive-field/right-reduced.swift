func receptiveField(_ layers: [(size: Int, stride: Int)]) -> Int {
  layers.reduce((field: 1, step: 1)) { seen, layer in
    (field: seen.field + seen.step * (layer.size - 1), step: seen.step * layer.stride)
  }.field
}
