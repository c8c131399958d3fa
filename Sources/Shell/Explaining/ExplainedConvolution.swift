import Bindings
import Interpreter
import Operators
import Tensors

/// A convolution that the learner wrote, with the tensors and the geometry that it has now.
struct ExplainedConvolution {
  /// As it was written.
  let name: String
  let x: Tensor
  let kernel: Tensor
  let bias: Tensor?
  let geometry: ConvolutionGeometry
  /// Leading axes that the learner's tensors do not have: 2 for matrices.
  let hiddenAxes: Int
  /// The kernel stands here turned by 180 degrees.
  let isTurned: Bool

  static let names = ["conv2d", "correlate2d", "convolve2d", "conv1d", "conv3d"]

  struct Problem: Error { let message: String }

  /// - Parameter value: Evaluates an argument's text.
  init(_ call: CallText, value: (String) throws -> Value) throws {
    var labelled: [String: String] = [:]
    var plain: [String] = []
    for argument in call.arguments {
      if let label = argument.label { labelled[label] = argument.text } else { plain.append(argument.text) }
    }
    func tensor(_ text: String?) throws -> Tensor? {
      guard let text else { return nil }
      guard let tensor = try value(text).tensor else { throw Problem(message: "'\(text)' is not a tensor") }
      return tensor.detached()
    }
    func integer(_ label: String, _ standard: Int) throws -> Int {
      guard let text = labelled[label] else { return standard }
      guard case .int(let number) = try value(text) else {
        throw Problem(message: "'\(label): \(text)' is not a whole number")
      }
      return number
    }
    func integers(_ label: String, _ count: Int) throws -> [Int] {
      guard let text = labelled[label] else { return Array(repeating: 1, count: count) }
      guard case .ints(let numbers) = try value("(\(text)) as [Int]") else {
        throw Problem(message: "'\(label): \(text)' is not a list of whole numbers")
      }
      return numbers
    }
    let isMatrix = ["correlate2d", "convolve2d"].contains(call.name)
    guard let x = try tensor(plain.first), let k = try tensor(isMatrix ? plain.dropFirst().first : labelled["kernel"])
    else { throw Problem(message: "`\(call.name)` needs an input and a kernel") }
    name = call.name
    if isMatrix {
      (self.x, hiddenAxes, bias) = (try x.asImage(), 2, nil)
      isTurned = call.name == "convolve2d"
      kernel = try isTurned ? k.rotated180().asImage() : k.asImage()
      let zeros = Self.zeros(mode: labelled["mode"] ?? "", k.shape, isTurned: isTurned)
      geometry = try ConvolutionGeometry(
        input: self.x.shape, kernel: kernel.shape, strides: [1, 1],
        padding: .zeros(before: zeros.before, after: zeros.after), dilations: [1, 1])
      return
    }
    (self.x, kernel, bias, hiddenAxes, isTurned) = (x, k, try tensor(labelled["bias"]), 0, false)
    let axes = call.name == "conv1d" ? 1 : call.name == "conv3d" ? 3 : 2
    let groups = try integer("groups", 1)
    if let text = labelled["padding"], Int(text) == nil, let padding = try? value("(\(text)) as Padding").padding {
      geometry = try ConvolutionGeometry(
        input: x.shape, kernel: k.shape, axes: axes, strides: integers("strides", axes), padding: padding,
        dilations: integers("dilations", axes), groups: groups)
    } else {
      geometry = try ConvolutionGeometry(
        input: x.shape, kernel: k.shape, axes: axes, stride: integer("stride", 1), padding: integer("padding", 0),
        dilation: integer("dilation", 1), groups: groups)
    }
  }

  /// The zeros around a matrix, as `correlate2d` and `convolve2d` put them.
  private static func zeros(mode: String, _ kernel: [Int], isTurned: Bool) -> (before: [Int], after: [Int]) {
    switch mode.split(separator: ".").last {
    case "full": return (kernel.map { $0 - 1 }, kernel.map { $0 - 1 })
    case "same":
      let (fewer, more) = (kernel.map { ($0 - 1) / 2 }, kernel.map { $0 / 2 })
      return isTurned ? (more, fewer) : (fewer, more)
    default: return ([0, 0], [0, 0])
    }
  }

  /// Indices as the engine counts them, with those of the axes that the learner's tensors do not have.
  func complete(_ indices: [Int]) -> [Int] { Array(repeating: 0, count: hiddenAxes) + indices }

  func shown(_ indices: [Int]) -> [Int] { Array(indices.dropFirst(hiddenAxes)) }
}

extension Tensor {
  fileprivate func asImage() throws -> Tensor {
    guard rank == 2 else { throw TensorError("a matrix has 2 axes, and this tensor has shape \(shape)") }
    return try reshaped([1, 1] + shape)
  }
}
