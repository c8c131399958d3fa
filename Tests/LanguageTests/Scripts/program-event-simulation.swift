enum EventKind {
  case arrive(customer: Int)
  case startService(customer: Int)
  case depart(customer: Int)
}
struct Event {
  let time: Double
  let kind: EventKind
}
struct EventQueue {
  private var events: [Event] = []
  var isEmpty: Bool { events.isEmpty }
  mutating func schedule(_ e: Event) {
    let i = events.firstIndex { $0.time > e.time } ?? events.endIndex
    events.insert(e, at: i)
  }
  mutating func next() -> Event? { events.isEmpty ? nil : events.removeFirst() }
}
struct Generator {
  private var x: UInt64
  init(seed: UInt64) { x = seed }
  mutating func int(below n: Int) -> Int {
    x = x &* 1_103_515_245 &+ 12345
    return Int((x >> 16) % UInt64(n))
  }
}
class Bank {
  var queue = EventQueue()
  var waiting: [Int] = []
  var busy = false
  var clock = 0.0
  var served = 0
  var arrivals: [Int: Double] = [:]
  var totalWait = 0.0
  var rng = Generator(seed: 7)
  func run(customers: Int) {
    var t = 0.0
    for c in 1...customers {
      t += Double(rng.int(below: 5)) + 1
      queue.schedule(Event(time: t, kind: .arrive(customer: c)))
    }
    while let e = queue.next() {
      clock = e.time
      handle(e)
    }
  }
  private func handle(_ e: Event) {
    switch e.kind {
    case .arrive(let c):
      arrivals[c] = clock
      waiting.append(c)
      tryStart()
    case .startService(let c):
      totalWait += clock - arrivals[c]!
      queue.schedule(Event(time: clock + Double(rng.int(below: 4)) + 2, kind: .depart(customer: c)))
    case .depart(customer: let c):
      served += 1
      busy = false
      print("t=\(clock): customer \(c) leaves")
      tryStart()
    }
  }
  private func tryStart() {
    guard !busy, !waiting.isEmpty else { return }
    busy = true
    queue.schedule(Event(time: clock, kind: .startService(customer: waiting.removeFirst())))
  }
}
let bank = Bank()
bank.run(customers: 6)
print(bank.served, bank.totalWait / Double(bank.served), bank.clock)
