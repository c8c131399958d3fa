import Foundation
import Tensors

/// Signatures that say what every single number is.
extension Signature {
  static let digits: [Signature] = [
    Signature("notFinite", "an element is nan or infinite where a number is expected") { evidence in
      guard evidence.cases.allSatisfy({ $0.e.allSatisfy(\.isFinite) }) else { return nil }
      let counts = evidence.cases.map { $0.a.count { !$0.isFinite } }
      let count = counts.reduce(0, +)
      guard let first = counts.firstIndex(where: { $0 > 0 }),
        let place = evidence.cases[first].a.firstIndex(where: { !$0.isFinite })
      else { return nil }
      let indices = evidence.cases[first].answer.indices(of: place)
      let start = indices.isEmpty ? "" : ", the first at \(indices)"
      return "\(counted(count, "element")) \(count == 1 ? "is" : "are") nan or infinite\(start) (case \(first + 1))"
    },
    Signature("singlePrecision", "every number is the expected one, rounded to Float") { evidence in
      guard evidence.haveOneShape else { return nil }
      let fits = evidence.explains { one in
        for position in one.a.indices where !one.leftOut.contains(position) {
          let error = (one.a[position] - one.e[position]).magnitude
          guard error <= one.e[position].magnitude * 1e-6 + one.margin * 1e-2 else { return .no }
        }
        return one.hasWrong ? .telling : .neutral
      }
      let isRounded = evidence.wrongCases.allSatisfy { $0.a.allSatisfy { Double(Float($0)) == $0 } }
      return fits && isRounded ? "the numbers are right to 7 digits: were they rounded to Float (float32)?" : nil
    },
    Signature("nearlyRight", "every number is within 1e-3 of the expected one, measured by the largest") { evidence in
      guard evidence.haveOneShape else { return nil }
      let fits = evidence.explains { one in
        guard one.agree(one.a, one.e, within: 1000) else { return .no }
        return one.hasWrong ? .telling : .neutral
      }
      guard fits else { return nil }
      let errors = evidence.cases.flatMap { one in
        zip(one.a, one.e).map { ($0 - $1).magnitude / max(one.margin * 1e6, 1e-300) }
      }
      return "the numbers are nearly right, within \(errorText(errors.max() ?? 0)) of the largest: "
        + "is an epsilon missing, or in another place?"
    },
  ]

