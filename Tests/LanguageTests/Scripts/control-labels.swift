outer: for i in 0..<5 {
  for j in 0..<5 {
    if j == 3 { continue outer }
    if i == 2 { break outer }
    print(i, j)
  }
  print("never")
}
var n = 0
search: while true {
  n += 1
  switch n {
  case 4: break search
  case 2: continue search
  default: print("n is", n)
  }
}
block: do {
  if n == 4 { break block }
  print("not printed")
}
check: if n > 3 {
  if n == 4 { break check }
  print("not printed")
}
print("end", n)
