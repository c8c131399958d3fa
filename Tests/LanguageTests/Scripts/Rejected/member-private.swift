struct S { private var n = 1 }
print(S().n)
