struct Box {
  var n: Int
  var half: Int { if n > 0 { return n / 2 } }
}
print(Box(n: 4).half)
