enum E: Error { case e }
func f() throws -> Int { 1 }
func g() -> Int { do { return try f() } catch E.e { return 0 } }
print(g())
