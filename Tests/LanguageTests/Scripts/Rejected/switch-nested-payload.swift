indirect enum T {
  case leaf
  case node(T, T)
}
func f(_ t: T) -> Int {
  switch t {
  case .leaf: return 0
  case .node(.leaf, _): return 1
  case .node(.node, .leaf): return 2
  }
}
print(f(.leaf))
