import Interpreter
import Tensors

extension Command {
  static let stats = Command(
    "stats", arguments: "EXPRESSION", .looking, "smallest, largest, mean and standard deviation of the elements",
    details: """
      The elements that are no numbers (nan) or infinite are counted, and left out of the rest. The standard deviation \
      divides by the number of elements, as batch normalization does.
      """, examples: [":stats x", ":stats conv2d(x, kernel: f)"], takes: [.code], isQuestion: true
  ) { repl, arguments in
    guard let tensor = repl.tensor(arguments) else { return }
    if tensor.isSymbolic { return repl.fail("`:stats` takes numbers, and this tensor holds symbols") }
    repl.screen.facts(ElementStatistics(tensor).facts)
  }
}

/// What `:stats` tells of a tensor.
struct ElementStatistics {
  let shape: [Int]
  let dtype: String
  var finiteCount = 0
  var nanCount = 0
  var infiniteCount = 0
  var zeroCount = 0
  /// Each with its indices; nil where no element is finite.
  var smallest: (value: Double, at: [Int])?
  var largest: (value: Double, at: [Int])?
  var mean = 0.0
  var standardDeviation = 0.0

  init(_ tensor: Tensor) {
    shape = tensor.shape
    dtype = tensor.dtype.rawValue
    var squares = 0.0
    for position in 0..<tensor.count {
      let number = tensor.number(position)
      if number.isNaN { nanCount += 1 }
      if number.isInfinite { infiniteCount += 1 }
      guard number.isFinite else { continue }
      finiteCount += 1
      if number == 0 { zeroCount += 1 }
      // Welford's way: large means do not eat the digits of small deviations.
      let distance = number - mean
      mean += distance / Double(finiteCount)
      squares += distance * (number - mean)
      if smallest.map({ number < $0.value }) ?? true { smallest = (number, tensor.indices(of: position)) }
      if largest.map({ number > $0.value }) ?? true { largest = (number, tensor.indices(of: position)) }
    }
    if finiteCount > 0 { standardDeviation = (squares / Double(finiteCount)).squareRoot() }
  }

  var facts: [(String, String)] {
    var facts = [("shape", "\(shape) \(dtype)"), ("elements", counted(shape.reduce(1, *), "element"))]
    if let smallest, let largest {
      facts += [
        ("smallest", "\(shortText(smallest.value)) at \(smallest.at)"),
        ("largest", "\(shortText(largest.value)) at \(largest.at)"), ("mean", shortText(mean)),
        ("standard deviation", shortText(standardDeviation)),
      ]
      if zeroCount > 0 { facts.append(("zeros", "\(zeroCount)")) }
    }
    if infiniteCount > 0 { facts.append(("infinite", "\(infiniteCount)")) }
    facts.append(("nan", nanCount == 0 ? "none" : "\(nanCount)"))
    return facts
  }
}
