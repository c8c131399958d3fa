func addOne(_ n: inout Int) { n += 1 }
var n = 1
addOne(&n)
print(n)
struct Inner { var c: [Int] = [1, 2, 3] }
struct Outer {
  var b: [Inner] = [Inner(), Inner()]
  var d: [String: [Int]] = ["k": [1]]
}
var a = Outer()
addOne(&a.b[1].c[2])
print(a.b[1].c, a.b[0].c)
a.d["k"]![0] += 4
a.d["k", default: []].append(9)
a.d["new", default: [0]][0] -= 1
print(a.d["k"]!, a.d["new"]!)
var xs = [1, 2, 3]
print(xs)
xs.swapAt(0, 2)
print(xs)
func modify(_ arr: inout [Int], _ f: (inout Int) -> Void) { for i in arr.indices { f(&arr[i]) } }
modify(&xs) { $0 *= 10 }
print(xs)
var t = (1, (2, 3))
addOne(&t.1.0)
t.0 += 5
print(t)
struct P {
  var x: Int { didSet { print("didSet", oldValue, x) } }
  var y: Int {
    get { x * 2 }
    set { x = newValue / 2 }
  }
}
var p = P(x: 1)
addOne(&p.x)
addOne(&p.y)
p.y += 10
print(p.x)
func twoOuts(_ a: inout Int, _ b: inout Int) { (a, b) = (b, a + b) }
var f1 = 0
var f2 = 1
for _ in 0..<5 { twoOuts(&f1, &f2) }
print(f1, f2)
func nested(_ a: inout [[Int]]) {
  func inner(_ r: inout [Int]) { r.append(r.count) }
  for i in 0..<a.count { inner(&a[i]) }
}
var g = [[1], []]
nested(&g)
print(g)
func capture(_ a: inout Int) {
  let add = { (k: Int) in k + 1 }
  a = add(a)
  func bump() { a += 1 }
  bump()
  bump()
}
var cc = 0
capture(&cc)
print(cc)
var dict = ["a": 1]
addOne(&dict["a"]!)
dict["a"]? += 1
dict["b"] = (dict["b"] ?? 0) + 1
print(dict["a"]!, dict["b"]!)
extension Int { mutating func double() { self *= 2 } }
n.double()
a.b[0].c[0].double()
print(n, a.b[0].c)
func increment(_ d: inout [String: Int], _ k: String) { d[k, default: 0] += 1 }
for w in "a b a c b a".split(separator: " ") { increment(&dict, String(w)) }
print(dict.sorted { $0.key < $1.key }.map { "\($0.key)\($0.value)" })
class C {
  var v = [1, 2]
  var s = "s"
}
let o = C()
addOne(&o.v[1])
o.v.append(7)
o.s += "!"
print(o.v, o.s)
func sortThree(_ a: inout Int, _ b: inout Int, _ c: inout Int) {
  if a > b { swap(&a, &b) }
  if b > c { swap(&b, &c) }
  if a > b { swap(&a, &b) }
}
var (u, v, w) = (3, 1, 2)
sortThree(&u, &v, &w)
print(u, v, w)
var m = [[1, 2], [3, 4]]
m[0][1] += m[1][0]
(m[0][0], m[1][1]) = (m[1][1], m[0][0])
print(m)
var q = [1, 2, 3, 4]
q[1...2] = [9]
print(q)
q[0..<2].reverse()
print(q)
func fill(_ m: inout [[Double]], value: Double = 1) { for r in m.indices { for c in m[r].indices { m[r][c] = value } } }
var mat = Array(repeating: Array(repeating: 0.0, count: 2), count: 2)
fill(&mat)
fill(&mat, value: 2.5)
print(mat)
func reset<T>(_ x: inout T?, to d: T) { x = x ?? d }
var maybe: Int? = nil
reset(&maybe, to: 4)
print(maybe!)
