enum E: Int {
  case a = 1
  case b = 1
}
print(E.a)
