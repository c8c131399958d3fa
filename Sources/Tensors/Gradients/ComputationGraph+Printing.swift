extension ComputationGraph {
  /// A table with a line for each step:
  ///
  ///     step  operator  of    value  upstream  local → downstream
  ///     1     variable        -2     -4
  ///     2     variable        5      -4
  ///     3     +         1, 2  3      -4        to 1: 1 → -4, to 2: 1 → -4
  ///     4     variable        -4     3
  ///     5     *         3, 4  -12    1         to 3: -4 → -4, to 4: 3 → 3
  public var description: String {
    var rows = [["step", "operator", "of", "value", "upstream", "local → downstream"]]
    for (position, node) in nodes.enumerated() {
      rows.append([
        "\(position + 1)", Self.title(node), node.inputs.map { "\($0.source + 1)" }.joined(separator: ", "),
        node.value.map(Self.text) ?? Self.text(node.shape), node.upstream.map(Self.text) ?? "none",
        node.inputs.compactMap(Self.text).joined(separator: ", "),
      ])
    }
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let line = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
  }

  /// `x`, `q = +`, `conv2d`
  private static func title(_ node: Node) -> String {
    guard let name = node.name else { return node.function }
    return node.inputs.isEmpty ? name : "\(name) = \(node.function)"
  }

  private static func text(_ input: Input) -> String? {
    guard let local = input.local, let downstream = input.downstream else { return nil }
    return "to \(input.source + 1): \(text(local)) → \(text(downstream))"
  }

  private static func text(_ local: LocalGradient) -> String {
    switch local {
    case .factors(let factors): text(factors)
    case .jacobian(let output, let input): "matrix \(count(output))×\(count(input))"
    }
  }

  /// A number as it is, a short row with its elements, others with their shape.
  private static func text(_ tensor: Tensor) -> String {
    if tensor.isSymbolic || tensor.count > 4 || tensor.rank > 1 && tensor.count > 1 { return text(tensor.shape) }
    let numbers = (0..<tensor.count).map { shortText(tensor.number($0)) }
    return tensor.count == 1 ? numbers[0] : "[" + numbers.joined(separator: ", ") + "]"
  }

  private static func text(_ shape: [Int]) -> String { "shape \(shape)" }

  private static func count(_ shape: [Int]) -> Int { shape.reduce(1, *) }
}
