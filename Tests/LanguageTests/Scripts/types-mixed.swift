struct Money: Numeric, Comparable, CustomStringConvertible {
  var cents: Int
  var magnitude: Int { abs(cents) }
  init(cents: Int) { self.cents = cents }
  init(integerLiteral value: Int) { cents = value * 100 }
  init?<T>(exactly source: T) where T: BinaryInteger { cents = Int(source) * 100 }
  static func + (l: Self, r: Self) -> Self { .init(cents: l.cents + r.cents) }
  static func - (l: Self, r: Self) -> Self { .init(cents: l.cents - r.cents) }
  static func * (l: Self, r: Self) -> Self { .init(cents: l.cents * r.cents / 100) }
  static func *= (l: inout Self, r: Self) { l = l * r }
  static func < (l: Self, r: Self) -> Bool { l.cents < r.cents }
  var description: String { "$\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)" }
}
var m: Money = 3
m += 2
m *= 2
print(m, m + 1, m > 5, [m, 1, 4].max()!, [m, 1].reduce(0, +), [1, 2, 3].map { Money(cents: $0) }, Money.zero)
func total<T: Numeric>(_ x: [T]) -> T { x.reduce(0, +) }
func clamp<T: Comparable>(_ x: T, _ lo: T, _ hi: T) -> T { min(max(x, lo), hi) }
print(total([m, m]), clamp(m, 1, 5), clamp(7, 1, 5), total([1.5, 2]))
enum Token: Equatable {
  case number(Double)
  case op(Character)
  case paren(open: Bool)
  var isOp: Bool {
    if case .op = self { return true }
    return false
  }
}
let tokens: [Token] = [.number(1), .op("+"), .paren(open: true), .number(2)]
print(
  tokens.filter(\.isOp), tokens.contains(.op("+")), tokens.firstIndex(of: .paren(open: true)) ?? -1,
  tokens.map { t -> String in
    switch t {
    case .number(let n) where n > 1: return "big"
    case .number: return "num"
    case .op(let c): return String(c)
    case .paren(open: true): return "("
    case .paren(open: false): return ")"
    }
  })
enum Direction: String, CaseIterable {
  case north, south, east, west
  var opposite: Direction {
    switch self {
    case .north: return .south
    case .south: return .north
    case .east: return .west
    case .west: return .east
    }
  }
  static var vertical: [Direction] { [.north, .south] }
}
print(
  Direction.allCases.map(\.opposite.rawValue), Direction.vertical, Direction(rawValue: "east")?.opposite as Any,
  Direction.allCases.firstIndex(of: .east)!)
struct Parser {
  private let text: [Character]
  private var position = 0
  init(_ text: String) { self.text = Array(text) }
  private var current: Character? { position < text.count ? text[position] : nil }
  mutating func number() -> Int? {
    var result: Int?
    while let c = current, let d = c.wholeNumberValue {
      result = (result ?? 0) * 10 + d
      position += 1
    }
    return result
  }
  mutating func expression() -> Int? {
    guard var value = number() else { return nil }
    while let op = current, "+-".contains(op) {
      position += 1
      guard let right = number() else { return nil }
      value = op == "+" ? value + right : value - right
    }
    return value
  }
}
var parser = Parser("12+30-2")
print(parser.expression() ?? 0)
protocol State { mutating func handle(_ e: Character) -> Bool }
struct Toggle: State {
  var on = false
  mutating func handle(_ e: Character) -> Bool {
    if e == "t" {
      on.toggle()
      return true
    }
    return false
  }
}
struct Count: State {
  var n = 0
  mutating func handle(_ e: Character) -> Bool {
    n += 1
    return n < 3
  }
}
var states: [any State] = [Toggle(), Count()]
for e in "tat" { for i in states.indices { _ = states[i].handle(e) } }
print(states)
func run<S: State>(_ s: S, _ text: String) -> (S, Int) {
  var s = s
  var n = 0
  for c in text where s.handle(c) { n += 1 }
  return (s, n)
}
print(run(Toggle(), "tt"), run(Count(), "abcd").1)
struct Pair<A, B> {
  var first: A, second: B
  func mapFirst<C>(_ f: (A) -> C) -> Pair<C, B> { Pair<C, B>(first: f(first), second: second) }
  static func make(_ a: A, _ b: B) -> Pair { Pair(first: a, second: b) }
}
extension Pair where A == B { func both() -> [A] { [first, second] } }
extension Pair: Equatable where A: Equatable, B: Equatable {}
print(
  Pair(first: 1, second: "x").mapFirst { Double($0) / 2 }, Pair.make(1, 2).both(),
  Pair(first: 1, second: 2) == .make(1, 2))
