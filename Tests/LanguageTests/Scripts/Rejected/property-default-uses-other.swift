struct S {
  var a = 1
  var b = a + 1
}
print(S())
