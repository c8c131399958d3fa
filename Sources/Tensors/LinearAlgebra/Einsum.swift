/// Sums products over indices, as in Einstein's notation: a letter for each axis, and letters that do not stand behind
/// the arrow are summed over.
///
/// ```
/// "ij,jk->ik":  y[i, k] = Σ j  a[i, j] · b[j, k]        da[i, j] = Σ k  dy[i, k] · b[j, k]
/// ```
///
/// ```swift
/// let a = Tensor([[1, 2], [3, 4]])
/// einsum("ij,jk->ik", [a, Tensor([[1], [10]])]).elements  // [21.0, 43.0]
/// ```
///
/// - Parameters:
///   - formula: The axes of each tensor, separated by commas, an arrow, and the axes of the result. A letter may stand
///     twice in one tensor: that is its diagonal.
///   - tensors: As many as the formula names.
/// - Returns: A tensor with an axis for each letter behind the arrow.
/// - Source: NumPy's `einsum`. The arrow is always written here.
package func einsum(_ formula: String, _ tensors: [Tensor]) throws -> Tensor {
  let contraction = try Contraction(formula, tensors)
  return try contraction.result(tensors)
}

/// Sums over axes of one tensor, or puts them into another order.
///
/// ```swift
/// einsum("ij->j", Tensor([[1, 2], [3, 4]])).elements  // [4.0, 6.0]
/// einsum("ii->i", Tensor([[1, 2], [3, 4]])).elements  // [1.0, 4.0]
/// ```
package func einsum(_ formula: String, _ a: Tensor) throws -> Tensor {
  try einsum(formula, [a])
}

/// Sums products of two tensors over indices.
///
/// ```swift
/// einsum("ij,j->i", Tensor([[1, 2], [3, 4]]), Tensor([1, 10])).elements  // [21.0, 43.0]
/// ```
package func einsum(_ formula: String, _ a: Tensor, _ b: Tensor) throws -> Tensor {
  try einsum(formula, [a, b])
}

/// Sums products of three tensors over indices.
///
/// ```swift
/// einsum("i,ij,j->", Tensor([1, 2]), Tensor([[1, 2], [3, 4]]), Tensor([1, 10])).item()  // 107.0
/// ```
package func einsum(_ formula: String, _ a: Tensor, _ b: Tensor, _ c: Tensor) throws -> Tensor {
  try einsum(formula, [a, b, c])
}

/// What an `einsum` computes: sizes for letters, and letters for the axes of tensors.
///
/// The gradient of a factor is a sum of the same kind, with the result's gradient in the factor's place, and the factor's
/// letters behind the arrow.
private struct Contraction {
  let sizes: [Character: Int]
  let factors: [[Character]]
  let target: [Character]

  init(sizes: [Character: Int], factors: [[Character]], target: [Character]) {
    self.sizes = sizes
    self.factors = factors
    self.target = target
  }

  init(_ formula: String, _ tensors: [Tensor]) throws {
    let text = formula.filter { $0 != " " }
    let sides = text.split(separator: "->", omittingEmptySubsequences: false)
    guard sides.count == 2 else {
      throw TensorError("einsum needs one arrow, as in \"ij,jk->ik\", and got \"\(formula)\"")
    }
    let parts = sides[0].split(separator: ",", omittingEmptySubsequences: false).map(Array.init)
    if let odd = (parts.joined() + Array(sides[1])).first(where: { !$0.isLetter }) {
      throw TensorError("einsum names axes with letters, and got '\(odd)' in \"\(formula)\"")
    }
    guard parts.count == tensors.count else {
      throw TensorError(
        "\"\(formula)\" is for \(counted(parts.count, "tensor")), and einsum got \(tensors.count)")
    }
    var sizes: [Character: Int] = [:]
    for (number, (part, tensor)) in zip(parts, tensors).enumerated() {
      try tensor.requireNumbers(for: "einsum")
      guard part.count == tensor.rank else {
        throw TensorError(
          "\"\(formula)\" has \(counted(part.count, "letter")) for tensor \(number), which has shape \(tensor.shape)")
      }
      for (letter, size) in zip(part, tensor.shape) {
        guard sizes[letter, default: size] == size else {
          throw TensorError(
            "einsum meets two sizes for '\(letter)' of \"\(formula)\": \(sizes[letter] ?? 0), and \(size) in tensor \(number) "
              + "of shape \(tensor.shape)")
        }
        sizes[letter] = size
      }
    }
    var seen: Set<Character> = []
    for letter in sides[1] {
      guard sizes[letter] != nil else {
        throw TensorError("the letter '\(letter)' behind the arrow of \"\(formula)\" stands nowhere before it")
      }
      guard seen.insert(letter).inserted else {
        throw TensorError("the letter '\(letter)' stands twice behind the arrow of \"\(formula)\"")
      }
    }
    self.init(sizes: sizes, factors: parts, target: Array(sides[1]))
  }

