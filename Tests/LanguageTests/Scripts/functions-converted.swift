func f(_ x: Int) -> Int { x + 1 }
let g: (Int) -> Int? = f
print(g(1) as Any, g(2) ?? 0)
class A { func n() -> String { "A" } }
class B: A { override func n() -> String { "B" } }
func mk() -> B { B() }
let h: () -> A = mk
print(h().n())
func takesA(_ a: A) -> Int { 3 }
let k: (B) -> Int = takesA
print(k(B()))
let opts = [1, 2, 3].map(g)
print(opts)
let anyF: (Int) -> Any = f
print(anyF(4))
func opt(_ x: Int?) -> Int { x ?? -1 }
let nn: (Int) -> Int = opt
print(nn(3), [1, 2].map(opt), ["1", "x"].map(Int.init))
func apply(_ f: (Int) throws -> Int?) rethrows -> Int? { try f(3) }
print(apply(f) as Any)
print([1, 2, 3].compactMap(f), [1, 2].flatMap { [$0, f($0)] })
let v: (Int) -> Void = { _ in print("v") }
v(3)
func show(_ a: A) { print("shown", a.n()) }
let showB: (B) -> Void = show
showB(B())
