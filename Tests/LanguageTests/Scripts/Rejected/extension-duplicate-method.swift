struct S { func f() {} }
extension S { func f() {} }
S().f()
