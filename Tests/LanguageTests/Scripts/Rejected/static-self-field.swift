struct S {
  static var n = 1
  static func f() -> Int { return m }
  var m = 1
}
print(S.f())
