class A {}
class B: A {}
let a: A = B()
let b: B = a
print(b === a)
