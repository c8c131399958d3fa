struct A: Comparable { var n = 1 }
print(A() < A())
