struct Point {
  var x: Double
  var y: Double
}
print(Point(y: 1, x: 2))
