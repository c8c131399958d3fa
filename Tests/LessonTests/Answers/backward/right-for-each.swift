func backward(_ last: Node) {
  last.gradient += 1
  inOrder(last).reversed().forEach { $0.sendBack($0.gradient) }
}
