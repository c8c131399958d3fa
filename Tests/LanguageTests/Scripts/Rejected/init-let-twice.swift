struct P {
  let x: Int
  init() {
    x = 1
    x = 2
  }
}
print(P())
