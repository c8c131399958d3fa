// expect: Each node sends its value. What it has to pass on is the
func backward(_ last: Node) {
  last.gradient = 1
  for node in inOrder(last).reversed() {
    node.sendBack(node.value)
  }
}
