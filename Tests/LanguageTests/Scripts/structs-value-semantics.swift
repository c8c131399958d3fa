struct Vec3 {
  var x = 0.0, y = 0.0, z = 0.0
  static let zero = Vec3()
  var length: Double { (x * x + y * y + z * z).squareRoot() }
  static func + (a: Self, b: Self) -> Self { Self(x: a.x + b.x, y: a.y + b.y, z: a.z + b.z) }
  static func * (a: Self, k: Double) -> Self { .init(x: a.x * k, y: a.y * k, z: a.z * k) }
  static func += (a: inout Self, b: Self) { a = a + b }
}
struct Body {
  var position: Vec3, velocity: Vec3, mass: Double
  mutating func step(_ dt: Double) { position += velocity * dt }
}
var bodies = [
  Body(position: .zero, velocity: Vec3(x: 1), mass: 2), Body(position: Vec3(y: 3), velocity: .zero, mass: 1),
]
let before = bodies
for _ in 0..<3 { for i in bodies.indices { bodies[i].step(0.5) } }
print(bodies.map(\.position.x), before[0].position.x, bodies.map(\.position).reduce(.zero, +).length)
struct Wrapper<T> {
  private var storage: T
  init(_ v: T) { storage = v }
  var value: T {
    get { storage }
    set { storage = newValue }
  }
  func with(_ change: (inout T) -> Void) -> Wrapper {
    var copy = self
    change(&copy.storage)
    return copy
  }
}
var w = Wrapper([1, 2])
let w2 = w.with { $0.append(3) }
w.value[0] = 9
print(w.value, w2.value)
struct Account: Equatable, Hashable, Comparable, Identifiable {
  let id: Int
  var name: String
  static func < (l: Account, r: Account) -> Bool { (l.name, l.id) < (r.name, r.id) }
}
var accounts = [Account(id: 2, name: "b"), Account(id: 1, name: "b"), Account(id: 3, name: "a")]
print(
  accounts.sorted().map(\.id), accounts.min()!.name, Set(accounts).count,
  accounts.firstIndex(of: Account(id: 1, name: "b"))!)
func find<T: Identifiable>(_ items: [T], _ id: T.ID) -> T? { items.first { $0.id == id } }
print(
  find(accounts, 3)?.name ?? "none", find(accounts, 9) == nil, accounts[0] < accounts[1],
  max(accounts[0], accounts[1]).id)
accounts.swapAt(0, 2)
print(accounts.map(\.id))
struct Outer {
  struct Middle {
    struct Inner { var n = 1 }
    var inner = Inner()
  }
  var middle = Middle()
  var n: Int {
    get { middle.inner.n }
    set { middle.inner.n = newValue }
  }
}
var o = Outer()
o.n += 4
o.middle.inner.n *= 2
let copy = o
o.n = 0
print(o.n, copy.n, Outer.Middle.Inner(n: 7).n)
extension Vec3: CustomStringConvertible { var description: String { "(\(x), \(y), \(z))" } }
print(Vec3(x: 1), [Vec3.zero], "\(Vec3(z: 2))")
