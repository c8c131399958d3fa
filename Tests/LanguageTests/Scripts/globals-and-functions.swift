var counter = 0
func next() -> Int {
  counter += 1
  return counter
}
let first = next()
let second = next()
print(first, second, counter)
let scale = 10
let table = makeTable()
func makeTable() -> [Int] { (0..<3).map { $0 * scale } }

print(table, makeTable())
class Registry {
  static var items: [String] = []
  static let shared = Registry()
  private init() { Registry.items.append("made") }
  func add(_ s: String) -> Int {
    Self.items.append(s)
    return Self.items.count
  }
}
print(Registry.items, Registry.shared.add("a"), Registry.shared.add("b"), Registry.items)
struct Config {
  static let version = 3
  static var debug = false
  static let names = ["x", "y"].map { $0.uppercased() }
  static func info() -> String { "v\(version) \(debug)" }
}
Config.debug.toggle()
print(Config.info(), Config.names)
var observers: [(Int) -> Void] = []
func notify(_ n: Int) { for o in observers { o(n) } }
var log: [String] = []
observers.append { log.append("first \($0)") }
observers.append { n in if n > 1 { log.append("second \(n)") } }
notify(1)
notify(2)
print(log)
var stack: [() -> Void] = []
for i in 1...3 { stack.append { print("pop", i) } }
while let f = stack.popLast() { f() }
let computed: Int = {
  var s = 0
  for i in 1...10 { s += i }
  return s
}()
print(computed)
var (lo, hi) = (0, 100)
var guesses = 0
let secret = 37
while lo <= hi {
  let mid = (lo + hi) / 2
  guesses += 1
  if mid == secret { break } else if mid < secret { lo = mid + 1 } else { hi = mid - 1 }
}
print("guessed in", guesses)
let matrix = [[1, 2, 3], [4, 5, 6]]
var transposed = Array(repeating: Array(repeating: 0, count: 2), count: 3)
for (r, row) in matrix.enumerated() { for (c, v) in row.enumerated() { transposed[c][r] = v } }
print(transposed, transposed.map { $0.reduce(0, +) })
