enum A: Error { case a }
enum B: Error { case b }
func f() throws(B) { throw .b }
do throws(A) { try f() } catch { print(error) }
