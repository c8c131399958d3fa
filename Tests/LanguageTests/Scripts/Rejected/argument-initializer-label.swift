struct Point {
  var x: Double
  var y: Double
}
let p = Point(1, 2)
print(p)
