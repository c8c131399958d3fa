struct A {}
struct B: Equatable { var a: A }
print(B(a: A()) == B(a: A()))
