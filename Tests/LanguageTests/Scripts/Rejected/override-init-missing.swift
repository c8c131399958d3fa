class A { init() {} }
class B: A { init() { super.init() } }
print(B() === B())
