func backward(_ last: Node) {
  let order = inOrder(last)
  last.gradient += 1
  var i = order.count - 1
  while i >= 0 {
    order[i].sendBack(order[i].gradient)
    i -= 1
  }
}
