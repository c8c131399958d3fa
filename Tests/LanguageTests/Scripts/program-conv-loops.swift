typealias Image = [[Float]]
func convolve(_ x: Image, _ k: Image, stride: Int = 1, padding: Int = 0) -> Image {
  let h = x.count
  let w = x[0].count
  let kh = k.count
  let kw = k[0].count
  let oh = (h + 2 * padding - kh) / stride + 1
  let ow = (w + 2 * padding - kw) / stride + 1
  var out = Image(repeating: [Float](repeating: 0, count: ow), count: oh)
  for i in 0..<oh {
    for j in 0..<ow {
      var sum: Float = 0
      for u in 0..<kh {
        for v in 0..<kw {
          let r = i * stride + u - padding
          let c = j * stride + v - padding
          guard r >= 0, r < h, c >= 0, c < w else { continue }
          sum += x[r][c] * k[u][v]
        }
      }
      out[i][j] = sum
    }
  }
  return out
}
func maxPool(_ x: Image, _ n: Int) -> Image {
  (0..<x.count / n).map { i in
    (0..<x[0].count / n).map { j in
      var best = -Float.infinity
      for u in 0..<n { for v in 0..<n { best = Swift.max(best, x[i * n + u][j * n + v]) } }
      return best
    }
  }
}
let image: Image = (0..<6).map { r in (0..<6).map { c in Float((r * 7 + c * 3) % 5) } }
let sobel: Image = [[1, 0, -1], [2, 0, -2], [1, 0, -1]]
func show(_ name: String, _ m: Image) {
  print(name)
  for row in m { print(row.map { String($0) }.joined(separator: " ")) }
}
show("image", image)
show("valid", convolve(image, sobel))
show("same", convolve(image, sobel, padding: 1))
show("strided", convolve(image, sobel, stride: 2, padding: 1))
show("pooled", maxPool(image, 2))
let flipped = sobel.reversed().map { Array($0.reversed()) }
show("true convolution", convolve(image, flipped))
let blur = Image(repeating: [Float](repeating: 1 / 9, count: 3), count: 3)
show("blur", convolve(image, blur))
let flat = image.flatMap { $0 }
let mean = flat.reduce(0, +) / Float(flat.count)
let variance = flat.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Float(flat.count)
print(mean, variance, variance.squareRoot())
