struct Counter {
  var count = 0
  mutating func next() -> Int {
    count += 1
    return count
  }
}

class Ticket {
  let number: Int
  init(from counter: inout Counter) { number = counter.next() }
}

class NamedTicket: Ticket {
  let name: String
  init(_ name: String, from counter: inout Counter) {
    self.name = name
    super.init(from: &counter)
  }
}

struct Pair {
  let first: Int
  let second: Int
  init(from counter: inout Counter) {
    first = counter.next()
    second = counter.next()
  }
}

var counter = Counter()
print(Ticket(from: &counter).number, Ticket(from: &counter).number, counter.count)
let named = NamedTicket("a", from: &counter)
print(named.name, named.number, counter.count)
let pair = Pair(from: &counter)
print(pair.first, pair.second, counter.count)
