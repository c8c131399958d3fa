enum E: Error { case e }
func f(_ n: Int) throws -> Int { n }
let xs = [1].map { f($0) }
print(xs)
