enum TrafficLight: String, CaseIterable {
  case red, green, yellow
  var next: TrafficLight {
    switch self {
    case .red: return .green
    case .green: return .yellow
    case .yellow: return .red
    }
  }
  var duration: Int {
    switch self {
    case .red: 30
    case .green: 25
    case .yellow: 5
    }
  }
}
var light = TrafficLight.red
for _ in 0..<4 {
  print("\(light.rawValue.uppercased()) for \(light.duration)s")
  light = light.next
}
print(
  TrafficLight.allCases.map { $0.rawValue }, TrafficLight(rawValue: "green") as Any,
  TrafficLight(rawValue: "blue") as Any)

enum VendingEvent {
  case coin(Int)
  case select(String)
  case refund
}
enum VendingState: CustomStringConvertible {
  case idle
  case hasMoney(Int)
  case dispensing(item: String, change: Int)
  var description: String {
    switch self {
    case .idle: "Idle"
    case .hasMoney(let m): "Has \(m)"
    case .dispensing(let item, change: let c): "Dispensing \(item) with change \(c)"
    }
  }
}
struct VendingMachine {
  private(set) var state = VendingState.idle
  let prices = ["cola": 120, "chips": 90]
  mutating func handle(_ event: VendingEvent) {
    switch (state, event) {
    case (.idle, .coin(let c)): state = .hasMoney(c)
    case (.hasMoney(let m), .coin(let c)): state = .hasMoney(m + c)
    case (.hasMoney(let m), .select(let name)):
      if let price = prices[name], m >= price {
        state = .dispensing(item: name, change: m - price)
      } else {
        print("  cannot sell \(name)")
      }
    case (.hasMoney, .refund), (.dispensing, _): state = .idle
    case (.idle, _): break
    }
  }
}
var machine = VendingMachine()
for event in [.select("cola"), .coin(100), .select("cola"), .coin(50), .select("cola"), .refund] as [VendingEvent] {
  machine.handle(event)
  print(event, "=>", machine.state)
}
