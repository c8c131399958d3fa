func f() {
  let a: Int
  print(a)
}
f()
