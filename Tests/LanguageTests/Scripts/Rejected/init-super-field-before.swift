class A { var x = 1 }
class B: A {
  var y: Int
  init(y: Int) {
    self.x = 2
    self.y = y
    super.init()
  }
}
print(B(y: 1).y)
