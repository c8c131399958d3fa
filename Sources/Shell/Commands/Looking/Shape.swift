import Bindings
import Tensors

extension Command {
  static let shape = Command(
    "shape", arguments: "EXPRESSION", .looking, "the shape of a tensor and the type of its numbers",
    examples: [":shape conv2d(x, kernel: f)"], takes: [.code], isQuestion: true
  ) { repl, arguments in
    guard let tensor = repl.tensor(arguments) else { return }
    let kind = tensor.isSymbolic ? "of symbols" : tensor.dtype.rawValue
    repl.screen.line("\(tensor.shape) \(kind), \(counted(tensor.count, "element"))")
  }
}
