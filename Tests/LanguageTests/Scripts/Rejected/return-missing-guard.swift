func f(_ x: Int?) -> Int {
  guard let x else { return 0 }
  print(x)
}
print(f(3))
