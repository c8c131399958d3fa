class A { var n = 1 }
class B: A { var n = 2 }
print(B().n)
