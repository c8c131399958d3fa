protocol P { static var zero: Self { get } }
struct S: P { var zero: S { S() } }
print(S().zero)
