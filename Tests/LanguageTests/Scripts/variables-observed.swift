var total = 0 { didSet { print("total \(oldValue) -> \(total)") } }
total += 5
total = 5
func bump(_ x: inout Int) {
  x += 1
  x += 1
}
bump(&total)
var items = [1] {
  willSet { print("will", newValue) }
  didSet(before) { print("did", before, items) }
}
items.append(2)
items[0] = 9
var clamped: Int = 3 { didSet { if clamped > 10 { clamped = 10 } } }
clamped = 99
print(clamped)
var width = 2
var height = 3
var area: Int { width * height }
var side: Int {
  get { width }
  set {
    width = newValue
    height = newValue
  }
}
print(area)
side = 4
side += 1
print(area, side)
func grow() { side *= 2 }
grow()
print(area)
struct Counter {
  static var count = 0 { didSet { print("count", oldValue, count) } }
  static var last = "none" { willSet { print("last", newValue) } }
  init() { Counter.count += 1 }
}
_ = Counter()
_ = Counter()
Counter.count += 2
Counter.last = "x"
print(Counter.count, Counter.last)
