/// Shows how a result was computed, step by step, and how its gradient flows back: what the circuit diagrams of lectures
/// show.
///
/// ```
/// downstream = upstream · local        upstream = ∂result/∂output,  local = ∂output/∂input
/// ```
///
/// ```swift
/// let x = Tensor([-2]).requiringGradient()
/// let z = Tensor([-4]).requiringGradient()
/// computationGraph(of: (x + 5) * z).operators  // ["variable", "variable", "+", "*"]
/// ```
///
/// Printed, the graph is a table with a line for each step. Only steps that gradients flow through are recorded, so
/// constants have no line.
///
/// - Parameters:
///   - result: Where the computation ended. Its recording is not used up.
///   - upstream: The gradient that comes into the result, of its shape; 1 for all elements if nothing is given.
/// - Returns: The steps in the order in which they were computed.
/// - Source: [Trinity] "Backpropagation: summary".
package func computationGraph(of result: Tensor, upstream: Tensor? = nil) throws -> ComputationGraph {
  try ComputationGraph(of: result, upstream: upstream)
}

/// A computation as a graph of steps, with the gradients that flow back through it.
///
/// ```swift
/// let x = Tensor([3]).requiringGradient()
/// print(computationGraph(of: x * x).operators)  // ["variable", "*"]
/// ```
public struct ComputationGraph: CustomStringConvertible {
  /// One step: a variable, or an operator with what it was applied to.
  package struct Node {
    /// The operator as a learner types it; `variable` for what was there before.
    package let function: String
    /// What the learner calls it, where that is known.
    package let name: String?
    package let shape: [Int]
    package let dtype: DType
    /// What came out; nil where it was written to afterwards.
    package let value: Tensor?
    /// `∂result/∂this`; nil where no gradient arrives.
    package let upstream: Tensor?
    /// What the operator was applied to, as far as gradients flow there.
    package let inputs: [Input]
  }

  /// The way back from a step to one of its inputs.
  package struct Input {
    /// The position of the step that the input came from.
    package let source: Int
    package let local: LocalGradient?
    /// The part of the source's gradient that comes this way; nil where no gradient arrives.
    package let downstream: Tensor?
  }

  /// How the output of a step changes with one of its inputs.
  package enum LocalGradient {
    /// Every element of the output depends on its own element of the input only: a factor for each.
    case factors(Tensor)
    /// Elements meet several others: a matrix with a row for each element of the output, and a column for each of the
    /// input.
    case jacobian(output: [Int], input: [Int])
  }

  /// In the order of the computation: inputs stand before what was computed from them.
  package let nodes: [Node]

  /// The names of the steps, in their order.
  ///
  /// ```swift
  /// let x = Tensor([1, 2]).requiringGradient()
  /// computationGraph(of: (x * 3).sum()).operators  // ["variable", "*", "sum"]
  /// ```
  public var operators: [String] { nodes.map(\.function) }

  /// - Parameter names: What the learner calls some of the tensors.
  package init(of result: Tensor, upstream: Tensor? = nil, names: [(name: String, tensor: Tensor)] = []) throws {
    guard let last = result.node else { throw result.notRecorded("computationGraph(of:)") }
    let upstream = try upstream?.detached() ?? Tensor.full(result.shape, value: 1).converted(to: result.kind)
    try result.requireShape(ofUpstream: upstream)
    var gradients: [ObjectIdentifier: (upstream: Tensor, downstream: [Tensor])] = [:]
    let recorded: [GradientNode] = try unrecorded {
      let nodes = try recordedSteps(before: last)
      try sendGradients(from: last, upstream, through: nodes) { node, dy, downstream in
        gradients[ObjectIdentifier(node)] = (dy, downstream)
      }
      return nodes.reversed()
    }
    let positions = Dictionary(uniqueKeysWithValues: recorded.enumerated().map { (ObjectIdentifier($1), $0) })
    nodes = try unrecorded {
      try recorded.map { node in
        let gradients = gradients[ObjectIdentifier(node)]
        return Node(
          function: node.function, name: names.first { $0.tensor.node === node }?.name, shape: node.shape,
          dtype: node.kind == .float32 ? .float32 : .float64,
          value: node.value.map { Tensor(storage: $0, shape: node.shape) }, upstream: gradients?.upstream,
          inputs: try node.inputs.enumerated().compactMap { index, input in
            guard let source = input.node, let position = positions[ObjectIdentifier(source)] else { return nil }
            return Input(
              source: position, local: try gradients.map { _ in try LocalGradient(of: node, to: input, at: source) },
              downstream: gradients?.downstream[index])
          })
      }
    }
  }
}

extension ComputationGraph.LocalGradient {
  /// Two upstream gradients tell: if each element goes its own way, `local(u) = u · local(1)` for any u.
  fileprivate init(of node: GradientNode, to input: InputGradient, at source: GradientNode) throws {
    let ones = try Tensor.full(node.shape, value: 1).converted(to: node.kind)
    self = .jacobian(output: node.shape, input: source.shape)
    guard node.shape == source.shape || (ones.count == 1 && source.shape.allSatisfy { $0 == 1 }), ones.count > 0 else {
      return
    }
    let factors = try input.gradient(from: ones, at: node)
    guard ones.count > 1 else {
      self = .factors(factors)
      return
    }
    let random = try Tensor.uniform(node.shape, low: 0.5, seed: 1).converted(to: node.kind)
    let (sent, scaled) = (try input.gradient(from: random, at: node), try factors.multiplied(by: random))
    let tolerance = node.kind == .float32 ? 1e-5 : 1e-12
    let isEachItsOwn = allPlaces(sent.count) { place in
      let (a, b) = (sent.number(place), scaled.number(place))
      return a == b || (a - b).magnitude <= tolerance * max(a.magnitude, b.magnitude) || (a.isNaN && b.isNaN)
    }
    if isEachItsOwn { self = .factors(factors) }
  }
}
