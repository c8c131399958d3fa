internal import Kernels
import Synchronization

/// Sums, differences, products and quotients, element by element. Shapes broadcast; `float32` with `float64` gives
/// `float64`. `+`, `-` and `*` also work on symbols.

// MARK: - Two tensors

extension Tensor {
  /// Adds two tensors, element by element.
  ///
  /// ```
  /// y[i] = a[i] + b[i]        da = dy,  db = dy
  /// ```
  ///
  /// ```swift
  /// (Tensor([[1, 2], [3, 4]]) + Tensor([10, 20])).elements  // [11.0, 22.0, 13.0, 24.0]
  /// ```
  ///
  /// - Parameter other: A tensor of the same shape, or one that broadcasts with it.
  /// - Returns: A tensor of the common shape.
  package func adding(_ other: Tensor) throws -> Tensor {
    let y = try combined(with: other, .add, numbers: { $0 + $1 }, formulas: { $0 + $1 })
    return !isRecording(with: other) ? y : try record("+", y, .passedOn(to: self), .passedOn(to: other))
  }

  /// Subtracts one tensor from another, element by element.
  ///
  /// ```
  /// y[i] = a[i] − b[i]        da = dy,  db = −dy
  /// ```
  ///
  /// ```swift
  /// (Tensor([[1, 2], [3, 4]]) - Tensor([10, 20])).elements  // [-9.0, -18.0, -7.0, -16.0]
  /// ```
  ///
  /// - Parameter other: A tensor of the same shape, or one that broadcasts with it.
  /// - Returns: A tensor of the common shape.
  package func subtracting(_ other: Tensor) throws -> Tensor {
    let y = try combined(with: other, .subtract, numbers: { $0 - $1 }, formulas: { $0 - $1 })
    if !isRecording(with: other) { return y }
    return try record("-", y, .passedOn(to: self), .gradient(toBroadcast: other) { dy in try dy.negated() })
  }

  /// Multiplies two tensors, element by element.
  ///
  /// ```
  /// y[i] = a[i] · b[i]        da = dy · b,  db = dy · a
  /// ```
  ///
  /// ```swift
  /// (Tensor([[1, 2], [3, 4]]) * Tensor([10, 20])).elements  // [10.0, 40.0, 30.0, 80.0]
  /// ```
  ///
  /// - Parameter other: A tensor of the same shape, or one that broadcasts with it.
  /// - Returns: A tensor of the common shape.
  package func multiplied(by other: Tensor) throws -> Tensor {
    let y = try combined(with: other, .multiply, numbers: { $0 * $1 }, formulas: { $0 * $1 })
    if !isRecording(with: other) { return y }
    let (a, b) = (self, other)
    return try record(
      "*", y,
      .gradient(toBroadcast: self) { dy in try dy.multiplied(by: b) },
      .gradient(toBroadcast: other) { dy in try dy.multiplied(by: a) })
  }

  /// Divides one tensor by another, element by element.
  ///
  /// ```
  /// y[i] = a[i] / b[i]        da = dy / b,  db = −dy · a / b²
  /// ```
  ///
  /// ```swift
  /// (Tensor([[1, 2], [3, 4]]) / Tensor([2, 4])).elements  // [0.5, 0.5, 1.5, 1.0]
  /// ```
  ///
  /// - Parameter other: A tensor of the same shape, or one that broadcasts with it. A division by 0 gives `inf` or
  ///   `nan`, as everywhere in floating-point arithmetic.
  /// - Returns: A tensor of the common shape.
  package func divided(by other: Tensor) throws -> Tensor {
    try other.requireNumbers(for: "a divisor")
    if isSymbolic { return try multiplied(by: other.dividing(1)) }
    let y = try combined(with: other, .divide, numbers: { $0 / $1 }, formulas: { a, _ in a })
    if !isRecording(with: other) { return y }
    let (a, b) = (self, other)
    return try record(
      "/", y,
      .gradient(toBroadcast: self) { dy in try dy.divided(by: b) },
      .gradient(toBroadcast: other) { dy in try dy.multiplied(by: a).divided(by: b.multiplied(by: b)).negated() })
  }
}

// MARK: - A tensor and a number