  static let values: [Signature] = [
    Signature("allZero", "every number is 0") { evidence in
      evidence.haveOneShape && evidence.isExplained(by: { [Double](repeating: 0, count: $0.e.count) })
        ? "every element is 0" : nil
    },
    Signature("constant", "every number is the same, and the expected ones are not") { evidence in
      guard evidence.haveOneShape, let value = evidence.cases.lazy.compactMap(\.a.first).first else { return nil }
      let isConstant = evidence.isExplained { [Double](repeating: value, count: $0.e.count) }
      return isConstant ? "every element is the same number, \(shortText(value))" : nil
    },
    Signature(
      "constantRatio", "every number is the expected one, times one factor or a size with a name: 2, -1, 1/N, H·W",
      ratio),
    Signature("offset", "every number is the expected one, plus one number") { evidence in
      guard evidence.haveOneShape, evidence.cases.contains(where: { $0.e.count >= 2 }) || evidence.cases.count >= 4
      else { return nil }
      let offsets = evidence.cases.map { one in one.a.isEmpty ? 0 : one.a[0] - one.e[0] }
      let common = offsets.first { $0 != 0 } ?? 0
      func isOff(by offset: @escaping (Evidence.Case) -> Double) -> Bool {
        evidence.isExplained { one in one.e.map { $0 + offset(one) } }
      }
      if isOff(by: { _ in common }) {
        return "every element is \(shortText(common.magnitude)) too \(common > 0 ? "large" : "small")"
      }
      let isOwn = evidence.cases.contains { $0.e.count >= 4 } && isOff { $0.a.isEmpty ? 0 : $0.a[0] - $0.e[0] }
      return isOwn ? "all elements are off by the same amount, another one in each case" : nil
    },
    Signature("absoluteValue", "every number is the absolute value of the expected one") { evidence in
      evidence.haveOneShape && evidence.isExplained(by: { $0.e.map(\.magnitude) })
        ? "every element is the absolute value of the expected one" : nil
    },
    Signature("rectified", "what should be negative is 0, or what should be positive") { evidence in
      guard evidence.haveOneShape else { return nil }
      if evidence.isExplained(by: { $0.e.map { max($0, 0) } }) { return "elements that should be negative are 0" }
      return evidence.isExplained(by: { $0.e.map { min($0, 0) } }) ? "elements that should be positive are 0" : nil
    },
    Signature("someSigns", "all absolute values are right, and some signs are not") { evidence in
      guard evidence.haveOneShape else { return nil }
      let fits = evidence.isExplained { one in
        zip(one.a, one.e).map { ($0 < 0) == ($1 < 0) ? $1 : -$1 }
      }
      let count = evidence.cases.reduce(0) { $0 + $1.isWrong.count(where: \.self) }
      let total = evidence.cases.reduce(0) { $0 + $1.e.count }
      return fits
        ? "the absolute values are right, but the sign is wrong in \(count) of \(counted(total, "element"))" : nil
    },
    Signature("truncated", "every number is the expected one without its fraction, or rounded") { evidence in
      guard evidence.haveOneShape else { return nil }
      let roundings: [FloatingPointRoundingRule] = [.towardZero, .down, .toNearestOrAwayFromZero]
      let isWhole = roundings.contains { rule in
        evidence.isExplained(least: 6) { $0.e.map { $0.rounded(rule) } }
      }
      // Of numbers that round to 0, 1 and -1 alone, many other things would be true
      let numbers = evidence.cases.flatMap(\.a)
      return isWhole && distinctCount(numbers, margin: 0.1) >= 3
        ? "every element is a whole number, the expected one without its fraction: was an Int divided by an Int?" : nil
    },
    Signature("otherFunction", "every number is a well-known function of the expected one") { evidence in
      guard evidence.haveOneShape else { return nil }
      let functions: [(String, @Sendable (Double) -> Double)] = [
        ("the square of the expected one", { $0 * $0 }), ("the square root of the expected one", { $0.squareRoot() }),
        ("1 divided by the expected one", { 1 / $0 }), ("exp of the expected one", { exp($0) }),
        ("the logarithm of the expected one", { log($0) }), ("1 minus the expected one", { 1 - $0 }),
      ]
      let found = functions.first { _, function in
        evidence.explains { one in
          let predicted = one.e.map(function)
          let largest = predicted.lazy.filter(\.isFinite).map(\.magnitude).max() ?? 0
          let agrees = zip(one.a, predicted).allSatisfy { ($0 - $1).magnitude <= 1e-6 * max(largest, 1e-12) }
          guard agrees && !one.a.isEmpty else { return .no }
          return one.agree(one.a, one.e) ? .neutral : .telling
        }
      }
      return found.map { "every element is \($0.0)" }
    },
  ]
}

// MARK: - Ratios

