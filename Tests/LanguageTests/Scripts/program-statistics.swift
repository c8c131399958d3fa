extension Array where Element == Double {
  var mean: Double { isEmpty ? 0 : reduce(0, +) / Double(count) }
  var variance: Double {
    let m = mean
    return map { ($0 - m) * ($0 - m) }.reduce(0, +) / Double(count)
  }
  var standardDeviation: Double { variance.squareRoot() }
  var median: Double? {
    guard !isEmpty else { return nil }
    let s = sorted()
    let mid = s.count / 2
    return s.count.isMultiple(of: 2) ? (s[mid - 1] + s[mid]) / 2 : s[mid]
  }
  func percentile(_ p: Double) -> Double {
    let s = sorted()
    let position = p * Double(s.count - 1)
    let lower = Int(position.rounded(.down))
    let upper = Int(position.rounded(.up))
    return s[lower] + (s[upper] - s[lower]) * (position - Double(lower))
  }
}
extension Sequence where Element: Hashable {
  func histogram() -> [Element: Int] {
    reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }
  var mode: Element? { histogram().max { $0.value < $1.value }?.key }
}
extension Collection where Element: Numeric {
  func total() -> Element { reduce(0, +) }
}
let data = [2.0, 4, 4, 4, 5, 5, 7, 9]
print(data.mean, data.variance, data.standardDeviation, data.median!, data.percentile(0.25))
print([1, 2, 2, 3, 3, 3].mode!, [Double]().median as Any, [1, 2, 3].total(), [0.5, 0.25].total())
func correlation(_ x: [Double], _ y: [Double]) -> Double {
  precondition(x.count == y.count)
  let mx = x.mean
  let my = y.mean
  let cov = zip(x, y).reduce(0.0) { $0 + ($1.0 - mx) * ($1.1 - my) }
  let sx = x.map { ($0 - mx) * ($0 - mx) }.total().squareRoot()
  let sy = y.map { ($0 - my) * ($0 - my) }.total().squareRoot()
  return cov / (sx * sy)
}
print(correlation([1, 2, 3, 4], [2, 4, 6, 8.5]))
for (v, n) in "mississippi".histogram().sorted(by: { ($0.value, $0.key) > ($1.value, $1.key) }) {
  print(v, String(repeating: "#", count: n))
}
func movingAverage(_ xs: [Double], window: Int) -> [Double] {
  guard xs.count >= window else { return [] }
  return (0...(xs.count - window)).map { xs[$0..<($0 + window)].reduce(0, +) / Double(window) }
}
print(movingAverage([1, 2, 3, 4, 5], window: 2))
struct RunningStats {
  private var n = 0, m = 0.0, s = 0.0
  mutating func add(_ x: Double) {
    n += 1
    let delta = x - m
    m += delta / Double(n)
    s += delta * (x - m)
  }
  var mean: Double { m }
  var variance: Double { n > 1 ? s / Double(n - 1) : 0 }
}
var stats = RunningStats()
for x in data { stats.add(x) }
print(stats.mean, stats.variance)
