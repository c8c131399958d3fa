let x = "global"
func f(x: Int) -> String {
  let x = Double(x) * 1.5
  return {
    let x = "inner \(x)"
    return x
  }()
}
print(f(x: 2), x)
if let x = Int("5") { print(x + 1) } else { print(x) }
for x in 1...2 {
  let x = x * 10
  print(x)
}
do {
  let x = [1]
  print(x)
  do {
    let x = (x, 2)
    print(x.1)
  }
}
switch 3 {
case let x where x > 2: print("x", x)
default: print(x)
}
let closure = { (x: Bool) in x ? "yes" : "no" }
print(closure(true), x)
var counter = 0
func outer() {
  var counter = 10
  func inner() {
    counter += 1
    print(counter)
  }
  inner()
  inner()
}
outer()
print(counter)
func usesGlobalBeforeDeclared() -> Int { laterGlobal + 1 }
var laterGlobal = 41
print(usesGlobalBeforeDeclared())
laterGlobal = 1
print(usesGlobalBeforeDeclared())
struct P {
  var x = 1
  func show(x: Int) -> String { "\(self.x) \(x)" }
  func y() -> Int {
    let x = 5
    return x + self.x
  }
  static func make(x: Int) -> P { P(x: x) }
}
print(P().show(x: 9), P().y(), P.make(x: 4).x)
guard let n = Int("12") else { fatalError() }
func useN() -> Int { n * 2 }
print(useN())
func shadowParam(_ values: [Int]) -> [Int] {
  var values = values
  values.append(0)
  return values
}
print(shadowParam([1]))
let print2: (String) -> Void = { s in print("<\(s)>") }
print2("hi")
func max(_ a: String, _ b: String) -> String { a.count > b.count ? a : b }
print(max("aa", "b"), max(1, 2), Swift.max(3, 4))
var total = 0
let add = { (n: Int) in total += n }
[1, 2, 3].forEach(add)
print(total)
func nested() -> Int {
  func a() -> Int { b() + 1 }
  func b() -> Int { c }
  let c = 5
  return a()
}
print(nested())
do {
  struct Local {
    var v: Int
    func twice() -> Int { v * 2 }
  }
  enum Kind { case a }
  print(Local(v: 4).twice(), Kind.a)
  func helper() -> Int { 3 }
  print(helper())
}
let (a, b): (Int, Double) = (1, 2)
print(a, b)
let (_, second) = (1, "two")
let third = 3
print(second, third)
let `class` = "keyword"
let `default` = 1
print(`class`, `default`)
typealias Callback = (Int) -> Void
let cb: Callback = { print("cb", $0) }
cb(3)
var unused = 0
_ = unused
unused += 1
func ret() -> (Int, String) { return (1, "a") }
let r = ret()
print(r.0, r.1)
_ = ret()
