enum E {
  case a
  var n = 1
}
print(E.a)
