class A { init(x: Int) {} }
class B: A { override init(x: Int) { super.init() } }
