import Foundation

extension Tensor: CustomStringConvertible {
  /// Shape, dtype and elements in aligned columns. Long tensors are shown by their first and last elements.
  ///
  /// ```swift
  /// print(Tensor([[1, 2], [3, 40]]))
  /// // Tensor [2, 2] float64
  /// // [[ 1   2]
  /// //  [ 3  40]]
  /// ```
  public var description: String { text(digits: 4) }

  /// Writes the tensor with another number of digits after the point.
  ///
  /// ```swift
  /// print((Tensor([1, 2]) / 3).formatted(digits: 2))
  /// // Tensor [2] float64
  /// // [0.33  0.67]
  /// ```
  ///
  /// - Parameter digits: How many, 0 to 16.
  /// - Returns: What `print` would show.
  package func formatted(digits: Int) throws -> String {
    guard (0...16).contains(digits) else {
      throw TensorError("formatted can show 0 to 16 digits, and \(digits) were asked for")
    }
    return text(digits: digits)
  }

  private func text(digits: Int) -> String {
    let header = "Tensor \(shape) \(isSymbolic ? "of symbols" : dtype.rawValue)"
    if count == 0 { return header + "\n[]" }
    let view = ShortenedView(of: shape)
    let positions = view.positions
    let texts =
      isSymbolic
      ? positions.map { formula($0).description } : NumberColumn(positions.map(number), digits: digits).texts
    if shape.isEmpty { return header + "\n" + texts[0] }
    return header + "\n" + view.layout(texts)
  }
}

/// Which elements of a shape are shown, and how they are laid out.
private struct ShortenedView {
  /// For each axis the places that are shown; nil stands for those that are left out.
  private let axes: [[Int?]]
  private let strides: [Int]

  /// The longest row, in elements, and the largest tensor that is shown whole.
  private static let rowLimit = 40
  private static let countLimit = 1000
  private static let edge = 3

  init(of shape: [Int]) {
    strides = rowMajorStrides(shape)
    let count = shape.reduce(1, *)
    axes = shape.enumerated().map { axis, size in
      let isLong = count > Self.countLimit || (axis == shape.count - 1 && size > Self.rowLimit)
      guard isLong && size > 2 * Self.edge else { return (0..<size).map { $0 } }
      return (0..<Self.edge).map { $0 } + [nil] + (size - Self.edge..<size).map { $0 }
    }
  }

  /// The positions of the shown elements, in order.
  var positions: [Int] {
    zip(axes, strides).reduce([0]) { positions, axis in
      positions.flatMap { start in axis.0.compactMap { $0 }.map { start + $0 * axis.1 } }
    }
  }

  func layout(_ texts: [String]) -> String {
    let width = texts.map(\.count).max() ?? 0
    var next = texts.makeIterator()
    return block(axis: 0) {
      let text = next.next() ?? ""
      return String(repeating: " ", count: width - text.count) + text
    }
  }

  private func block(axis: Int, _ next: () -> String) -> String {
    if axis == axes.count - 1 {
      return "[" + axes[axis].map { $0 == nil ? "..." : next() }.joined(separator: "  ") + "]"
    }
    let parts = axes[axis].map { $0 == nil ? "..." : block(axis: axis + 1, next) }
    // Blocks of a higher rank are set apart by empty lines, as in NumPy.
    let separator = String(repeating: "\n", count: axes.count - 1 - axis) + String(repeating: " ", count: axis + 1)
    return "[" + parts.joined(separator: separator) + "]"
  }
}

/// Numbers that are written in one way, so that they can stand under each other.
///
/// Whole numbers are written without a point, others with as many decimals as one of them needs (4 at most), and very
/// large or small ones as `1.234e-05`. A number that is not zero never reads as zero.
package struct NumberColumn {
  package let texts: [String]

  package init(_ numbers: [Double], digits: Int) {
    let sizes = numbers.filter { $0.isFinite && $0 != 0 }.map(\.magnitude)
    let largest = sizes.max() ?? 0
    if numbers.allSatisfy({ !$0.isFinite || $0 == $0.rounded() }) && largest < 1e15 {
      texts = numbers.map { Self.special($0) ?? String(Int($0)) }
    } else if largest >= 1e6 || largest < 1e-3 {
      texts = numbers.map { Self.special($0) ?? ($0 == 0 ? "0" : Self.printf("%.*e", digits - 1, $0)) }
    } else {
      let decimals = numbers.map { Self.decimals(of: $0, atMost: digits) }.max() ?? 0
      texts = numbers.map { number in
        if let special = Self.special(number) { return special }
        let text = Self.printf("%.*f", decimals, number)
        let readsAsZero = !text.contains { ("1"..."9").contains($0) }
        if readsAsZero && number != 0 { return Self.printf("%.*e", 0, number) }
        return readsAsZero ? Self.printf("%.*f", decimals, 0) : text
      }
    }
  }

  /// How many decimals show all of the number, up to a limit.
  private static func decimals(of number: Double, atMost limit: Int) -> Int {
    guard number.isFinite else { return 0 }
    let text = printf("%.*f", limit, number)
    guard let point = text.firstIndex(of: ".") else { return 0 }
    let fraction = text[text.index(after: point)...]
    guard let last = fraction.lastIndex(where: { $0 != "0" }) else { return 0 }
    return fraction.distance(from: fraction.startIndex, to: last) + 1
  }

  private static func special(_ number: Double) -> String? {
    if number.isNaN { return "nan" }
    return number.isInfinite ? (number < 0 ? "-inf" : "inf") : nil
  }

  private static func printf(_ format: String, _ digits: Int, _ number: Double) -> String {
    String(format: format, max(digits, 0), number)
  }
}

/// A number as short as it can be with 4 digits after the point: `2`, `0.25`, `0.3333`.
package func shortText(_ number: Double) -> String {
  NumberColumn([number], digits: 4).texts[0]
}
