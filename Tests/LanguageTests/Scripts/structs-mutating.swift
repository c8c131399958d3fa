struct Queue {
  private(set) var items: [Int] = []
  var isEmpty: Bool { items.isEmpty }
  mutating func push(_ x: Int) { items.append(x) }
  @discardableResult
  mutating func pop() -> Int? { isEmpty ? nil : items.removeFirst() }
  mutating func reset() { self = Queue() }
  mutating func update(_ change: (inout [Int]) -> Void) { change(&items) }
}
var q = Queue()
q.push(1)
q.push(2)
q.push(3)
q.pop()
print(q.items, q.pop() ?? 0)
var copy = q
copy.push(9)
print(q.items, copy.items)
copy.update { $0.reverse() }
copy.update { for i in $0.indices { $0[i] *= 2 } }
print(copy.items)
copy.reset()
print(copy.isEmpty, q)
struct Inner {
  var n = 0
  mutating func bump() { n += 1 }
}
struct Outer {
  var inner = Inner()
  var list = [Inner(), Inner()]
  var map = ["a": Inner()]
  var maybe: Inner? = Inner()
}
var o = Outer()
o.inner.bump()
o.list[1].bump()
o.list[1].bump()
o.map["a"]?.bump()
o.maybe?.bump()
o.maybe!.bump()
for i in o.list.indices { o.list[i].n += 10 }
print(o)
struct Switch {
  var on = false
  mutating func toggle() { on.toggle() }
}
var switches = [Switch(), Switch()]
switches[0].toggle()
print(switches.map(\.on))
