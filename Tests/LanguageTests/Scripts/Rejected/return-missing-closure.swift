let f: (Int) -> Int = { x in
  if x > 0 { return x }
}
print(f(1))
