class Node {
  deinit { print("gone") }
}
let node = Node()
node.deinit()
