struct W<Base: Collection> {
  typealias Element = Base.Element
  var base: Base
  func first() -> Element? { base.first }
}
print(W(base: [1, 2]).first() ?? 0)
let s = "abc"
print(s.lazy.filter { $0 != "a" }.count)
