/// Functions of one element, or of two elements that meet.
///
/// Numbers are computed in double precision and rounded to the tensor's dtype. For `+ - * /` and the square root that is
/// exactly the `float32` operation. For many `float32` elements there are faster loops, `Tensor+Kernels.swift`; those of
/// `exp`, `tanh` and `sigmoid` are up to 3 units in the last place off.
///
/// `f` is called for every element, so it has to become part of the loop: the loops are inlinable, and hand themselves,
/// one row or block at a time, to a function that need not be.
extension Tensor {
  /// `f` of every element. `function` is the name that the learner typed.
  @inlinable
  package func mapped(_ function: String, _ f: (Double) -> Double) throws -> Tensor {
    try mapped(
      function,
      doubles: { y, x, count in for i in 0..<count { y[i] = f(x[i]) } },
      floats: { y, x, count in for i in 0..<count { y[i] = Float(f(Double(x[i]))) } })
  }

  /// `f` of every pair of elements that meet; shapes broadcast.
  @inlinable
  package func combined(_ function: String, with other: Tensor, _ f: (Double, Double) -> Double) throws -> Tensor {
    try combined(
      function, with: other,
      doubles: { y, a, aStep, b, bStep, count in
        if aStep == 1 && bStep == 1 {
          for i in 0..<count { y[i] = f(a[i], b[i]) }
        } else {
          for i in 0..<count { y[i] = f(a[i &* aStep], b[i &* bStep]) }
        }
      },
      floats: { y, a, aStep, b, bStep, count in
        if aStep == 1 && bStep == 1 {
          for i in 0..<count { y[i] = Float(f(Double(a[i]), Double(b[i]))) }
        } else {
          for i in 0..<count { y[i] = Float(f(Double(a[i &* aStep]), Double(b[i &* bStep]))) }
        }
      })
  }

  @usableFromInline
  package func mapped(
    _ function: String,
    doubles: (_ y: UnsafeMutablePointer<Double>, _ x: UnsafePointer<Double>, _ count: Int) -> Void,
    floats: (_ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ count: Int) -> Void
  ) throws -> Tensor {
    try requireNumbers(for: function)
    if kind == .float32 {
      return try .unwritten(shape, from: self, as: Float.self) { y, x in
        try inBlocks(count) { floats(y + $0.lowerBound, x + $0.lowerBound, $0.count) }
      }
    }
    return try .unwritten(shape, from: self, as: Double.self) { y, x in
      try inBlocks(count) { doubles(y + $0.lowerBound, x + $0.lowerBound, $0.count) }
    }
  }

  /// A loop over one row of two tensors; a step of 0 repeats one element.
  package typealias RowLoop<Element> = (
    _ y: UnsafeMutablePointer<Element>, _ a: UnsafePointer<Element>, _ aStep: Int, _ b: UnsafePointer<Element>,
    _ bStep: Int, _ count: Int
  ) -> Void

  @usableFromInline
  package func combined(
    _ function: String, with other: Tensor,
    doubles: (
      UnsafeMutablePointer<Double>, UnsafePointer<Double>, Int, UnsafePointer<Double>, Int, Int
    ) -> Void,
    floats: (
      UnsafeMutablePointer<Float>, UnsafePointer<Float>, Int, UnsafePointer<Float>, Int, Int
    ) -> Void
  ) throws -> Tensor {
    try requireNumbers(for: function)
    try other.requireNumbers(for: function)
    return kind == .float32 && other.kind == .float32
      ? try combinedRows(with: other, floats) : try combinedRows(with: other, doubles)
  }

  /// Calls `loop` for every row of the common shape, or for blocks of all elements where the shapes are equal.
  @specialized(where Element == Float)
  @specialized(where Element == Double)
  func combinedRows<Element: TensorElement>(with other: Tensor, _ loop: RowLoop<Element>) throws -> Tensor {
    // For a few elements the way through closures takes several times as long as the elements themselves.
    if count <= Self.fewElements, shape == other.shape, kind == Element.kind, other.kind == Element.kind, !isSymbolic {
      let y = Tensor(storage: try Storage(unwritten: kind, count: count), shape: shape)
      func elements(_ tensor: Tensor) -> UnsafeMutablePointer<Element> {
        tensor.storage.base.assumingMemoryBound(to: Element.self)
      }
      withExtendedLifetime((self, other, y)) { loop(elements(y), elements(self), 1, elements(other), 1, count) }
      return y
    }
    let target = try broadcastShape(shape, other.shape)
    return try .unwritten(target, from: self, other, as: Element.self) { y, a, b in
      if shape == other.shape {
        return try inBlocks(count) { loop(y + $0.lowerBound, a + $0.lowerBound, 1, b + $0.lowerBound, 1, $0.count) }
      }
      let (aStrides, bStrides) = (broadcastStrides(shape, to: target), broadcastStrides(other.shape, to: target))
      let (aStep, bStep) = (aStrides.last ?? 0, bStrides.last ?? 0)
      try forEachRow(of: target, aStrides, bStrides) { row, left, right, count in
        loop(y + row, a + left, aStep, b + right, bStep, count)
      }
    }
  }
}
