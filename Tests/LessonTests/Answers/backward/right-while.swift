func backward(_ last: Node) {
  var order = inOrder(last)
  last.gradient = 1
  while let node = order.popLast() {
    node.sendBack(node.gradient)
  }
}
