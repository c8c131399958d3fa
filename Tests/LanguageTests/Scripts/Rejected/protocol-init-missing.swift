protocol P { init(n: Int) }
struct S: P { var m: Int }
print(S(m: 1))
