// expect: The number in the middle counts twice here. In the mean of
func smoothed(_ signal: [Double]) -> [Double] {
  var result = signal
  for i in 0..<signal.count where i > 0 && i < signal.count - 1 {
    result[i] = (signal[i - 1] + 2 * signal[i] + signal[i + 1]) / 4
  }
  return result
}
