struct S {
  private var n: Int
  var m: Int
}
print(S(n: 1, m: 2).m)
