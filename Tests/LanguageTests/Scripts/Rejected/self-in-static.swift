struct S {
  var n = 1
  static func f() -> Int { self.n }
}
print(S.f())
