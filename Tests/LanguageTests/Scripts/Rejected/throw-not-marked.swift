enum E: Error { case e }
func f() { throw E.e }
f()
