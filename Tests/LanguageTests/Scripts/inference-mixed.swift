let a = [1, 2, 3].map { Double($0) }.reduce(0, +) / 3
let b = [1.5, 2].map { $0 * 2 }.filter { $0 > 3 }
let c: [Float] = [1, 2, 3].map { $0 / 2 }
let d = [3, 1, 2].sorted { $0 > $1 }.map { "\($0)" }.joined()
let e = ["a": 1, "b": 2].map { ($0.key, $0.value * 2) }.sorted { $0.0 < $1.0 }
let f: (Double) -> Double = { x in
  let y = x * x
  return y + 1
}
let g = (1...3).map { i in (1...i).map { j in i * j } }
let h = [[1, 2], [3]].map { $0.map { $0 + 1 }.reduce(0, +) }.max() ?? 0
let i: Double = [1, 2, 3].reduce(0) { $0 + Double($1) }
let j = [1, 2, 3].reduce(into: [Int: Int]()) { $0[$1] = $1 * $1 }
let k = zip([1, 2], [3.5, 4.5]).map { Double($0) * $1 }
let l: [String: [Int]] = ["x": [], "y": [1]]
let m = [nil, 1, nil, 2]
let n = [[], [1]]
let o = [(1, "a"), (2, "b")].first { $0.0 == 2 }?.1 ?? "none"
let p = true ? 1 : 2.5
let q = [1, 2.5, 3].map { $0 + 1 }
let r: Any = [1, "a", 2.0] as [Any]
let s = { (x: Int) -> (Int) -> Int in { $0 + x } }(3)(4)
let t: [(Int, Int) -> Int] = [(+), (-), (*), { $0 / $1 }, max, { a, _ in a }]
print(a, b, c, d, e, f(2), g, h, i, j.keys.sorted(), k, l.count, m, n, o, p, q, r, s, t.map { $0(7, 2) })
let u: UInt8 = 200
let v: Int8 = -5
print(Int(u) + Int(v), u / 3, UInt8(Double(u) * 0.5), Float(u) / 2, v.magnitude)
func f1(_ x: Double = 1, _ n: Int = 2) -> Double { x * Double(n) }
print(f1(), f1(3), f1(3, 4), f1(Double(2), 5))
func g1<T: Numeric>(_ x: T, _ y: T) -> T { x * y + x }
print(g1(2, 3), g1(2.5, 2), g1(2, 2.5))
func h1<K, V>(_ d: [K: V], _ f: (V) -> Bool) -> [K] { d.filter { f($0.value) }.map { $0.key } }
print(h1(["a": 1, "b": 5]) { $0 > 2 })
func i1<T>(_ x: T?, or d: T) -> T { x ?? d }
print(i1(nil, or: 3), i1("a", or: "b"), i1(Int("x"), or: 0))
func j1<T, U>(_ xs: [T], _ f: (T) -> U?) -> [U] {
  var r: [U] = []
  for x in xs { if let y = f(x) { r.append(y) } }
  return r
}
print(j1(["1", "b", "3"]) { Int($0) }, j1([1, 2, 3]) { $0 % 2 == 1 ? "\($0)" : nil })
struct V {
  var x = 0.0, y = 0.0
  static let zero = V()
  static func unit(_ a: Double) -> V { V(x: a, y: 1) }
  func with(x: Double) -> V {
    var c = self
    c.x = x
    return c
  }
}
func take(_ v: V) -> Double { v.x + v.y }
print(take(.zero), take(.init(x: 1, y: 2)), take(.unit(3)), take(.zero.with(x: 5)), take(.unit(2).with(x: 1)))
let vs: [V] = [.zero, .unit(1), .init(x: 2)]
print(vs.map(take), vs.map(\.x).max()!)
var opt: V? = .zero
opt = .unit(9)
opt?.x += 1
print(opt.map(take)!, opt?.x ?? 0)
enum Op {
  case plus, minus, times
  var f: (Int, Int) -> Int {
    switch self {
    case .plus: return (+)
    case .minus: return { $0 - $1 }
    case .times:
      return { a, b in
        var r = 0
        for _ in 0..<b { r += a }
        return r
      }
    }
  }
}
print([Op.plus, .minus, .times].map { $0.f(6, 3) })
let table: [(String, Op)] = [("p", .plus), ("m", .minus)]
for (name, op) in table { print(name, op, op.f(1, 2), terminator: "; ") }
print()
let x1 = 5
let y1 = x1 > 3 ? x1 < 10 ? "mid" : "big" : "small"
print(y1, (x1 == 5) == true, !(x1 != 5), -x1 + 2, ~x1 & 0xF, x1 << 2 | 1)
let cond = if x1 > 3 { V.zero } else { V.unit(1) }
print(cond.x, (x1 as Int?).map { $0 + 1 } as Any, (3 as Double) / 2, Double(7) / 2, 7 / 2 as Double)
let words = "the cat sat on the mat the end".split(separator: " ").map(String.init)
let freq = words.reduce(into: [:]) { (counts: inout [String: Int], w) in counts[w, default: 0] += 1 }
print(
  freq.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.prefix(2).map { "\($0.key):\($0.value)" }
)
let nestedClosure = [1, 2, 3].map { x in [10, 20].map { y in x * y }.filter { z in z > 15 }.count }
print(nestedClosure)
let lookup: [Character: Int] = ["a": 1, "b": 2]
print("abc".map { lookup[$0] ?? 0 }.reduce(0, +), "abc".compactMap { lookup[$0] }.count)
let counts = (0..<3).reduce([Int: [String]]()) { acc, n in
  var acc = acc
  acc[n % 2, default: []].append("\(n)")
  return acc
}
print(counts[0]!, counts[1]!)
let (mn, mx) = [3, 9, 1].reduce((Int.max, Int.min)) { (min($0.0, $1), max($0.1, $1)) }
print(mn, mx)
let result: (sum: Int, product: Int) = [1, 2, 3, 4].reduce((0, 1)) { (sum: $0.0 + $1, product: $0.1 * $1) }
print(result.sum, result.product)
print(
  [1, 2, 3].contains { $0 > 2 }, [1, 2, 3].first(where: { $0 > 1 })!, ["a", "b"].enumerated().map { "\($0)\($1)" },
  [5, 3].min { a, b in a < b }!)
print([[3, 1], [2]].flatMap { $0.sorted() })
extension Array {
  func partitioned(by f: (Element) -> Bool) -> ([Element], [Element]) { (filter(f), filter { !f($0) }) }
}
