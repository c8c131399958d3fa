// expect: The last node starts with its value. Its gradient with
func backward(_ last: Node) {
  last.gradient = last.value
  for node in inOrder(last).reversed() {
    node.sendBack(node.gradient)
  }
}
