func multiply(_ a: Node, _ b: Node) -> Node {
  let (p, q) = (a.value, b.value)
  func send(_ upstream: Double) {
    b.gradient = b.gradient + p * upstream
    a.gradient = a.gradient + q * upstream
  }
  return Node(p * q, from: [a, b], sendBack: send)
}
