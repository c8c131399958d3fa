func f(_ n: Int) throws -> Int { n }
func apply(_ g: (Int) -> Int) -> Int { g(1) }
print(apply(f))
