struct Point: Hashable {
  var x, y: Double
  static let zero = Point(x: 0, y: 0)
  static func + (a: Point, b: Point) -> Point { Point(x: a.x + b.x, y: a.y + b.y) }
  static func / (a: Point, k: Double) -> Point { Point(x: a.x / k, y: a.y / k) }
  static func += (a: inout Point, b: Point) { a = a + b }
  func squaredDistance(to o: Point) -> Double {
    let dx = x - o.x
    let dy = y - o.y
    return dx * dx + dy * dy
  }
}

func kMeans(_ points: [Point], k: Int, iterations: Int = 10) -> (centroids: [Point], labels: [Int]) {
  var centroids = Array(points.prefix(k))
  var labels = [Int](repeating: 0, count: points.count)
  for _ in 0..<iterations {
    for (i, p) in points.enumerated() {
      labels[i] = centroids.indices.min { p.squaredDistance(to: centroids[$0]) < p.squaredDistance(to: centroids[$1]) }!
    }
    var sums = Array(repeating: Point.zero, count: k)
    var counts = Array(repeating: 0, count: k)
    for (p, l) in zip(points, labels) {
      sums[l] += p
      counts[l] += 1
    }
    for j in 0..<k where counts[j] > 0 {
      centroids[j] = sums[j] / Double(counts[j])
    }
  }
  return (centroids, labels)
}

let points = [(1.0, 1.0), (1.5, 2.0), (3.0, 4.0), (5.0, 7.0), (3.5, 5.0), (4.5, 5.0), (3.5, 4.5)].map {
  Point(x: $0.0, y: $0.1)
}
let (centroids, labels) = kMeans(points, k: 2)
for c in centroids { print(c) }
print(labels)
let result = kMeans(points, k: 3, iterations: 5)
print(result.centroids.count, result.labels)
