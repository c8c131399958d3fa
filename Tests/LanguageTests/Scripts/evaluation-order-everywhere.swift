func t<T>(_ name: String, _ x: T) -> T {
  print(name, terminator: " ")
  return x
}
func f(_ a: Int, b: Int = t("default", 9), _ c: Int...) -> Int { a + b + c.reduce(0, +) }
print(f(t("a", 1), b: t("b", 2), t("c", 3), t("d", 4)))
print(f(t("a", 1)))
var arr = [1, 2, 3]
arr[t("i", 0)] = t("v", 10)
arr[t("i", 1)] += t("v", 10)
print(arr)
print(t("x", 1) + t("y", 2) * t("z", 3))
print(t("p", false) && t("q", true), t("p", true) || t("q", true))
let dict = [t("k1", "a"): t("v1", 1), t("k2", "b"): t("v2", 2)]
print(dict.count)
let tup = (t("1", 1), t("2", 2))
print(tup)
let o: Int? = nil
print(o ?? t("dflt", 5), Optional(1) ?? t("never", 0))
print(t("cond", true) ? t("yes", 1) : t("no", 2))
struct S {
  var v: Int { didSet { print("set \(oldValue)->\(v)", terminator: " ") } }
  mutating func add(_ n: Int) -> S {
    v += n
    return self
  }
  subscript(i: Int) -> Int {
    get {
      print("get[\(i)]", terminator: " ")
      return v + i
    }
    set {
      print("set[\(i)]=\(newValue)", terminator: " ")
      v = newValue
    }
  }
}
var s = S(v: 1)
s.v = t("new", 5)
s[t("idx", 2)] = t("val", 7)
s[1] += t("rhs", 1)
print(s.v)
_ = s.add(t("n", 3))
print(s.v)
var x = 1
func side() -> Int {
  x += 10
  return x
}
print(x + side(), side() + x, x)
var y = 5
y = {
  y += 1
  return y * 2
}()
print(y)
func g(_ a: () -> Int, _ b: Int) -> Int { a() + b }
print(g({ t("closure", 1) }, t("arg", 2)))
let c = [t("e1", 1), t("e2", 2)].map { n -> Int in t("m\(n)", n) }
print(c)
for i in t("range", 0..<2) where t("w\(i)", true) { print("body\(i)", terminator: " ") }
print()
switch t("subject", 2) {
case t("c1", 1): print("one")
case t("c2", 2), t("c3", 2): print("two")
default: print("none")
}
defer { print("last") }
class A {
  let n: Int
  init(_ n: Int) {
    self.n = n
    print("init \(n)", terminator: " ")
  }
  func m(_ k: Int) -> A {
    print("m\(k)", terminator: " ")
    return self
  }
}
_ = A(t("arg", 1)).m(t("k", 2)).m(3)
print()
var z = (t("l", 1), 0)
(z.0, z.1) = (t("r1", 3), t("r2", 4))
print(z)
var m = [[1, 2], [3, 4]]
m[t("r", 0)][t("c", 1)] = t("v", m[1][1])
print(m)
if t("a", 1) < t("b", 2), let q = t("c", Optional(3)), t("d", q) > 5 { print("no") } else { print("else") }
var w = 0
while t("while", w) < 2 { w += 1 }
print()
repeat { w -= 1 } while t("rep", w) > 0
print()
guard t("guard", true) else { fatalError() }
print("\(t("s1", 1)) and \(t("s2", 2))")
