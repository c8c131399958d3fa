struct Stack<T> {
  var items: [T] = []
  mutating func push(_ x: T) { items.append(x) }
}
var s = Stack<Int>()
s.push("a")
