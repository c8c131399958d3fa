struct A { var x = 1 }
struct B: A {}
print(B())
