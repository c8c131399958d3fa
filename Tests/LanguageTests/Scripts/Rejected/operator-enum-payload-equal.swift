enum E {
  case a(Int)
  case b
}
print(E.b == E.b)
