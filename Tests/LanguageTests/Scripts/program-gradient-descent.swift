func loss(_ w: [Double], _ data: [(x: Double, y: Double)]) -> Double {
  data.map { point in
    let error = w[0] * point.x + w[1] - point.y
    return error * error
  }.reduce(0, +) / Double(data.count)
}
func gradient(_ w: [Double], _ data: [(x: Double, y: Double)], step h: Double = 1e-6) -> [Double] {
  w.indices.map { i in
    var up = w
    var down = w
    up[i] += h
    down[i] -= h
    return (loss(up, data) - loss(down, data)) / (2 * h)
  }
}
let data = (0..<5).map { (x: Double($0), y: 2 * Double($0) + 1) }
var w = [0.0, 0.0]
for epoch in 0..<200 {
  let g = gradient(w, data)
  for i in w.indices { w[i] -= 0.05 * g[i] }
  if epoch % 50 == 0 { print(epoch, (loss(w, data) * 1000).rounded() / 1000) }
}
print(w.map { ($0 * 100).rounded() / 100 })
