import Foundation

struct Random {
  var seed: UInt32
  mutating func uniform() -> Double {
    seed ^= seed << 13
    seed ^= seed >> 17
    seed ^= seed << 5
    return Double(seed % 10000) / 10000
  }
  mutating func gaussian() -> Double {
    let u = max(uniform(), 1e-9)
    let v = uniform()
    return sqrt(-2 * log(u)) * cos(2 * .pi * v)
  }
}
typealias Vector = [Double]
typealias Matrix = [[Double]]
func dot(_ a: Vector, _ b: Vector) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
func matVec(_ m: Matrix, _ v: Vector) -> Vector { m.map { dot($0, v) } }
func transpose(_ m: Matrix) -> Matrix {
  guard let first = m.first else { return [] }
  return first.indices.map { j in m.map { $0[j] } }
}
func add(_ a: Vector, _ b: Vector) -> Vector { zip(a, b).map(+) }
func relu(_ v: Vector) -> Vector { v.map { max(0, $0) } }
func softmax(_ v: Vector) -> Vector {
  let m = v.max()!
  let e = v.map { exp($0 - m) }
  let s = e.reduce(0, +)
  return e.map { $0 / s }
}
struct MLP {
  var w1: Matrix, b1: Vector, w2: Matrix, b2: Vector
  init(_ i: Int, _ h: Int, _ o: Int, rng: inout Random) {
    w1 = (0..<h).map { _ in (0..<i).map { _ in rng.gaussian() * 0.5 } }
    b1 = Vector(repeating: 0, count: h)
    w2 = (0..<o).map { _ in (0..<h).map { _ in rng.gaussian() * 0.5 } }
    b2 = Vector(repeating: 0, count: o)
  }
  func forward(_ x: Vector) -> (z: Vector, h: Vector, p: Vector) {
    let z = add(matVec(w1, x), b1)
    let h = relu(z)
    return (z, h, softmax(add(matVec(w2, h), b2)))
  }
  mutating func train(_ x: Vector, label: Int, lr: Double) -> Double {
    let (z, h, p) = forward(x)
    var dy = p
    dy[label] -= 1
    let dh = zip(matVec(transpose(w2), dy), z).map { $1 > 0 ? $0 : 0 }
    for (i, g) in dy.enumerated() {
      for j in h.indices { w2[i][j] -= lr * g * h[j] }
      b2[i] -= lr * g
    }
    for i in dh.indices {
      for j in x.indices { w1[i][j] -= lr * dh[i] * x[j] }
      b1[i] -= lr * dh[i]
    }
    return -log(p[label])
  }
}
var rng = Random(seed: 2_463_534_242)
var samples: [(x: Vector, label: Int)] = []
for k in 0..<3 {
  for _ in 0..<20 {
    let c = [Double(k) * 2 - 2, k == 1 ? 2.0 : -1]
    samples.append(([c[0] + 0.4 * rng.gaussian(), c[1] + 0.4 * rng.gaussian()], k))
  }
}
var net = MLP(2, 8, 3, rng: &rng)
for epoch in 1...30 {
  var loss = 0.0
  for (x, label) in samples { loss += net.train(x, label: label, lr: 0.05) }
  if epoch % 10 == 0 { print("epoch", epoch, "loss", (loss / Double(samples.count) * 1e6).rounded() / 1e6) }
}
let correct = samples.filter { s in
  let p = net.forward(s.x).p
  return p.firstIndex(of: p.max()!) == s.label
}.count
print("accuracy \(correct)/\(samples.count)")
