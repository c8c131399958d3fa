struct S { private func f() {} }
S().f()
