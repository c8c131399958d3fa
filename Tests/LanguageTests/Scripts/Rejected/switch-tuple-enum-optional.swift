enum E { case a, b }
func f(_ e: E, _ x: Int?) -> Int {
  switch (e, x) {
  case (.a, _): return 1
  case (.b, .some): return 2
  }
}
print(f(.a, nil))
