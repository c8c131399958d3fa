class P {
  var x: Int
  var y: Int
  init(x: Int) { self.x = x }
}
print(P(x: 1).x)
