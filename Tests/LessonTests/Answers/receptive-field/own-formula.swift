// expect: This is the formula for layers that are all alike. Each
func receptiveField(_ layers: [(size: Int, stride: Int)]) -> Int {
  guard let first = layers.first else { return 1 }
  return 1 + layers.count * (first.size - 1)
}
