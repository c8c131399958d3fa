func f() throws { throw "bad" }
do { try f() } catch { print(error) }