extension Tensor {
  /// Adds a number to every element.
  ///
  /// ```swift
  /// (Tensor([1, 2]) + 10).elements  // [11.0, 12.0]
  /// ```
  package func adding(_ number: Double) throws -> Tensor {
    let y = try combined(with: number, .add, numbers: { $0 + $1 }, formulas: { $0 + $1 })
    return !isRecording ? y : try record("+", y, .passedOn(to: self))
  }

  /// Subtracts a number from every element.
  ///
  /// ```swift
  /// (Tensor([1, 2]) - 10).elements  // [-9.0, -8.0]
  /// ```
  package func subtracting(_ number: Double) throws -> Tensor {
    try adding(-number)
  }

  /// Subtracts every element from a number.
  ///
  /// ```swift
  /// (10 - Tensor([1, 2])).elements  // [9.0, 8.0]
  /// ```
  package func subtracted(from number: Double) throws -> Tensor {
    let y = try combined(with: number, .subtractFrom, numbers: { $1 - $0 }, formulas: { $1 - $0 })
    return !isRecording ? y : try record("-", y, .gradient(to: self) { dy in try dy.negated() })
  }

  /// Multiplies every element by a number.
  ///
  /// ```swift
  /// (Tensor([1, 2]) * 10).elements  // [10.0, 20.0]
  /// ```
  package func multiplied(by number: Double) throws -> Tensor {
    let y = try combined(with: number, .multiply, numbers: { $0 * $1 }, formulas: { $0 * $1 })
    return !isRecording ? y : try record("*", y, .gradient(to: self) { dy in try dy.multiplied(by: number) })
  }

  /// Divides every element by a number.
  ///
  /// ```swift
  /// (Tensor([1, 2]) / 4).elements  // [0.25, 0.5]
  /// ```
  package func divided(by number: Double) throws -> Tensor {
    if isSymbolic { return try multiplied(by: 1 / number) }
    let y = try combined(with: number, .divideBy, numbers: { $0 / $1 }, formulas: { a, _ in a })
    return !isRecording ? y : try record("/", y, .gradient(to: self) { dy in try dy.divided(by: number) })
  }

  /// Divides a number by every element.
  ///
  /// ```swift
  /// (10 / Tensor([1, 4])).elements  // [10.0, 2.5]
  /// ```
  package func dividing(_ number: Double) throws -> Tensor {
    try requireNumbers(for: "/")
    let y = try combined(with: number, .divide, numbers: { $1 / $0 }, formulas: { a, _ in a })
    if !isRecording { return y }
    let x = self
    return try record(
      "/", y, .gradient(to: self) { dy in try dy.multiplied(by: -number).divided(by: x.multiplied(by: x)) })
  }

  /// Changes the sign of every element.
  ///
  /// ```swift
  /// (-Tensor([1, -2])).elements  // [-1.0, 2.0]
  /// ```
  package func negated() throws -> Tensor {
    try multiplied(by: -1)
  }
}

// MARK: - Equality

extension Tensor: Equatable {
  /// Two tensors are equal if they have one shape, and equal elements. `nan` equals nothing, itself included.
  ///
  /// ```swift
  /// Tensor([1, 2]) == Tensor([[1, 2]])  // false
  /// ```
  public static func == (a: Tensor, b: Tensor) -> Bool {
    guard a.shape == b.shape else { return false }
    guard a.isSymbolic || b.isSymbolic else { return allPlaces(a.count) { a.number($0) == b.number($0) } }
    return allPlaces(a.count) { a.formula($0) == b.formula($0) }
  }
}

// MARK: - Loops

