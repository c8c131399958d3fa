func orientationHistogram(right: Tensor, down: Tensor, bins: Int) -> Tensor {
  var histogram = Tensor.zeros([bins])
  for (x, y) in zip(right.elements, down.elements) {
    var degrees = atan2(y, x) * 180 / 3.141592653589793
    if degrees < 0 { degrees += 180 }
    histogram[min(bins - 1, Int(degrees * Double(bins) / 180))] += sqrt(x * x + y * y)
  }
  return histogram
}
