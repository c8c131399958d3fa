class Counter {
  var count = 0
  let name: String
  init(name: String, count: Int = 0) {
    self.name = name
    self.count = count
  }
  func increase(by amount: Int = 1) { count += amount }
}
let a = Counter(name: "a")
let b = a
b.increase()
b.increase(by: 5)
a.count *= 2
print(a.count, b.count, a === b, a === Counter(name: "a"))
func reset(_ c: Counter) { c.count = 0 }
reset(a)
print(b.count)
let counters = [a, Counter(name: "z", count: 3)]
for c in counters { c.increase(by: 10) }
print(counters.map { $0.count }, counters.map(\.name))
var maybe: Counter? = nil
maybe?.increase()
print(maybe?.count ?? -1)
maybe = a
maybe?.increase()
print(maybe?.count ?? -1, a.count)
