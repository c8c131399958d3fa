// expect: The gradients are right. The value of the node is the
func multiply(_ a: Node, _ b: Node) -> Node {
  return Node(a.value + b.value, from: [a, b]) { upstream in
    a.gradient += upstream * b.value
    b.gradient += upstream * a.value
  }
}
