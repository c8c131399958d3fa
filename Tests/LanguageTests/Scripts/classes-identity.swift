final class Node: Hashable {
  let name: String
  var next: [Node] = []
  init(_ name: String) { self.name = name }
  static func == (left: Node, right: Node) -> Bool { left === right }
  func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
let nodes = ["a", "b", "c"].map(Node.init)
nodes[0].next = [nodes[1], nodes[2]]
nodes[1].next = [nodes[2]]
var seen: Set<Node> = []
func visit(_ node: Node) { if seen.insert(node).inserted { node.next.forEach(visit) } }
visit(nodes[0])
print(seen.count, seen.map(\.name).sorted(), seen.contains(Node("a")))
var labels: [ObjectIdentifier: String] = [:]
for node in nodes + nodes { labels[ObjectIdentifier(node), default: ""] += node.name }
print(labels.values.sorted(), ObjectIdentifier(nodes[0]) == ObjectIdentifier(nodes[1]))
let anything: [AnyObject] = [nodes[0], nodes[1], nodes[0]]
print(Set(anything.map { ObjectIdentifier($0) }).count, ObjectIdentifier(anything[1]) == ObjectIdentifier(nodes[1]))
