struct Polynomial: CustomStringConvertible, Equatable {
  var c: [Double]
  init(_ c: [Double]) {
    self.c = c
    while self.c.count > 1 && self.c.last == 0 { self.c.removeLast() }
  }
  var degree: Int { c.count - 1 }
  func callAsFunction(_ x: Double) -> Double { c.reversed().reduce(0) { $0 * x + $1 } }
  var derivative: Polynomial { Polynomial(c.enumerated().dropFirst().map { Double($0.offset) * $0.element }) }
  static func + (a: Self, b: Self) -> Self {
    let n = max(a.c.count, b.c.count)
    return Self((0..<n).map { ($0 < a.c.count ? a.c[$0] : 0) + ($0 < b.c.count ? b.c[$0] : 0) })
  }
  static func * (a: Self, b: Self) -> Self {
    var r = [Double](repeating: 0, count: a.c.count + b.c.count - 1)
    for (i, x) in a.c.enumerated() { for (j, y) in b.c.enumerated() { r[i + j] += x * y } }
    return Self(r)
  }
  subscript(i: Int) -> Double {
    get { i < c.count ? c[i] : 0 }
    set {
      while c.count <= i { c.append(0) }
      c[i] = newValue
    }
  }
  var description: String {
    var parts: [String] = []
    for (i, k) in c.enumerated().reversed() where k != 0 {
      let v = k == k.rounded() ? String(Int(abs(k))) : String(abs(k))
      let x = i == 0 ? "" : i == 1 ? "x" : "x^\(i)"
      let body = v == "1" && i > 0 ? x : v + x
      parts.append(parts.isEmpty ? (k < 0 ? "-" : "") + body : (k < 0 ? "- " : "+ ") + body)
    }
    return parts.isEmpty ? "0" : parts.joined(separator: " ")
  }
}
func newton(_ p: Polynomial, from x0: Double, steps: Int = 20) -> Double {
  let d = p.derivative
  var x = x0
  for _ in 0..<steps {
    let s = d(x)
    if s == 0 { break }
    x -= p(x) / s
  }
  return x
}
var p = Polynomial([-2, 0, 1])
print(p, p(3), p.derivative, p * p, p + Polynomial([2, -1.5]))
print(newton(p, from: 1), p.degree)
p[3] = 4
p[0] += 1
print(p, p == Polynomial([-1, 0, 1, 4]), Polynomial([0]), Polynomial([0, -1]))
