func backward(_ last: Node) {
  last.gradient = 1
  last.sendBack(1)
}
