func smoothed(_ signal: [Double]) -> [Double] {
  return signal.indices.map { i in
    guard i > 0, i + 1 < signal.count else { return signal[i] }
    return signal[i - 1...i + 1].reduce(0, +) / 3
  }
}
