func f(_ a: Int?) {
  guard let a else { print("none") }
  print(a)
}
f(1)
