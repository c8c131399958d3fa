protocol P { func f() }
struct S {}
extension S: P {}
print(S())
