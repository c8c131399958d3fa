protocol P {
  var n: Int { get set }
  func double() -> Self
  static var label: String { get }
}
struct S: P {
  var n: Int
  func double() -> S { S(n: n * 2) }
  static let label = "S"
}
final class C: P {
  var n: Int
  init(n: Int) { self.n = n }
  func double() -> C { C(n: n * 2) }
  static let label = "C"
}
var p: any P = S(n: 2)
p.n += 5
let q = p
p.n = 100
print(p.n, q.n, p.double().n, type(of: p), type(of: q.double()))
p = C(n: 1)
let r = p
p.n = 7
print(r.n, type(of: p), p is C, (p as? S) == nil)
func show(_ x: some P) -> String { "\(type(of: x)) \(type(of: x).label)" }
func open(_ x: any P) -> String { "\(x.n)" }
print(show(S(n: 1)), open(C(n: 3)))
var list: [any P] = [S(n: 1), C(n: 2)]
list[0].n = 10
list.append(list[0].double())
print(list.map { $0.n }, list.compactMap { $0 as? C }.count, list.filter { $0 is S }.count)
struct Holder {
  var item: (any P)?
  var all: [String: any P] = [:]
}
var h = Holder()
h.item = S(n: 3)
h.item?.n += 1
h.all["a"] = C(n: 9)
h.all["a"]?.n += 1
print(h.item?.n ?? 0, h.all["a"]!.n, h.item != nil)
if let s = h.item as? S { print("S", s.n) }
switch h.all["a"] {
case let c as C: print("C", c.n)
default: print("?")
}
let anys: [Any] = [1, "a", S(n: 1), C(n: 2), [1, 2], (1, 2), nil as Int? as Any, { 3 } as () -> Int]
for a in anys {
  switch a {
  case let n as Int: print("int", n)
  case let s as String: print("string", s)
  case let p as any P: print("P", p.n)
  case let xs as [Int]: print("array", xs.count)
  case let t as (Int, Int): print("tuple", t.0 + t.1)
  case let f as () -> Int: print("function", f())
  default: print("other")
  }
}
let errors: [any Error] = [E.a, E.b(2)]
enum E: Error {
  case a
  case b(Int)
}
for e in errors {
  do { throw e } catch E.a { print("a") } catch E.b(let n) where n > 1 { print("b", n) } catch { print(error) }
}
print(errors[1], "\(errors[0])", errors.map { $0 is E })
