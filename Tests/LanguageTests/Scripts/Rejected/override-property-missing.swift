class A { var n: Int { 1 } }
class B: A { var n: Int { 2 } }
print(B().n)
