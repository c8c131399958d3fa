/// Numbers in a grid of any number of axes.
///
/// ```swift
/// let x = Tensor([[1, 2, 3], [4, 5, 6]])
/// x.shape  // [2, 3]
/// x[1, 0]  // 4.0
/// ```
///
/// A tensor is a value: `var y = x` is a tensor of its own, and changing `y` leaves `x` as it was. The elements lie row
/// after row, the last axis first. Images are `[N, C, H, W]`: image, channel, row, column.
public struct Tensor {
  package var storage: Storage
  /// The size of each axis.
  ///
  /// ```swift
  /// Tensor([[1, 2, 3], [4, 5, 6]]).shape  // [2, 3]
  /// ```
  public let shape: [Int]
  /// Where this tensor stands in the recording of a computation; nil if it is not recorded.
  package var node: GradientNode?

  package init(storage: Storage, shape: [Int], node: GradientNode? = nil) {
    self.storage = storage
    self.shape = shape
    self.node = node
  }

  /// A tensor of zeros of the given kind.
  package init(zeros shape: [Int], kind: ElementKind) throws {
    storage = try Storage(kind, count: Tensor.count(of: shape))
    self.shape = shape
  }

  private static let axisLimit = 32

  /// How many elements a tensor of `shape` has. Throws where the shape is none.
  static func count(of shape: [Int]) throws -> Int {
    guard shape.count <= axisLimit else {
      throw TensorError("a tensor has at most \(axisLimit) axes, and this one would have \(shape.count)")
    }
    var count = 1
    for size in shape {
      guard size >= 0 else {
        throw TensorError("a tensor cannot have the shape \(shape): a size is 0 or more")
      }
      // Zeros are left out at first, so that no part of a shape overflows later.
      let (product, overflow) = count.multipliedReportingOverflow(by: Swift.max(size, 1))
      guard !overflow else {
        throw TensorError("a tensor of shape \(shape) has more elements than a computer can count")
      }
      count = product
    }
    return shape.contains(0) ? 0 : count
  }
}

// MARK: - What a tensor is

extension Tensor {
  /// The number of axes.
  ///
  /// ```swift
  /// Tensor([[1, 2, 3], [4, 5, 6]]).rank  // 2
  /// ```
  public var rank: Int { shape.count }

  /// The number of elements.
  ///
  /// ```swift
  /// Tensor([[1, 2, 3], [4, 5, 6]]).count  // 6
  /// ```
  public var count: Int { storage.count }

  /// The kind of the numbers, `float32` or `float64`.
  ///
  /// ```swift
  /// Tensor([1, 2]).dtype  // float64
  /// ```
  public var dtype: DType { kind == .float32 ? .float32 : .float64 }

  /// All elements in one list, row after row. Symbols have no numbers: they count as `nan`.
  ///
  /// ```swift
  /// Tensor([[1, 2], [3, 4]]).elements  // [1.0, 2.0, 3.0, 4.0]
  /// ```
  public var elements: [Double] {
    Array(unsafeUninitializedCapacity: count) { to, initialized in
      guard let first = to.baseAddress else { return }
      withExtendedLifetime(storage) {
        // Nobody sees the part that is left when the computation should end.
        while initialized < count, initialized == 0 || !Interruption.isOver {
          let size = Swift.min(count - initialized, Interruption.blockSize)
          if kind == .float64 {
            let from = storage.base.assumingMemoryBound(to: Double.self)
            (first + initialized).initialize(from: from + initialized, count: size)
          } else {
            for i in initialized..<initialized + size { (first + i).initialize(to: number(i)) }
          }
          initialized += size
        }
      }
    }
  }

  package var kind: ElementKind { storage.kind }

  /// The tensor has formulas for elements, and no numbers.
  package var isSymbolic: Bool { kind == .formula }

  /// The element at a position of the row-by-row order, which must be in range.
  package func number(_ position: Int) -> Double {
    switch kind {
    case .float32: Double(storage.base.assumingMemoryBound(to: Float.self)[position])
    case .float64: storage.base.assumingMemoryBound(to: Double.self)[position]
    case .formula: storage.base.assumingMemoryBound(to: Formula.self)[position].number ?? .nan
    }
  }

  /// Writes the element at a position of the row-by-row order, which must be in range. Not recorded.
  package mutating func setNumber(_ position: Int, to value: Double) throws {
    if !isKnownUniquelyReferenced(&storage) { storage = try storage.copy() }
    let base = storage.writableBase
    switch kind {
    case .float32: base.assumingMemoryBound(to: Float.self)[position] = Float(value)
    case .float64: base.assumingMemoryBound(to: Double.self)[position] = value
    case .formula: base.assumingMemoryBound(to: Formula.self)[position] = Formula(number: value)
    }
  }

  /// The indices of a position of the row-by-row order: position 3 of shape `[2, 3]` is `[1, 0]`.
  package func indices(of position: Int) -> [Int] {
    zip(shape, rowMajorStrides(shape)).map { size, stride in position / Swift.max(stride, 1) % Swift.max(size, 1) }
  }

  /// Throws unless the elements are numbers; `function` is the name that the learner typed.
  package func requireNumbers(for function: String) throws {
    if isSymbolic { throw TensorError("\(function) needs numbers, and this tensor holds symbols") }
  }

  /// The same elements as another kind; itself where that is its kind already. Not recorded.
  package func converted(to target: ElementKind) throws -> Tensor {
    if target == kind { return self }
    let result = try Tensor(zeros: shape, kind: target)
    switch target {
    case .float32:
      let to = result.storage.base.assumingMemoryBound(to: Float.self)
      try inBlocks(count) { for i in $0 { to[i] = Float(number(i)) } }
    case .float64:
      let to = result.storage.base.assumingMemoryBound(to: Double.self)
      try inBlocks(count) { for i in $0 { to[i] = number(i) } }
    case .formula:
      let to = result.storage.base.assumingMemoryBound(to: Formula.self)
      try inBlocks(count) { for i in $0 { to[i] = Formula(number: number(i)) } }
    }
    return result
  }

  /// The same tensor with numbers of another kind.
  ///
  /// ```swift
  /// Tensor([0.1]).asType(.float32).elements  // [0.10000000149011612]
  /// ```
  ///
  /// - Parameter dtype: What the numbers become: rounded to about 7 digits for `float32`.
  /// - Returns: A tensor of the same shape.
  package func asType(_ dtype: DType) throws -> Tensor {
    try requireNumbers(for: "asType")
    let target: ElementKind = dtype == .float32 ? .float32 : .float64
    return try recordedConversion(to: target)
  }

  /// The same numbers as another kind, with a way back for gradients; itself where that is its kind already.
  func recordedConversion(to target: ElementKind) throws -> Tensor {
    if target == kind { return self }
    let source = kind
    return try record(
      "asType", converted(to: target), .gradient(to: self) { dy in try dy.recordedConversion(to: source) })
  }

  /// The number in a tensor of one element.
  ///
  /// ```swift
  /// Tensor([[1, 2], [3, 4]]).sum().item()  // 10.0
  /// ```
  ///
  /// - Returns: The element as a `Double`. More elements than one, or none, are an error.
  package func item() throws -> Double {
    try requireNumbers(for: "item()")
    guard count == 1 else {
      throw TensorError("item() needs one element, and this tensor of shape \(shape) has \(count)")
    }
    return number(0)
  }
}
