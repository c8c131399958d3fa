func f(_ x: Int?) {
  guard let y = x else {
    print(y)
    return
  }
  print(y)
}
f(3)
