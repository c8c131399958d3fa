func multiply(_ a: Node, _ b: Node) -> Node {
  let x = a.value
  let y = b.value
  return Node(x * y, from: [a, b]) {
    a.gradient += $0 * y
    b.gradient += $0 * x
  }
}
