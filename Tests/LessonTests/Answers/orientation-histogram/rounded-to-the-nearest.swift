// expect: The number of the bin was rounded to the nearest. A bin
func orientationHistogram(right: Tensor, down: Tensor, bins: Int) -> Tensor {
  var histogram = Tensor.zeros([bins])
  for (x, y) in zip(right.elements, down.elements) {
    var angle = atan2(y, x)
    if angle < 0 { angle += 3.141592653589793 }
    let bin = Int((angle / 3.141592653589793 * Double(bins)).rounded())
    histogram[min(bins - 1, bin)] += sqrt(x * x + y * y)
  }
  return histogram
}
