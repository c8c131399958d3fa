// The algorithms that `language.py` times; their peers are in `kernels.py`. A session takes them a declaration a cell.

let channels = 3
let size = 32
let filters = 8
let window = 3
func number(_ i: Int) -> Float { Float(i * 7 % 11 - 5) }
let x: [[[Float]]] = (0..<3).map { c in (0..<32).map { i in (0..<32).map { j in number(c * 1024 + i * 32 + j) } } }
let k: [[[[Float]]]] = (0..<8).map { o in
  (0..<3).map { c in (0..<3).map { u in (0..<3).map { v in number(o * 27 + c * 9 + u * 3 + v + 1) } } }
}
let flatX: [Float] = x.flatMap { $0.flatMap { $0 } }
let flatK: [Float] = k.flatMap { $0.flatMap { $0.flatMap { $0 } } }
let tensorX = Tensor(flatX.map { Double($0) }, shape: [3, 32, 32])
let tensorK = Tensor(flatK.map { Double($0) }, shape: [8, 3, 3, 3])

func convNested(_ x: [[[Float]]], _ k: [[[[Float]]]]) -> Int {
  let out = size - window + 1
  var total: Float = 0
  for o in 0..<filters {
    for i in 0..<out {
      for j in 0..<out {
        var s: Float = 0
        for c in 0..<channels {
          for u in 0..<window {
            for v in 0..<window { s += x[c][i + u][j + v] * k[o][c][u][v] }
          }
        }
        total += s * Float((i + j) % 3)
      }
    }
  }
  return Int(total)
}

func convFlat(_ x: [Float], _ k: [Float]) -> Int {
  let out = size - window + 1
  var total: Float = 0
  for o in 0..<filters {
    for i in 0..<out {
      for j in 0..<out {
        var s: Float = 0
        for c in 0..<channels {
          for u in 0..<window {
            for v in 0..<window {
              s += x[(c * size + i + u) * size + j + v] * k[((o * channels + c) * window + u) * window + v]
            }
          }
        }
        total += s * Float((i + j) % 3)
      }
    }
  }
  return Int(total)
}

func convTensor(_ x: Tensor, _ k: Tensor) -> Int {
  let out = size - window + 1
  var total = 0.0
  for o in 0..<filters {
    for i in 0..<out {
      for j in 0..<out {
        var s = 0.0
        for c in 0..<channels {
          for u in 0..<window {
            for v in 0..<window { s += x[c, i + u, j + v] * k[o, c, u, v] }
          }
        }
        total += s * Double((i + j) % 3)
      }
    }
  }
  return Int(total)
}

func fib(_ n: Int) -> Int { n < 2 ? n : fib(n - 1) + fib(n - 2) }

func sumLoop() -> Int {
  var total = 0
  for i in 0..<10_000_000 { total += i & 3 }
  return total
}

func sieve() -> Int {
  let n = 1_000_000
  var composite = [Bool](repeating: false, count: n + 1)
  var count = 0
  for i in 2...n {
    if composite[i] { continue }
    count += 1
    for j in stride(from: i * i, through: n, by: i) { composite[j] = true }
  }
  return count
}

func queens() -> Int {
  let n = 9
  var columns = [Bool](repeating: false, count: n)
  var rising = [Bool](repeating: false, count: 2 * n)
  var falling = [Bool](repeating: false, count: 2 * n)
  func place(_ row: Int) -> Int {
    if row == n { return 1 }
    var found = 0
    for column in 0..<n {
      if columns[column] || rising[row + column] || falling[row - column + n] { continue }
      columns[column] = true
      rising[row + column] = true
      falling[row - column + n] = true
      found += place(row + 1)
      columns[column] = false
      rising[row + column] = false
      falling[row - column + n] = false
    }
    return found
  }
  return place(0)
}

func appendCharacters() -> Int {
  let letters = Array("convolution")
  var text = ""
  for i in 0..<300_000 { text.append(letters[i % 11]) }
  return text.count
}