  func result(_ tensors: [Tensor]) throws -> Tensor {
    let y = try computed(tensors)
    guard tensors.contains(where: \.isRecording) else { return y }
    return try record(
      "einsum", y,
      tensors.indices.map { position in
        .gradient(to: tensors[position]) { dy in
          var (letters, inputs) = (factors, tensors)
          (letters[position], inputs[position]) = (target, dy)
          return try Contraction(sizes: sizes, factors: letters, target: factors[position]).result(inputs)
        }
      })
  }

  /// `y[target] += Π x[factor]` for all values of all letters.
  private func computed(_ tensors: [Tensor]) throws -> Tensor {
    let kind = tensors.reduce(ElementKind.float32) { max($0, $1.kind) }
    // The result's letters first, those that are summed over last.
    let letters = target.reduce(into: [Character]()) { if !$0.contains($1) { $0.append($1) } }
    let order = letters + sizes.keys.filter { !letters.contains($0) }.sorted()
    let space = order.map { sizes[$0] ?? 1 }
    guard
      space.reduce(
        (1, false),
        { product, size in
          let (count, overflow) = product.0.multipliedReportingOverflow(by: max(size, 1))
          return (count, product.1 || overflow)
        }
      ).1 == false
    else {
      throw TensorError("einsum would add up more products than a computer can count")
    }
    let shape = target.map { sizes[$0] ?? 1 }
    let targetSteps = steps(of: target, order)
    let factorSteps = factors.map { steps(of: $0, order) }
    let total = space.reduce(1, *)
    let inputs = try tensors.map { try $0.detached().converted(to: .float64) }
    return try withExtendedLifetime(inputs) {
      let bases = inputs.map { UnsafePointer($0.storage.base.assumingMemoryBound(to: Double.self)) }
      return try Tensor.computed(shape, as: Double.self) { y in
        var index = [Int](repeating: 0, count: order.count)
        var places = [Int](repeating: 0, count: bases.count + 1)
        let allSteps = factorSteps + [targetSteps]
        var work = 0
        for _ in 0..<total {
          var product = 1.0
          for (base, place) in zip(bases, places) { product *= base[place] }
          y[places[bases.count]] += product
          try Interruption.poll(afterWork: &work, of: 20 * (bases.count + 1))
          // Counts like an odometer.
          for axis in order.indices.reversed() {
            index[axis] += 1
            for number in allSteps.indices { places[number] += allSteps[number][axis] }
            if index[axis] < space[axis] { break }
            for number in allSteps.indices { places[number] -= allSteps[number][axis] * space[axis] }
            index[axis] = 0
          }
        }
      }
    }.converted(to: kind)
  }

  /// How far a tensor's position moves with each letter of `order`; a letter that stands twice moves along both axes.
  private func steps(of letters: [Character], _ order: [Character]) -> [Int] {
    let strides = rowMajorStrides(letters.map { sizes[$0] ?? 1 })
    return order.map { letter in zip(letters, strides).reduce(0) { $1.0 == letter ? $0 + $1.1 : $0 } }
  }
}
