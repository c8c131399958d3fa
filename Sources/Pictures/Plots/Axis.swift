import Foundation

/// An axis of a plot: which numbers it covers, how they are spaced, and which of them are written.
struct Axis: Sendable, Equatable {
  struct Tick: Sendable, Equatable {
    let value: Double
    let text: String
  }

  let from: Double
  let to: Double
  let isLog: Bool
  let ticks: [Tick]

  /// - Parameter isWidened: The axis begins and ends with a tick.
  init(covering numbers: [Double], isLog: Bool, isWidened: Bool, ticks wanted: Int = 5) {
    let (low, high) = (numbers.min() ?? 0, numbers.max() ?? 1)
    self.isLog = isLog
    if isLog {
      (from, to, ticks) = Self.decades(low, high, wanted)
    } else {
      let isWhole = !isWidened && numbers.allSatisfy { $0 == $0.rounded() }
      (from, to, ticks) = Self.steps(low, high, isWhole: isWhole, isWidened: isWidened, wanted)
    }
  }

  /// Where a number is on the axis: 0 at its start, 1 at its end.
  func position(_ value: Double) -> Double {
    let position =
      isLog
      ? (log10(value) - log10(from)) / (log10(to) - log10(from)) : (value / 2 - from / 2) / (to / 2 - from / 2)
    return position.isNaN ? 0.5 : min(max(position, 0), 1)
  }

  /// Ticks at 1, 2 or 5 times a power of ten.
  private static func steps(
    _ low: Double, _ high: Double, isWhole: Bool, isWidened: Bool, _ wanted: Int
  ) -> (Double, Double, [Tick]) {
    var (low, high) = (low, high)
    // One number alone stands in the middle. Differences that a Double cannot tell apart are none.
    if high - low <= max(1e-12 * max(low.magnitude, high.magnitude), 1e-290) {
      let largest = max(low.magnitude, high.magnitude)
      let reach = largest < 1e-280 ? 1 : largest / 2
      (low, high) = (low - reach, high + reach)
    }
    // What is further apart than a Double can say stands at the edges.
    (low, high) = (max(low, -8e307), min(high, 8e307))
    // Steps and images are counted: there is nothing between them.
    let step = niceStep(max((high - low) / Double(wanted - 1), isWhole ? 1 : 0))
    let first = isWidened ? (low / step).rounded(.down) : (low / step).rounded(.up)
    let last = isWidened ? (high / step).rounded(.up) : (high / step).rounded(.down)
    let values = stride(from: first, through: last, by: 1).prefix(50).map { $0 * step }
    let largest = values.map(\.magnitude).max() ?? 0
    let ticks = values.map { Tick(value: $0, text: text($0, step: step, largest: largest)) }
    return (isWidened ? first * step : low, isWidened ? last * step : high, ticks)
  }

  /// The smallest of 1, 2, 5 times a power of ten that is not below `step`.
  static func niceStep(_ step: Double) -> Double {
    let exponent = log10(step).rounded(.down)
    let power = pow(10, exponent)
    let digit = [1, 2, 5, 10].first { $0 * power >= step * (1 - 1e-9) } ?? 10
    // Powers of ten below one are not exact: dividing keeps 0.1 what it is.
    return exponent < 0 ? digit / pow(10, -exponent) : digit * power
  }

  /// Ticks at powers of ten.
  private static func decades(_ low: Double, _ high: Double, _ wanted: Int) -> (Double, Double, [Tick]) {
    var (first, last) = (Int((log10(low) + 1e-9).rounded(.down)), Int((log10(high) - 1e-9).rounded(.up)))
    if first >= last { (first, last) = (last - 1, first + 1) }
    (first, last) = (min(max(first, -323), 307), max(min(last, 308), -322))
    let step = max(1, (last - first + wanted - 1) / wanted)
    let exponents = Array(stride(from: first, through: last, by: step))
    let isPlain = first >= -3 && last <= 4
    let ticks = exponents.map { exponent in
      let value = pow(10, Double(exponent))
      return Tick(value: value, text: isPlain ? text(value, step: min(value, 1), largest: value) : "1e\(exponent)")
    }
    return (pow(10, Double(first)), pow(10, Double(last)), ticks)
  }

  /// As many decimals as the step has; `2e-5` for very small and very large numbers.
  static func text(_ value: Double, step: Double, largest: Double) -> String {
    if value == 0 { return "0" }
    guard step > 0, step.isFinite, largest.isFinite else { return captionText(value) }
    let digits = log10(step).rounded(.down)
    if largest >= 1e6 || largest < 1e-3 {
      let exponent = log10(largest).rounded(.down)
      let decimals = max(0, Int(exponent - digits))
      return String(format: "%.*e", decimals, value).replacing("e-0", with: "e-").replacing("e+0", with: "e")
        .replacing("e+", with: "e")
    }
    return String(format: "%.*f", max(0, Int(-digits)), value)
  }
}
