// expect: Each input gets the whole product as the factor. The local
func multiply(_ a: Node, _ b: Node) -> Node {
  return Node(a.value * b.value, from: [a, b]) { upstream in
    a.gradient += upstream * a.value * b.value
    b.gradient += upstream * a.value * b.value
  }
}
