class A { var x = 1 }
class B: A {
  var y: Int
  init(y: Int) {
    super.init()
    self.y = y
  }
}
print(B(y: 1).y)
