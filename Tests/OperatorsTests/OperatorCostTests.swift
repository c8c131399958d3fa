import Foundation
import Operators
import Tensors
import Testing

@Suite struct OperatorCostTests {
  /// The lecture's layer: 10 filters of 5x5x3 on 32x32x3, stride 1, padding 2. 760 parameters with the biases; 75
  /// products for each of 32·32·10 outputs.
  @Test func aConvolutionCostsAFilterForEachOutput() throws {
    let g = try ConvolutionGeometry(input: [1, 3, 32, 32], kernel: [10, 3, 5, 5], padding: 2)
    let cost = try #require(OperatorCall(g, hasBias: true).cost)
    #expect(cost == OperatorCost(parameters: 760, multiplyAdds: 768_000, bytes: 4 * (3072 + 760 + 10_240)))
  }

  @Test func groupsDivideTheCost() throws {
    let dense = try ConvolutionGeometry(input: [2, 4, 6, 5], kernel: [8, 4, 3, 3])
    let grouped = try ConvolutionGeometry(input: [2, 4, 6, 5], kernel: [8, 1, 3, 3], groups: 4)
    #expect(OperatorCall(dense).cost?.multiplyAdds == 2 * 8 * 4 * 3 * 36)
    #expect(OperatorCall(grouped).cost?.multiplyAdds == 2 * 8 * 4 * 3 * 9)
  }

  /// A transposed convolution does the work of the convolution that it turns around: one filter for each input element.
  @Test func otherOperatorsCostWhatTheyMultiply() {
    func multiplyAdds(_ function: String, _ inputs: [[Int]], _ parameters: [[Int]] = [], output: [Int]) -> Int? {
      OperatorCall(function, inputs: inputs, parameters: parameters, output: output).cost?.multiplyAdds
    }
    #expect(multiplyAdds("convTransposed2d", [[1, 2, 3, 4]], [[2, 5, 3, 3]], output: [1, 5, 5, 6]) == 24 * 45)
    // 1024 → 10, for a batch of 7.
    #expect(multiplyAdds("matmul", [[7, 1024], [1024, 10]], output: [7, 10]) == 71_680)
    #expect(multiplyAdds("relu", [[7, 10]], output: [7, 10]) == 0)
    #expect(
      multiplyAdds("scaledDotProductAttention", [[2, 3, 8], [2, 5, 8], [2, 5, 8]], output: [2, 3, 8]) == 2 * 240)
    #expect(multiplyAdds("einsum", [[2, 3], [3, 4]], output: [2, 4]) == nil)
    #expect(OperatorCall("nothing", inputs: [], output: []).cost == nil)
    #expect(multiplyAdds("matmul", [[1 << 40, 1 << 40]], output: [1 << 40, 1 << 40]) == .max)
  }

  @Test func costsAddUp() {
    let sum =
      OperatorCost(parameters: 1, multiplyAdds: 2, bytes: 3) + OperatorCost(parameters: 10, multiplyAdds: 20, bytes: 30)
    #expect(sum == OperatorCost(parameters: 11, multiplyAdds: 22, bytes: 33))
    #expect((sum + OperatorCost(multiplyAdds: nil)).multiplyAdds == nil)
    #expect((sum + OperatorCost(bytes: .max)).bytes == .max)
  }

  /// What operators record themselves as is read from their sources: each of these names needs a row.
  @Test func everyOperatorHasARow() throws {
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources").standardizedFileURL
    var missing: Set<String> = []
    var found = 0
    for folder in ["Operators", "Tensors"] {
      let files = FileManager.default.enumerator(
        at: sources.appendingPathComponent(folder), includingPropertiesForKeys: nil)
      while let file = files?.nextObject() as? URL {
        guard file.pathExtension == "swift" else { continue }
        for match in try String(contentsOf: file, encoding: .utf8).matches(of: /record\(\s*"([a-zA-Z0-9+*\/-]+)"/) {
          let name = String(match.1)
          found += 1
          // The gradient of an operator is no layer of a network.
          if name.hasSuffix("Gradient") { continue }
          if OperatorCall(name, inputs: [[1]], output: [1]).cost == nil { missing.insert(name) }
        }
      }
    }
    #expect(found > 20)
    #expect(
      missing.isEmpty, "add a row for \(missing.sorted()) to Sources/Operators/Explaining/OperatorCost+Rules.swift")
  }
}

