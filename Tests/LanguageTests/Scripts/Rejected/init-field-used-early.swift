struct P {
  var x: Int
  var y: Int
  init() {
    x = y
    y = 2
  }
}
print(P())
