enum L { case a, b, c }
func f(_ l: L) -> Int {
  var n: Int
  switch l {
  case .a: n = 1
  case .b: n = 2
  case .c: break
  }
  return n
}
print(f(.a))
