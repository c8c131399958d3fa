let point = (2, -2)
switch point {
case (0, 0): print("origin")
case (let x, 0): print("x axis", x)
case (0, let y): print("y axis", y)
case (let x, let y) where x == y: print("diagonal")
case (let x, let y) where x == -y: print("anti", x, y)
default: print("other")
}
for n in [-5, 0, 7, 42, 100, 1000] {
  switch n {
  case ..<0: print("negative")
  case 0: print("zero")
  case 1...9: print("digit")
  case 10..<100: print("two digits")
  case 100, 200, 300: print("round")
  default: print("big")
  }
}
enum Shape {
  case circle(radius: Double)
  case rect(Double, Double)
  case named(String, size: Int)
  case unit
}
let shapes: [Shape] = [.circle(radius: 2), .rect(1, 2), .named("hex", size: 6), .unit]
for s in shapes {
  switch s {
  case .circle(let r) where r > 1: print("big circle", r)
  case .circle: print("circle")
  case .rect(let w, let h): print(w * h)
  case .named(let n, size: let k): print(n, k)
  case .unit: print("unit")
  }
}
for case .circle(let r) in shapes { print("r", r) }
for case .rect(let w, let h) in shapes where w < h { print(w, h) }
if case .named(_, let size) = shapes[2], size > 5 { print("size", size) }
guard case .unit = shapes[3] else { fatalError() }
let ch: Character = "e"
switch ch {
case "a", "e", "i", "o", "u": print("vowel")
case "a"..."z": print("consonant")
default: print("?")
}
func classify(_ x: Any) -> String {
  switch x {

  case let n as Int where n < 0: return "negative \(n)"
  case let n as Int: return "int \(n)"
  case let d as Double: return "double \(d)"
  case is String: return "string"
  case let (a, b) as (Int, Int): return "pair \(a) \(b)"
  case let f as (Int) -> Int: return "func \(f(2))"
  case let a as [Int]: return "array \(a.count)"
  default: return "unknown"
  }
}
print(classify(0), classify(-3), classify(4), classify(2.5), classify("s"), classify([1, 2]), classify(true))
switch 3 {
case 3:
  print("three")
  fallthrough
case 4: print("and four")
default: print("never")
}
let (q, r) = 17.quotientAndRemainder(dividingBy: 5)
print(q, r)
var (a, b, c) = (1, 2, 3)
(a, b, c) = (c, a, b)
print(a, b, c)
let ((x, y), z) = ((1, 2), 3)
print(x + y + z)
let (first, _, third) = ("a", "b", "c")
print(first, third)
switch (true, 3) {
case (true, let n) where n > 2: print("yes")
case (false, _), (true, _): print("no")
}
indirect enum Tree {
  case leaf
  case node(Tree, Int, Tree)
}
func insert(_ t: Tree, _ v: Int) -> Tree {
  switch t {
  case .leaf: return .node(.leaf, v, .leaf)
  case .node(let l, let x, let r) where v < x: return .node(insert(l, v), x, r)
  case .node(let l, let x, let r) where v > x: return .node(l, x, insert(r, v))
  case .node: return t
  }
}
func inorder(_ t: Tree) -> [Int] {
  if case .node(let l, let v, let r) = t { return inorder(l) + [v] + inorder(r) }
  return []
}
func depth(_ t: Tree) -> Int {
  switch t {
  case .leaf: 0
  case .node(let l, _, let r): 1 + max(depth(l), depth(r))
  }
}
let tree = [5, 2, 8, 1, 9, 3].reduce(Tree.leaf, insert)
print(inorder(tree), depth(tree))
let o: Int? = 5
switch o {
case 5?: print("five")
case let v?: print(v)
case nil: print("nil")
}
switch (o, Optional("s")) {
case (let n?, let s?): print(n, s)
case (nil, _), (_, nil): print("missing")
}
let age = 25
let category =
  switch age {
  case 0..<13: "child"
  case 13..<20: "teen"
  default: "adult"
  }
print(category)
if (1...10) ~= 5 { print("in range") }
if case 1...10 = 7 { print("case range") }
switch "hello" {
case let s where s.hasPrefix("he"): print("prefix")
default: break
}
enum Op {
  case add, sub
  case custom((Int, Int) -> Int)
}
func run(_ op: Op, _ a: Int, _ b: Int) -> Int {
  switch op {
  case .add: a + b
  case .sub: a - b
  case .custom(let f): f(a, b)
  }
}
print(run(.add, 1, 2), run(.custom { $0 * $1 }, 3, 4), run(.custom(max), 3, 4))
for (i, (a, b)) in zip([1, 2], [3, 4]).enumerated() { print(i, a, b) }
for case (let a, 2) in [(1, 2), (3, 4), (5, 2)] { print(a) }
var it = 0
loop: while true {
  it += 1
  switch it {
  case 3: continue loop
  case 5: break loop
  default: print("it", it)
  }
}
