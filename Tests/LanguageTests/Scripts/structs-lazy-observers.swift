struct Report {
  var base: Int
  lazy var heavy: [Int] = {
    print("computing")
    return (1...base).map { $0 * $0 }
  }()
  lazy var total = heavy.reduce(0, +)
}
var r = Report(base: 3)
print("made")
print(r.total)
print(r.heavy, r.total)
r.heavy = [1]
print(r.heavy, r.total)
class Loader {
  let name: String
  lazy var text: String = load()
  init(name: String) { self.name = name }
  func load() -> String {
    print("loading")
    return "<" + name + ">"
  }
}
let loader = Loader(name: "x")
print("before")
print(loader.text, loader.text)
struct Step {
  var count: Int = 0 {
    willSet { print("will", count, newValue) }
    didSet {
      print("did", oldValue, count)
      if count > 5 { count = 5 }
    }
  }
  var name = "" {
    willSet(next) { print("name", next) }
    didSet(previous) { print("was", previous) }
  }
  init(count: Int) { self.count = count }
  mutating func add(_ n: Int) { count += n }
}
var s = Step(count: 1)
s.count = 2
s.add(10)
s.name = "b"
print(s)
func change(_ n: inout Int) {
  n += 1
  n += 1
}
change(&s.count)
print(s.count)
