struct C {
  var r = 1.0
  var area: Double { r * r }
}
var c = C()
c.area = 3
print(c)
