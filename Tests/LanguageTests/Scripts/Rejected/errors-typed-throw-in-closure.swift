enum A: Error { case a }
let f: () throws(A) -> Void = { throw A.a }
