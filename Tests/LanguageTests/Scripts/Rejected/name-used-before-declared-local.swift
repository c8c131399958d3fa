func f() {
  print(x)
  let x = 1
  print(x)
}
f()
