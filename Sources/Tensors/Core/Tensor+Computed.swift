/// How functions of the engine make tensors: a new one of zeros, filled through pointers.
///
/// The pointers are valid inside `body` only.
extension Tensor {
  /// A new tensor that `body` fills. It starts with zeros.
  package static func computed<Element: TensorElement>(
    _ shape: [Int], as _: Element.Type, _ body: (UnsafeMutablePointer<Element>) throws -> Void
  ) throws -> Tensor {
    let y = try Tensor(zeros: shape, kind: Element.kind)
    try withExtendedLifetime(y.storage) {
      try body(y.storage.base.assumingMemoryBound(to: Element.self))
    }
    if Element.kind == .formula { try y.requireReadableFormulas() }
    return y
  }

  /// A new tensor whose elements `body` writes, every one of them: nothing was written before.
  package static func unwritten<Element: TensorElement>(
    _ shape: [Int], as _: Element.Type, _ body: (UnsafeMutablePointer<Element>) throws -> Void
  ) throws -> Tensor {
    let y = Tensor(storage: try Storage(unwritten: Element.kind, count: count(of: shape)), shape: shape)
    try withExtendedLifetime(y.storage) {
      try body(y.storage.base.assumingMemoryBound(to: Element.self))
    }
    if Element.kind == .formula { try y.requireReadableFormulas() }
    return y
  }

  /// The same from the elements of `x`.
  static func unwritten<Element: TensorElement>(
    _ shape: [Int], from x: Tensor, as _: Element.Type,
    _ body: (_ y: UnsafeMutablePointer<Element>, _ x: UnsafePointer<Element>) throws -> Void
  ) throws -> Tensor {
    try x.withElements(as: Element.self) { x in
      try unwritten(shape, as: Element.self) { y in try body(y, x) }
    }
  }

  /// The same from the elements of `a` and `b`.
  static func unwritten<Element: TensorElement>(
    _ shape: [Int], from a: Tensor, _ b: Tensor, as _: Element.Type,
    _ body: (_ y: UnsafeMutablePointer<Element>, _ a: UnsafePointer<Element>, _ b: UnsafePointer<Element>) throws ->
      Void
  ) throws -> Tensor {
    try a.withElements(as: Element.self) { a in
      try b.withElements(as: Element.self) { b in
        try unwritten(shape, as: Element.self) { y in try body(y, a, b) }
      }
    }
  }

  /// Changes the elements in place; they are of the kind that is named. Not recorded.
  package mutating func changeElements<Element: TensorElement>(
    as _: Element.Type, _ body: (UnsafeMutablePointer<Element>) throws -> Void
  ) throws {
    precondition(kind == Element.kind)
    if !isKnownUniquelyReferenced(&storage) { storage = try storage.copy() }
    try withExtendedLifetime(storage) {
      try body(storage.writableBase.assumingMemoryBound(to: Element.self))
    }
  }

  /// A new tensor that `body` fills from the elements of `x`.
  package static func computed<Element: TensorElement>(
    _ shape: [Int], from x: Tensor, as _: Element.Type,
    _ body: (_ y: UnsafeMutablePointer<Element>, _ x: UnsafePointer<Element>) throws -> Void
  ) throws -> Tensor {
    try x.withElements(as: Element.self) { x in
      try computed(shape, as: Element.self) { y in try body(y, x) }
    }
  }

  /// A new tensor that `body` fills from the elements of `a` and `b`.
  package static func computed<Element: TensorElement>(
    _ shape: [Int], from a: Tensor, _ b: Tensor, as _: Element.Type,
    _ body: (_ y: UnsafeMutablePointer<Element>, _ a: UnsafePointer<Element>, _ b: UnsafePointer<Element>) throws ->
      Void
  ) throws -> Tensor {
    try a.withElements(as: Element.self) { a in
      try b.withElements(as: Element.self) { b in
        try computed(shape, as: Element.self) { y in try body(y, a, b) }
      }
    }
  }

  /// Calls `body` with the elements, converted where they are of another kind.
  package func withElements<Element: TensorElement, Result>(
    as _: Element.Type, _ body: (UnsafePointer<Element>) throws -> Result
  ) throws -> Result {
    let storage = kind == Element.kind ? storage : try converted(to: Element.kind).storage
    return try withExtendedLifetime(storage) {
      try body(UnsafePointer(storage.base.assumingMemoryBound(to: Element.self)))
    }
  }
}

/// The kind that holds the elements of both.
package func commonType(_ a: Tensor, _ b: Tensor) -> any TensorElement.Type { Swift.max(a.kind, b.kind).type }
