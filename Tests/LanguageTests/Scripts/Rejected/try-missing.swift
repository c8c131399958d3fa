enum E: Error { case e }
func f() throws -> Int { 1 }
do { print(f()) } catch { print(error) }
