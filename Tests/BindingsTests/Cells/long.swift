/// A point of the plane.
struct Point: Equatable {
  var x: Double
  var y: Double
  static let zero = Point(x: 0, y: 0)
  var length: Double { (x * x + y * y).squareRoot() }
  func distance(to other: Point) -> Double {
    let dx = x - other.x
    let dy = y - other.y
    return (dx * dx + dy * dy).squareRoot()
  }
  mutating func scale(by factor: Double) {
    x *= factor
    y *= factor
  }
  static func + (left: Point, right: Point) -> Point { Point(x: left.x + right.x, y: left.y + right.y) }
}

enum Shape {
  case circle(center: Point, radius: Double)
  case rectangle(Point, width: Double, height: Double)
  case empty
  var area: Double {
    switch self {
    case .circle(_, let radius): return 3.14159 * radius * radius
    case .rectangle(_, let width, let height): return width * height
    case .empty: return 0
    }
  }
}

protocol Layer {
  var name: String { get }
  func forward(_ x: Tensor) -> Tensor
}

struct Scale: Layer {
  let factor: Double
  var name: String { "scale by \(factor)" }
  func forward(_ x: Tensor) -> Tensor { x * factor }
}

struct Shift: Layer {
  var offset = 1.0
  var name: String { "shift by \(offset)" }
  func forward(_ x: Tensor) -> Tensor { x + offset }
}

final class Network {
  var layers: [any Layer] = []
  private(set) var calls = 0
  init(_ layers: [any Layer]) { self.layers = layers }
  func callAsFunction(_ x: Tensor) -> Tensor {
    calls += 1
    var y = x
    for layer in layers { y = layer.forward(y) }
    return y
  }
}

func fibonacci(_ n: Int) -> Int { n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2) }

func primes(below limit: Int) -> [Int] {
  var isPrime = [Bool](repeating: true, count: limit)
  var result: [Int] = []
  for candidate in 2..<limit where isPrime[candidate] {
    result.append(candidate)
    var multiple = candidate * candidate
    while multiple < limit {
      isPrime[multiple] = false
      multiple += candidate
    }
  }
  return result
}

func convolve(_ image: [[Double]], _ kernel: [[Double]]) -> [[Double]] {
  let rows = image.count - kernel.count + 1
  let columns = image[0].count - kernel[0].count + 1
  var result = [[Double]](repeating: [Double](repeating: 0, count: columns), count: rows)
  for i in 0..<rows {
    for j in 0..<columns {
      var sum = 0.0
      for u in 0..<kernel.count {
        for v in 0..<kernel[0].count {
          sum += image[i + u][j + v] * kernel[u][v]
        }
      }
      result[i][j] = sum
    }
  }
  return result
}

func inputGradient(_ dy: Tensor, kernel f: Tensor, inputShape: [Int]) -> Tensor {
  var dx = Tensor.zeros(inputShape)
  for n in 0..<dy.shape[0] {
    for o in 0..<dy.shape[1] {
      for i in 0..<dy.shape[2] {
        for j in 0..<dy.shape[3] {
          for c in 0..<f.shape[1] {
            for u in 0..<f.shape[2] {
              for v in 0..<f.shape[3] {
                dx[n, c, i + u, j + v] += dy[n, o, i, j] * f[o, c, u, v]
              }
            }
          }
        }
      }
    }
  }
  return dx
}

func histogram<T: Hashable>(_ values: [T]) -> [T: Int] {
  var counts: [T: Int] = [:]
  for value in values { counts[value, default: 0] += 1 }
  return counts
}

func clamp<T: Comparable>(_ value: T, _ low: T, _ high: T) -> T { min(max(value, low), high) }

enum ParseError: Error {
  case empty
  case bad(String)
}

func parseNumber(_ text: String) throws -> Int {
  if text.isEmpty { throw ParseError.empty }
  guard let value = Int(text) else { throw ParseError.bad(text) }
  return value
}

func sumOfNumbers(_ texts: [String]) -> Int {
  var sum = 0
  for text in texts {
    do {
      sum += try parseNumber(text)
    } catch ParseError.bad(let what) {
      sum -= what.count
    } catch {
      sum -= 1
    }
  }
  return sum
}

func makeCounter() -> () -> Int {
  var count = 0
  return {
    count += 1
    return count
  }
}

let points = [Point(x: 1, y: 2), Point(x: 3, y: 4), .zero]
let total = points.reduce(Point.zero) { $0 + $1 }
let far = points.filter { $0.length > 1 }.map { $0.distance(to: total) }.max() ?? 0
let shapes: [Shape] = [.circle(center: .zero, radius: 2), .rectangle(total, width: 2, height: 3), .empty]
let areas = shapes.map { $0.area }
let sorted = areas.sorted { $0 > $1 }
let names = ["b", "a", "c", "a"]
let counts = histogram(names).sorted { ($0.value, $0.key) > ($1.value, $1.key) }
let label = counts.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
let small = primes(below: 30)
let squares = small.map { $0 * $0 }
let pairs = zip(small, squares).map { $0 + $1 }
let matrix = (0..<3).map { row in (0..<3).map { column in Double(row * 3 + column) } }
let blurred = convolve(matrix, [[0.25, 0.25], [0.25, 0.25]])
let counter = makeCounter()
_ = counter()
let network = Network([Scale(factor: 2), Shift(), Shift(offset: 0.5)])
let x = Tensor([[1, 2, 3], [4, 5, 6]])
let y = network(x)
let normalised = (y - y.mean()) / 2.0
let w = Tensor([1, 0, 0, 1, 2, 3, 4, 5, 6], shape: [1, 1, 3, 3])
let f = Tensor([1, 10, 100, 1000], shape: [1, 1, 2, 2])
let output = conv2d(w, kernel: f, stride: 1, padding: 0)
let dx = inputGradient(output, kernel: f, inputShape: w.shape)
let activated = relu(output - 100.0).sum()
var best: (index: Int, value: Double)? = nil
for (index, value) in areas.enumerated() {
  if let current = best, current.value >= value { continue }
  best = (index, value)
}
if let best, best.index > 0 {
  print("best", best.index, best.value)
} else {
  print("the first is best:", best?.value ?? 0)
}
let grade: String
switch clamp(areas.count, 0, 10) {
case 0: grade = "none"
case 1...2: grade = "few"
default: grade = "some"
}
print(total, far, sorted, label, pairs, blurred, counter(), fibonacci(10))
print(sumOfNumbers(["1", "x", "", "4"]), grade, network.calls, dx.shape, activated.elements, normalised.shape)
