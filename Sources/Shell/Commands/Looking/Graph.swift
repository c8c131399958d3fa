import Bindings
import Interpreter
import Tensors

extension Command {
  static let graph = Command(
    "graph", arguments: "EXPRESSION", .looking, "how a result was computed, and how its gradient flows back",
    details: """
      A line for each step that gradients flow through: what it gave, the gradient that arrives there (upstream), and \
      for each of its inputs the local gradient and what goes on to it: downstream = upstream · local. Look before \
      `backward()`, which uses the recording up.
      """, examples: [":graph loss", ":graph (x * w).sum()"], takes: [.code], isQuestion: true
  ) { repl, arguments in repl.graph(arguments) }
}

extension Repl {
  fileprivate func graph(_ expression: String) {
    guard let tensor = tensor(expression) else { return }
    let names = session.variables.compactMap { variable in variable.value.tensor.map { (variable.name, $0) } }
    do {
      let graph = try ComputationGraph(of: tensor, names: names)
      let lines = graph.description.split(separator: "\n").map(String.init)
      if lines.allSatisfy({ $0.terminalWidth <= screen.output.width }) {
        for (index, line) in lines.enumerated() { screen.line(line, index == 0 ? .dim : .none) }
      } else {
        for step in GraphStep.steps(of: graph) { show(step) }
      }
    } catch {
      fail("\(error)")
    }
  }

  /// A step on lines of its own, where the table is wider than the screen.
  private func show(_ step: GraphStep) {
    screen.line(StyledText(step.title, .bold).cut(to: screen.output.width))
    for (name, text) in step.facts {
      let front = StyledText("     " + padded(name, to: 10), .dim)
      let indent = StyledText(String(repeating: " ", count: 15))
      for line in StyledText(text).wrapped(width: screen.output.width, first: front, indent: indent) {
        screen.line(line)
      }
    }
  }
}

/// One step of a graph in words.
private struct GraphStep {
  var title: String
  var facts: [(name: String, text: String)]

  static func steps(of graph: ComputationGraph) -> [GraphStep] {
    graph.nodes.enumerated().map { position, node in
      let inputs = node.inputs.map { "\($0.source + 1)" }.joined(separator: ", ")
      let name = node.name.map { node.inputs.isEmpty ? $0 : "\($0) = \(node.function)" } ?? node.function
      var facts = [
        ("value", node.value.map(short) ?? "shape \(node.shape)"), ("upstream", node.upstream.map(short) ?? "none"),
      ]
      for input in node.inputs {
        guard let local = input.local, let downstream = input.downstream else { continue }
        facts.append(("to \(input.source + 1)", "\(short(local)) → \(short(downstream))"))
      }
      return GraphStep(title: "\(position + 1)  \(name)" + (inputs.isEmpty ? "" : " of \(inputs)"), facts: facts)
    }
  }

  private static func short(_ tensor: Tensor) -> String {
    if tensor.isSymbolic || tensor.count > 4 || tensor.count == 0 { return "shape \(tensor.shape)" }
    let numbers = (0..<tensor.count).map { shortText(tensor.number($0)) }
    return tensor.count == 1 ? numbers[0] : "[" + numbers.joined(separator: ", ") + "]"
  }

  private static func short(_ local: ComputationGraph.LocalGradient) -> String {
    switch local {
    case .factors(let factors): short(factors)
    case .jacobian(let output, let input): "matrix \(output.reduce(1, *))×\(input.reduce(1, *))"
    }
  }
}
