func smoothed(_ signal: [Double]) -> [Double] {
  var result = signal
  var i = 1
  while i + 1 < signal.count {
    result[i] = signal[i - 1] / 3 + signal[i] / 3 + signal[i + 1] / 3
    i += 1
  }
  return result
}
