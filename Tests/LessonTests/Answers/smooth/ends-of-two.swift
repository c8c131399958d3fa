// expect: The two ends became means of two numbers. They should stay
func smoothed(_ signal: [Double]) -> [Double] {
  var result = signal
  for i in 0..<signal.count {
    if i == 0 {
      result[i] = (signal[0] + signal[1]) / 2
    } else if i == signal.count - 1 {
      result[i] = (signal[i - 1] + signal[i]) / 2
    } else {
      result[i] = (signal[i - 1] + signal[i] + signal[i + 1]) / 3
    }
  }
  return result
}
