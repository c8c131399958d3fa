class Base<T> {
  var value: T
  init(_ value: T) { self.value = value }
  func show() -> String { "base \(value)" }
}
class Sub: Base<Int> { override func show() -> String { "sub " + super.show() } }
print(Sub(4).show())
class Gen<U>: Base<[U]> { var first: U? { value.first } }
print(Gen([7, 8]).first!)
print(Gen(["a"]).show(), Sub(1).value + 1)
