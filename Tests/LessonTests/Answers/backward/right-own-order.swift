func backward(_ last: Node) {
  var order: [Node] = []
  func visit(_ node: Node) {
    guard !order.contains(where: { $0 === node }) else { return }
    node.inputs.forEach(visit)
    order.insert(node, at: 0)
  }
  visit(last)
  last.gradient = 1
  for node in order { node.sendBack(node.gradient) }
}
