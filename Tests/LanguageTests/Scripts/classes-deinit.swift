// When the last reference to an object goes, its 'deinit' runs: subclasses first, what it owned afterwards.
class Node {
  let name: String
  var next: Node?
  init(_ name: String, next: Node? = nil) {
    self.name = name
    self.next = next
    print("init", name)
  }
  deinit { print("deinit", name) }
}
final class Special: Node {
  deinit { print("special", name) }
}
func locals() -> Int {
  let first = Node("first")
  let second = Node("second", next: first)
  print("in the function", second.next === first)
  return 1
}
print(locals())
var variable: Node? = Node("a")
variable = Node("b")
print("reassigned")
variable = nil
print("nil")
do {
  let inner = Special("inner")
  print("block", inner.name)
}
var list = (1...3).map { Node("list \($0)") }
list.removeFirst()
print("removed")
list = []
print("emptied")
_ = Node("thrown away")
print(Node("temporary").name)
for i in 0..<4 {
  let node = Node("loop \(i)")
  if i == 1 { continue }
  if i == 2 { break }
  print("end of", node.name)
}
func early(_ stops: Bool) {
  let node = Node("early")
  guard !stops else { return }
  print("late", node.name)
}
early(true)
early(false)
struct Box {
  var node: Node
  var items: [String: Node] = [:]
}
var box = Box(node: Node("boxed"))
let copy = box
box.node = Node("other")
print("changed", copy.node.name)
box.items["x"] = Node("entry")
box.items["x"] = nil
print("no entry")
struct Failure: Error {}
func failing() throws {
  let node = Node("failing")
  if node.name.count > 3 { throw Failure() }
}
do { try failing() } catch { print("caught") }
func chain(_ count: Int) -> Node {
  var head = Node("0")
  for i in 1..<count { head = Node("\(i)", next: head) }
  return head
}
var head: Node? = chain(4)
head = nil
var closure: (() -> Void)? = {
  let kept = Node("captured")
  return { print("closure has", kept.name) }
}()
closure?()
closure = nil
print("end")
class Positive {
  let value: Int
  init?(_ value: Int) {
    guard value > 0 else { return nil }
    self.value = value
  }
  deinit { print("positive", value) }
}
print(Positive(-1) == nil, Positive(2)?.value ?? 0)
final class Checked {
  let value: Int
  init(_ value: Int) throws {
    if value > 9 { throw Failure() }
    self.value = value
  }
  deinit { print("checked", value) }
}
print((try? Checked(10)) == nil, (try? Checked(3))?.value ?? 0)
