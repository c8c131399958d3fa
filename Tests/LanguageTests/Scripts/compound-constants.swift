// `+=` and `-=` with a number, in every kind of place.
struct Counter {
  var steps = 0
  var inner = (left: 1, right: 2)
}
final class Box {
  var counter = Counter()
  var table: [String: Int] = [:]
}
var total = 0
var counters = [Counter(), Counter()]
var counts: [String: [Int]] = ["a": [1, 2]]
let box = Box()
func step(_ place: inout Int) { place += 3 }
func run() -> Int {
  var counter = Counter()
  var words: [String: Int] = [:]
  for index in 0..<5 {
    total += 2
    counter.steps -= 1
    counter.inner.right += 10
    counters[index % 2].inner.left += 4
    counts["a"]![1] -= 6
    words["k\(index % 2)", default: 100] += 1
    words["k0"]! -= 5
    words["none"]? += 1
    box.counter.steps += 7
    box.table["x", default: index] += 1
    step(&counter.inner.left)
    step(&counters[0].steps)
  }
  let add = { total += 1000 }
  add()
  print(counter, words.sorted { $0.key < $1.key })
  return counter.steps
}
print(run(), total)
print(counters, counts, box.counter, box.table)
