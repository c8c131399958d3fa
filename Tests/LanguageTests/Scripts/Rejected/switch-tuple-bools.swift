func f(_ a: Bool, _ b: Bool) -> Int {
  switch (a, b) {
  case (true, true): return 1
  case (true, false): return 2
  case (false, true): return 3
  }
}
print(f(true, true))
