enum E: CaseIterable {
  case a(Int)
  case b
}
print(E.allCases.count)
