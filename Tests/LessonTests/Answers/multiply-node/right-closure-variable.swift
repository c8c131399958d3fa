func multiply(_ a: Node, _ b: Node) -> Node {
  let send: (Double) -> Void = { g in
    b.gradient = b.gradient + a.value * g
    a.gradient = a.gradient + b.value * g
  }
  return Node(a.value * b.value, from: [b, a], sendBack: send)
}
