class Base { required init() {} }
class Derived: Base { init(x: Int) { super.init() } }
print(Derived(x: 1))
