// expect: Only the last of the three is divided by 3: division binds
func smoothed(_ signal: [Double]) -> [Double] {
  var result = signal
  for i in 0..<signal.count where i > 0 && i < signal.count - 1 {
    result[i] = signal[i - 1] + signal[i] + signal[i + 1] / 3
  }
  return result
}
