enum E: Error { case e }
func f() throws -> Int { 1 }
func g() -> Int { try f() }
print(g())
