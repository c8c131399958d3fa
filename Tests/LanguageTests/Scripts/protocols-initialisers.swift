// What fulfils an initialiser that a protocol demands.
protocol Made { init() }
protocol Numbered { init(n: Int) }
protocol Parsed { init?(text: String) }
struct Empty: Made {}
struct Defaults: Made { var x = 4 }
struct Generic<T>: Made { var items: [T] = [] }
struct Number: Numbered { var n: Int }
struct Text: Parsed {
  let value: String
  init(text: String) { value = text }
}
struct Digits: Parsed {
  let value: Int
  init?(text: String) {
    guard let value = Int(text) else { return nil }
    self.value = value
  }
}
enum Choice: Made {
  case a, b
  init() { self = .b }
}
class Base: Made { required init() {} }
class Derived: Base { required init() { print("derived") } }
extension Made {
  static func make() -> Self { Self() }
  init(twice: Bool) { self.init() }
}
func make<T: Made>(_ type: T.Type) -> T { T() }
func numbered<T: Numbered>() -> T { T(n: 9) }
func parsed<T: Parsed>(_ type: T.Type, _ text: String) -> T? { T(text: text) }
print(make(Empty.self), make(Defaults.self).x, make(Generic<Int>.self), (numbered() as Number).n)
print(make(Choice.self), Choice.make(), Choice(twice: true), make(Derived.self) is Base)
print(parsed(Text.self, "t")?.value ?? "", parsed(Digits.self, "12")?.value ?? 0, parsed(Digits.self, "x") == nil)
func implied<T>(_ stack: Wrapper<T>) -> T { stack.value + 1 }
struct Wrapper<T: Numeric> {
  var value: T
  func map<R>(_ transform: (T) -> R) -> Wrapper<R> { Wrapper<R>(value: transform(value)) }
}
print(implied(Wrapper(value: 2)), Wrapper(value: 2).map { Double($0) / 4 }.value)
