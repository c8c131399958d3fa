class A { var n = 0 }
let a = A()
a = A()
