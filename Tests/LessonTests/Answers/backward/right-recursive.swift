func backward(_ last: Node) {
  func send(_ nodes: [Node]) {
    guard let node = nodes.last else { return }
    node.sendBack(node.gradient)
    send(Array(nodes.dropLast()))
  }
  last.gradient = 1
  send(inOrder(last))
}
