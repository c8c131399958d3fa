// Numbers in structs in arrays, read, combined and changed in loops.

struct Body {
  var position: (x: Double, y: Double)
  var velocity: (x: Double, y: Double)
  let mass: Double
}
var bodies = (0..<3).map { i in
  Body(position: (Double(i), Double(i * i)), velocity: (0.5 * Double(i), -0.25), mass: 1 + Double(i))
}
let start = bodies
for _ in 0..<3 {
  for i in 0..<3 {
    for j in i + 1..<3 {
      let dx = bodies[i].position.x - bodies[j].position.x
      let dy = bodies[i].position.y - bodies[j].position.y
      let strength = 0.125 / (dx * dx + dy * dy + 1)
      bodies[i].velocity.x -= dx * bodies[j].mass * strength
      bodies[i].velocity.y -= dy * bodies[j].mass * strength
      bodies[j].velocity.x += dx * bodies[i].mass * strength
      bodies[j].velocity.y += dy * bodies[i].mass * strength
    }
  }
  for i in 0..<3 {
    bodies[i].position.x += 0.5 * bodies[i].velocity.x
    bodies[i].position.y += 0.5 * bodies[i].velocity.y
  }
}
for body in bodies { print(body.position, body.velocity, body.mass) }
for body in start { print(body.position.x * 2 + body.position.y * body.mass) }

struct Counter {
  var counts = [0, 0, 0]
  var total = 0
  mutating func add(_ n: Int) {
    for i in 0..<counts.count {
      counts[i] += n * i
      total += counts[i] - n
    }
  }
}
var counter = Counter()
let empty = counter
for n in 1...3 { counter.add(n) }
print(counter.counts, counter.total, empty.counts, empty.total)

func dot(_ a: [Double], _ b: [Double]) -> Double {
  var s = 0.0
  for i in 0..<a.count { s += a[i] * b[i] }
  return s
}
func dot(_ a: [Float], _ b: [Float]) -> Float {
  var s: Float = 0
  for i in 0..<a.count { s += a[i] * b[i] }
  return s
}
print(
  dot([1, 2, 3] as [Double], [0.1, 0.2, 0.3]), dot([1, 2, 3] as [Float], [0.1, 0.2, 0.3]), dot([] as [Float], []))
func fill(_ n: Int) -> [Int] {
  var a = [Int](repeating: 0, count: n)
  for i in 0..<n { a[i] = 7 }
  for i in stride(from: n - 1, through: 0, by: -2) { a[i] = 1 }
  for i in 0..<n - 1 { a[i + 1] = a[i] + a[i + 1] }
  return a
}
print(fill(7), fill(1))
