// expect: wrong
func smoothed(_ signal: [Double]) -> [Double] {
  if signal.count < 3 { return [] }
  return (1..<signal.count - 1).map { (signal[$0 - 1] + signal[$0] + signal[$0 + 1]) / 3 }
}
