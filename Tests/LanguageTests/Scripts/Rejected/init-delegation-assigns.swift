struct P {
  var x: Int
  init(x: Int) { self.x = x }
  init() {
    self.x = 1
    self.init(x: 2)
  }
}
print(P())
