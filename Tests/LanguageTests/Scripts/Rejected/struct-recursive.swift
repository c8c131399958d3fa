struct Node {
  var value: Int
  var next: Node?
}
print(Node(value: 1, next: nil))
