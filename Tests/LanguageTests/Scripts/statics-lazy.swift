func log(_ text: String) -> Int {
  print("made", text)
  return text.count
}
struct Config {
  static let size = log("size")
  static var hits = log("hits!")
  static let all = [size, hits]
  static var doubled: Int { size * 2 }
  let id: Int
  static func next() -> Config {
    hits += 1
    return Config(id: hits)
  }
}
print("start")
print(Config.doubled)
print(Config.next().id, Config.next().id)
print(Config.all)
enum Planet {
  static let names = ["a", "b"].map { $0.uppercased() }
  case one
}
print(Planet.names)
class Registry {
  static let shared = Registry()
  var items: [String] = []
  private init() { print("registry") }
}
print("before")
Registry.shared.items.append("x")
Registry.shared.items.append("y")
print(Registry.shared.items)
struct Counter {
  static var count = 0
  static subscript(i: Int) -> Int { count + i }
  init() { Self.count += 1 }
}
_ = Counter()
_ = Counter()
print(Counter.count, Counter[10])
extension Int { static let answer = 42 }
print(Int.answer, Int.answer + 1)