func appendStrings() -> Int {
  let words = ["kernel", "stride", "padding", "x"]
  var text = ""
  for i in 0..<300_000 { text += words[i & 3] }
  return text.count
}

func joinStrings() -> Int {
  var pieces: [String] = []
  for i in 0..<200_000 { pieces.append(String(i)) }
  return pieces.joined(separator: ",").count
}

func countIntegers() -> Int {
  var counts: [Int: Int] = [:]
  var seed = 1
  for _ in 0..<500_000 {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    counts[seed >> 16 & 4095, default: 0] += 1
  }
  var sum = 0
  for (key, count) in counts { sum += key * count }
  return sum
}

func countStrings() -> Int {
  let words = [
    "the", "kernel", "slides", "over", "the", "input", "and", "sums", "the", "products", "under", "it", "one",
    "window", "after", "the", "other",
  ]
  var counts: [String: Int] = [:]
  for i in 0..<500_000 { counts[words[i % 17], default: 0] += 1 }
  return counts["the"]! * 1000 + counts["window"]!
}

func shuffled(_ n: Int) -> [Int] {
  var seed = 1
  var result: [Int] = []
  for _ in 0..<n {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    result.append(seed >> 4)
  }
  return result
}
let numbers = shuffled(200_000)

func probe(_ ordered: [Int]) -> Int { ordered[0] - ordered[1000] + ordered[ordered.count - 1] }
func sortClosure() -> Int { probe(numbers.sorted { $0 > $1 }) }
func sortKey() -> Int { probe(numbers.sorted { $0 % 65_536 < $1 % 65_536 }) }
func sortPlain() -> Int { probe(numbers.sorted()) }

func matrixProduct() -> Int {
  let n = 100
  let a = (0..<n).map { i in (0..<n).map { j in Double((i * 3 + j) % 7) } }
  let b = (0..<n).map { i in (0..<n).map { j in Double((i + j * 5) % 9) } }
  var c = [[Double]](repeating: [Double](repeating: 0, count: n), count: n)
  for i in 0..<n {
    for j in 0..<n {
      var s = 0.0
      for k in 0..<n { s += a[i][k] * b[k][j] }
      c[i][j] = s
    }
  }
  return Int(c.reduce(0.0) { $0 + $1.reduce(0.0, +) })
}

struct Body {
  var x: Double
  var y: Double
  var z: Double
  var vx: Double
  var vy: Double
  var vz: Double
  var mass: Double
}

func nBody() -> Int {
  var bodies = (0..<5).map { i in
    Body(
      x: Double(i), y: Double(i * i % 5), z: Double(i * 3 % 7), vx: 0.1 * Double(i), vy: 0.2, vz: -0.1 * Double(i),
      mass: 1.0 + Double(i))
  }
  for _ in 0..<4_000 {
    for i in 0..<5 {
      for j in i + 1..<5 {
        let dx = bodies[i].x - bodies[j].x
        let dy = bodies[i].y - bodies[j].y
        let dz = bodies[i].z - bodies[j].z
        let squared = dx * dx + dy * dy + dz * dz + 0.01
        let magnitude = 0.001 / (squared * squared.squareRoot())
        bodies[i].vx -= dx * bodies[j].mass * magnitude
        bodies[i].vy -= dy * bodies[j].mass * magnitude
        bodies[i].vz -= dz * bodies[j].mass * magnitude
        bodies[j].vx += dx * bodies[i].mass * magnitude
        bodies[j].vy += dy * bodies[i].mass * magnitude
        bodies[j].vz += dz * bodies[i].mass * magnitude
      }
    }
    for i in 0..<5 {
      bodies[i].x += 0.001 * bodies[i].vx
      bodies[i].y += 0.001 * bodies[i].vy
      bodies[i].z += 0.001 * bodies[i].vz
    }
  }
  var sum = 0.0
  for body in bodies { sum += body.x * 1000 + body.y * 100 + body.z }
  return Int(sum.rounded())
}
