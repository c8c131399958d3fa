func receptiveField(_ layers: [(size: Int, stride: Int)]) -> Int {
  guard let first = layers.first else { return 1 }
  return first.size + (receptiveField(Array(layers.dropFirst())) - 1) * first.stride
}
