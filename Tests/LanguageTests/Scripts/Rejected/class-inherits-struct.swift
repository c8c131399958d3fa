struct A {}
class B: A {}
print(B() === B())
