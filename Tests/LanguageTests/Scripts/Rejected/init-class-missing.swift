class P {
  var x: Int
  var y = 2
}
print(P().x)
