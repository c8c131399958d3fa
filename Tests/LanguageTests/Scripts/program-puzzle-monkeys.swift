struct Monkey {
  var items: [Int]
  let operation: (Int) -> Int
  let divisor: Int
  let targets: (yes: Int, no: Int)
  var inspected = 0
  init(_ items: [Int], divisor: Int, yes: Int, no: Int, operation: @escaping (Int) -> Int) {
    self.items = items
    self.divisor = divisor
    self.operation = operation
    targets = (yes, no)
  }
}
func play(_ start: [Monkey], rounds: Int, relief: Bool) -> Int {
  var monkeys = start
  let modulus = monkeys.map(\.divisor).reduce(1, *)
  for _ in 0..<rounds {
    for i in monkeys.indices {
      let items = monkeys[i].items
      monkeys[i].items = []
      monkeys[i].inspected += items.count
      for old in items {
        var w = monkeys[i].operation(old)
        w = relief ? w / 3 : w % modulus
        let m = monkeys[i]
        monkeys[w % m.divisor == 0 ? m.targets.yes : m.targets.no].items.append(w)
      }
    }
  }
  let top = monkeys.map { $0.inspected }.sorted(by: >).prefix(2)
  return top.reduce(1, *)
}
let monkeys = [
  Monkey([79, 98], divisor: 23, yes: 2, no: 3) { $0 * 19 },
  Monkey([54, 65, 75, 74], divisor: 19, yes: 2, no: 0) { $0 + 6 },
  Monkey([79, 60, 97], divisor: 13, yes: 1, no: 3) { old in old * old },
  Monkey([74], divisor: 17, yes: 0, no: 1) { $0 + 3 },
]
print(play(monkeys, rounds: 20, relief: true))
print(play(monkeys, rounds: 10_000, relief: false))
