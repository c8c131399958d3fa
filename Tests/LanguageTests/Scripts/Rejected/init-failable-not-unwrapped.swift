struct P {
  var x: Int
  init?(_ x: Int) {
    if x < 0 { return nil }
    self.x = x
  }
}
print(P(1).x)
