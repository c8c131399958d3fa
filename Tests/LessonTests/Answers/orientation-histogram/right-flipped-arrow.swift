func orientationHistogram(right: Tensor, down: Tensor, bins: Int) -> Tensor {
  var histogram = Array(repeating: 0.0, count: bins)
  for i in 0..<right.shape[0] {
    for j in 0..<right.shape[1] {
      var x = right[i, j]
      var y = down[i, j]
      if y < 0 {
        x = -x
        y = -y
      }
      let bin = Int((atan2(y, x) / 3.141592653589793 * Double(bins)).rounded(.down))
      histogram[min(bin, bins - 1)] += (x * x + y * y).squareRoot()
    }
  }
  return Tensor(histogram)
}
