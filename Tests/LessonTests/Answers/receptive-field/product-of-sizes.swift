// expect: The sizes are multiplied. Windows of neighbouring elements
func receptiveField(_ layers: [(size: Int, stride: Int)]) -> Int {
  return layers.reduce(1) { $0 * $1.size }
}
