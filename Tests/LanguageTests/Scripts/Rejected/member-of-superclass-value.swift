class A {}
class B: A { func f() {} }
let a: A = B()
a.f()
