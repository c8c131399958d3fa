// expect: The other input's gradient was used as the factor. At that
func multiply(_ a: Node, _ b: Node) -> Node {
  return Node(a.value * b.value, from: [a, b]) { upstream in
    a.gradient += upstream * b.gradient
    b.gradient += upstream * a.gradient
  }
}
