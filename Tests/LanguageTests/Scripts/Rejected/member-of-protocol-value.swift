protocol Shape { var area: Double { get } }
struct Circle: Shape {
  var area: Double { 1 }
  var radius = 1.0
}
let s: any Shape = Circle()
print(s.radius)
