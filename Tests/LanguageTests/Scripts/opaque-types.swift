protocol Shape {
  var area: Double { get }
  func scaled(_ k: Double) -> Self
}
struct Square: Shape {
  var side: Double
  var area: Double { side * side }
  func scaled(_ k: Double) -> Square { Square(side: side * k) }
}
struct Circle: Shape {
  var r: Double
  var area: Double { 3 * r * r }
  func scaled(_ k: Double) -> Circle { Circle(r: r * k) }
}
func make(_ n: Double) -> some Shape { Square(side: n) }
func big(_ s: some Shape) -> some Shape { s.scaled(10) }
func largest(_ shapes: [some Shape]) -> (some Shape)? { shapes.max { $0.area < $1.area } }
let s = make(3)
print(s.area, big(s).area, big(Circle(r: 1)).area, largest([Circle(r: 1), Circle(r: 2)])?.area ?? 0)
struct Box<T: Shape> {
  var content: T
  var double: some Shape { content.scaled(2) }
}
print(Box(content: s).double.area)
func evens(_ n: Int) -> some Sequence<Int> { stride(from: 0, to: n, by: 2) }
for x in evens(6) { print(x, terminator: " ") }
print(evens(9).map { $0 * 2 })
func total(_ items: some Collection<Int>) -> Int { items.reduce(0, +) }
func first<S: Sequence<String>>(_ items: S) -> String { items.first { _ in true } ?? "" }
print(total([1, 2, 3]), total(Set([5])), first(["a", "b"]))
protocol Container<Item> {
  associatedtype Item
  var items: [Item] { get }
}
struct Words: Container { let items: [String] }
func join(_ c: some Container<String>) -> String { c.items.joined(separator: "+") }
print(join(Words(items: ["x", "y"])))
let both: [any Shape] = [make(1), big(make(2))]
print(both.map(\.area), make(1).scaled(4).area)
func pick(_ flag: Bool) -> some Shape {
  if flag { return Circle(r: 1) }
  return Circle(r: 2)
}
print(pick(true).area + pick(false).area)
extension Sequence where Element: AdditiveArithmetic { func sum() -> Element { reduce(.zero, +) } }
print([1, 2, 3].sum(), [0.5, 1].sum(), evens(5).sum())
