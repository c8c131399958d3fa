struct P {
  var x: Int
  init() { x = 0 }
}
print(P(x: 3))
