struct Counter {
  static var total = 0
  mutating func add() { total += 1 }
}
var counter = Counter()
counter.add()