extension Signature {
  /// A factor of -1, of 2, or of a size that has a name.
  private static let ratio: @Sendable (Evidence) throws -> String? = { evidence in
    guard evidence.haveOneShape else { return nil }
    let ratios = evidence.cases.map { one -> Double? in
      guard let largest = one.e.indices.max(by: { one.e[$0].magnitude < one.e[$1].magnitude }),
        one.e[largest].magnitude > 1e-12
      else { return nil }
      return one.a[largest] / one.e[largest]
    }
    // An epsilon beside a variance bends the ratio a little
    let fits = try evidence.explains(least: 3) { one in
      guard let largest = one.e.indices.max(by: { one.e[$0].magnitude < one.e[$1].magnitude }) else { return .neutral }
      let ratio = one.e[largest].magnitude > 1e-12 ? one.a[largest] / one.e[largest] : 1
      guard ratio.isFinite && ratio != 0,
        one.agree(one.a, one.e.map { $0 * ratio }, within: 20 * max(ratio.magnitude, 1))
      else { return .no }
      return (ratio - 1).magnitude < 1e-6 ? .neutral : .telling
    }
    guard fits else { return nil }
    let known = ratios.compactMap(\.self)
    guard let first = known.first else { return nil }
    let isCommon = known.allSatisfy { ($0 / first - 1).magnitude < 4e-5 }
    let size = zip(evidence.cases, ratios).reduce(nil as [String]?) { names, pair in
      guard let ratio = pair.1 else { return names }
      let fitting = NamedRatio.all(for: pair.0).filter { ($0.value / ratio - 1).magnitude < 4e-5 }.map(\.text)
      return names.map { $0.filter(fitting.contains) } ?? fitting
    }?.first
    if isCommon && (first + 1).magnitude < 1e-6 { return "the sign is flipped in every element" }
    if isCommon {
      // Twos and halves have many causes
      let isPlain = [0.5, 2].contains { (first.magnitude - $0).magnitude < 1e-6 }
      let hint = isPlain ? "" : size.map { " (\($0))" } ?? ""
      return "every element is \(factorText(first)) the expected one\(hint)"
    }
    return size.map { "every element is the expected one times \($0)" }
  }

  private static func factorText(_ factor: Double) -> String {
    for (value, text) in [(0.5, "half (0.5 times)"), (-0.5, "minus half (-0.5 times)")]
    where (factor - value).magnitude < 1e-6 { return text }
    return "\(shortText(factor)) times"
  }
}

/// A factor that the sizes of a case explain.
private struct NamedRatio {
  let text: String
  let value: Double

  static func all(for one: Evidence.Case) -> [NamedRatio] {
    var sizes: [(name: String, size: Int)] = []
    func add(_ name: String, _ size: Int) {
      if !sizes.contains(where: { $0.name == name }) { sizes.append((name, size)) }
    }
    let upstream = one.related.first { $0.role == .upstream }?.tensor.shape
    let input = one.related.first { $0.role == .input }?.tensor.shape
    for (shape, owner) in [(upstream, " of the upstream gradient"), (input ?? one.shape, "")] {
      guard let shape else { continue }
      let count = shape.reduce(1, *)
      switch shape.count {
      case 4:
        add("N, the number of images", shape[0])
        add("H·W\(owner)", shape[2] * shape[3])
        add("N·H·W\(owner)", shape[0] * shape[2] * shape[3])
        add("C, the number of channels\(owner)", shape[1])
        add("C·H·W\(owner)", shape[1] * shape[2] * shape[3])
        add("H, the number of rows\(owner)", shape[2])
        add("W, the number of columns\(owner)", shape[3])
      case 2:
        add("N, the number of rows", shape[0])
        add("the number of columns\(owner)", shape[1])
      default: break
      }
      add("n, the number of elements\(owner)", count)
    }
    let plain = sizes.flatMap { name, size in
      [NamedRatio(text: name, value: Double(size)), NamedRatio(text: "1 / \(name)", value: 1 / Double(size))]
    }
    let unbiased = sizes.filter { $0.size > 1 }.flatMap { name, size -> [NamedRatio] in
      let correction = Double(size) / Double(size - 1)
      let word = name.prefix { $0 != "," && $0 != " " }
      let hint = ": a variance divided by \(word) - 1 instead of \(name)"
      return [
        NamedRatio(text: "\(word) / (\(word) - 1)\(hint)", value: correction),
        NamedRatio(text: "(\(word) - 1) / \(word)\(hint)", value: 1 / correction),
        NamedRatio(text: "the root of \(word) / (\(word) - 1)\(hint)", value: correction.squareRoot()),
        NamedRatio(text: "the root of (\(word) - 1) / \(word)\(hint)", value: (1 / correction).squareRoot()),
      ]
    }
    let roots = sizes.flatMap { name, size in
      [
        NamedRatio(text: "the root of \(name)", value: Double(size).squareRoot()),
        NamedRatio(text: "1 / the root of \(name)", value: 1 / Double(size).squareRoot()),
      ]
    }
    let positive = plain + roots + unbiased
    return positive + positive.map { NamedRatio(text: "minus \($0.text)", value: -$0.value) }
  }
}