/// Written out for numbers and for formulas here, in one file with the operators, so that they become part of them.
extension Tensor {
  private func combined(
    with other: Tensor, _ operation: Elementwise.PairOperation, numbers f: (Double, Double) -> Double,
    formulas: (Formula, Formula) -> Formula
  ) throws -> Tensor {
    if let y = try combinedFew(with: other, f) { return y }
    if let y = try pairs(operation, with: other) { return y }
    switch Swift.max(kind, other.kind) {
    case .float64:
      return try combinedRows(with: other) { (y: UnsafeMutablePointer<Double>, a, aStep, b, bStep, count) in
        if aStep == 1 && bStep == 1 {
          for i in 0..<count { y[i] = f(a[i], b[i]) }
        } else {
          for i in 0..<count { y[i] = f(a[i &* aStep], b[i &* bStep]) }
        }
      }
    case .float32:
      return try combinedRows(with: other) { (y: UnsafeMutablePointer<Float>, a, aStep, b, bStep, count) in
        if aStep == 1 && bStep == 1 {
          for i in 0..<count { y[i] = Float(f(Double(a[i]), Double(b[i]))) }
        } else {
          for i in 0..<count { y[i] = Float(f(Double(a[i &* aStep]), Double(b[i &* bStep]))) }
        }
      }
    case .formula:
      return try combinedRows(with: other) { (y: UnsafeMutablePointer<Formula>, a, aStep, b, bStep, count) in
        for i in 0..<count { y[i] = formulas(a[i * aStep], b[i * bStep]) }
      }
    }
  }

  /// A few elements of equal shapes and kinds, without anything that costs more than the elements themselves; nil for
  /// other tensors.
  @inline(__always)
  private func combinedFew(with other: Tensor, _ f: (Double, Double) -> Double) throws -> Tensor? {
    let count = storage.count
    guard count < Self.fewElements, count == other.storage.count, shape == other.shape,
      let a = storage.rows.load(ordering: .acquiring), let b = other.storage.rows.load(ordering: .acquiring)
    else { return nil }
    defer {
      withExtendedLifetime(storage) {}
      withExtendedLifetime(other.storage) {}
    }
    // Patterns are compared in place; `==` is a call.
    switch (storage.kind, other.storage.kind) {
    case (.float64, .float64), (.float32, .float32): break
    default: return nil
    }
    let y = try Storage(unwritten: storage.kind, count: count)
    if case .float32 = storage.kind {
      Self.combine(y, a, b, as: Float.self) { Float(f(Double($0), Double($1))) }
    } else {
      Self.combine(y, a, b, as: Double.self) { f($0, $1) }
    }
    return Tensor(storage: y, shape: shape)
  }

  /// The same for a few elements and a number.
  @inline(__always)
  private func combinedFew(with number: Double, _ f: (Double, Double) -> Double) throws -> Tensor? {
    let count = storage.count
    guard count < Self.fewElements, let x = storage.rows.load(ordering: .acquiring) else { return nil }
    defer { withExtendedLifetime(storage) {} }
    if case .formula = storage.kind { return nil }
    let y = try Storage(unwritten: storage.kind, count: count)
    if case .float32 = storage.kind {
      Self.combine(y, x, x, as: Float.self) { x, _ in Float(f(Double(x), number)) }
    } else {
      Self.combine(y, x, x, as: Double.self) { x, _ in f(x, number) }
    }
    return Tensor(storage: y, shape: shape)
  }

  @inline(__always)
  private static func combine<Element>(
    _ result: Storage, _ a: UnsafeMutableRawPointer, _ b: UnsafeMutableRawPointer, as _: Element.Type,
    _ f: (Element, Element) -> Element
  ) {
    guard let y = result.rows.load(ordering: .relaxed)?.assumingMemoryBound(to: Element.self) else { return }
    let (a, b) = (a.assumingMemoryBound(to: Element.self), b.assumingMemoryBound(to: Element.self))
    for i in 0..<result.count { y[i] = f(a[i], b[i]) }
  }

  private func combined(
    with number: Double, _ operation: Elementwise.NumberOperation, numbers f: (Double, Double) -> Double,
    formulas: (Formula, Formula) -> Formula
  ) throws -> Tensor {
    if let y = try combinedFew(with: number, f) { return y }
    if let y = try pairs(operation, with: number) { return y }
    let count = count
    switch kind {
    case .float64:
      return try .unwritten(shape, from: self, as: Double.self) { y, x in
        try inBlocks(count) { for i in $0 { y[i] = f(x[i], number) } }
      }
    case .float32:
      return try .unwritten(shape, from: self, as: Float.self) { y, x in
        try inBlocks(count) { for i in $0 { y[i] = Float(f(Double(x[i]), number)) } }
      }
    case .formula:
      let constant = Formula(number: number)
      return try .unwritten(shape, from: self, as: Formula.self) { y, x in
        for i in 0..<count { y[i] = formulas(x[i], constant) }
      }
    }
  }
}
