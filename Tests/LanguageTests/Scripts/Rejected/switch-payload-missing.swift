enum S {
  case circle(Double)
  case square(Double)
  case empty
}
func f(_ s: S) -> Double {
  switch s {
  case .circle(let r): return r
  case .square(let a) where a > 0: return a
  case .empty: return 0
  }
}
print(f(.empty))
