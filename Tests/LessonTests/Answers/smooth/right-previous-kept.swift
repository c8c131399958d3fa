func smoothed(_ signal: [Double]) -> [Double] {
  var result = signal
  var previous = signal[0]
  for i in 0..<signal.count where i > 0 && i < signal.count - 1 {
    let old = result[i]
    result[i] = (previous + old + result[i + 1]) / 3
    previous = old
  }
  return result
}