@Suite struct ReceptiveFieldTests {
  /// The lecture's formula, 1 + L·(K − 1).
  @Test func layersOfOneKernelSeeALineOfElements() {
    let window = WindowAxis(inputSize: 32, kernelSize: 5, outputSize: 28)
    let field = (0..<3).reduce(ReceptiveField()) { field, _ in field.after(window) }
    #expect(field.size == 13)
    #expect(field.jump == 1)
  }

  /// Measured: a one is sent back through the layers, and what arrives is not 0 where the element sees the input.
  @Test(arguments: [
    [(3, 1, 1, 0), (3, 2, 1, 0)], [(3, 2, 1, 1), (2, 2, 2, 1), (3, 1, 1, 0)],
    [(5, 3, 1, 2), (1, 1, 1, 0), (3, 1, 2, 2)],
  ])
  func isWhatAOneSentBackReaches(layers: [(taps: Int, stride: Int, dilation: Int, padding: Int)]) throws {
    let x = try Tensor.ones([1, 1, 60]).requiringGradient()
    var y = x
    var field = ReceptiveField()
    for layer in layers {
      let kernel = try Tensor.ones([1, 1, layer.taps])
      let g = try ConvolutionGeometry(
        input: y.shape, kernel: kernel.shape, axes: 1, stride: layer.stride, padding: layer.padding,
        dilation: layer.dilation)
      y = try conv1d(
        y, kernel: kernel, stride: layer.stride, padding: layer.padding, dilation: layer.dilation)
      field = try #require(OperatorCall(g).receptiveField(after: [field])).first ?? field
    }
    let place = 3
    var one = try Tensor.zeros(y.shape)
    try one.setNumber(place, to: 1)
    try y.backward(upstream: one)
    let seen = try #require(x.gradient).elements.enumerated().filter { $0.element != 0 }.map(\.offset)
    let first = field.first + Double(place) * field.jump
    #expect(Double(try #require(seen.first)) == first)
    #expect(Double(try #require(seen.last)) == first + field.size - 1)
  }

  @Test(arguments: [(3, 1, 1), (4, 2, 1), (5, 2, 0), (3, 3, 2)])
  func aTransposedConvolutionSeesWhatReachesIt(taps: Int, stride: Int, padding: Int) throws {
    let x = try Tensor.ones([1, 1, 9]).requiringGradient()
    let y = try convTransposed1d(x, kernel: Tensor.ones([1, 1, taps]), stride: stride, padding: padding)
    let window = WindowAxis(
      inputSize: y.shape[2], kernelSize: taps, outputSize: 9, stride: stride, before: padding, after: padding)
    let call = OperatorCall("convTransposed1d", inputs: [x.shape], output: y.shape, window: [window])
    let field = try #require(call.receptiveField(after: [ReceptiveField()])?.first)
    #expect(field.jump == 1 / Double(stride))
    var most = 0
    for place in taps..<y.shape[2] - taps {
      var one = try Tensor.zeros(y.shape)
      try one.setNumber(place, to: 1)
      let gradient = try #require(availableGradients(of: y, at: [x], upstream: one)[0])
      most = max(most, gradient.elements.count { $0 != 0 })
    }
    #expect(field.size == Double(most))
  }

  @Test func elementwiseOperatorsSeeOneElementAndOthersEverything() {
    let field = ReceptiveField()
    #expect(OperatorCall("relu", inputs: [[1]], output: [1]).receptiveField(after: [field]) == [field])
    #expect(OperatorCall("matmul", inputs: [[1]], output: [1]).receptiveField(after: [field]) == nil)
  }
}
