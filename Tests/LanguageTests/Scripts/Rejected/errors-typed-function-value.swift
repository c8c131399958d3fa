enum A: Error { case a }
func f() throws {}
let g: () throws(A) -> Void = f
