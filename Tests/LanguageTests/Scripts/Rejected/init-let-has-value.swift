struct P {
  let x = 1
  init() { x = 2 }
}
print(P())
