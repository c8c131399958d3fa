class A { func f() { super.f() } }
A().f()
