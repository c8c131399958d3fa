protocol P { func f() -> Int }
struct S: P { func f() throws -> Int { 1 } }
print(S())
