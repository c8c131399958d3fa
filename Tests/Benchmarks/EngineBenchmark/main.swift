import Operators
import Tensors

// Prints how long operations on small tensors take, in nanoseconds: first without recording, then with it.
// `Tests/Benchmarks/small_tensors.py` runs this beside the notebook and PyTorch.

struct Operation {
  let name: String
  let run: (_ a: Tensor, _ b: Tensor) throws -> Tensor
}

let operations = [
  Operation(name: "a + b") { a, b in try a.adding(b) },
  Operation(name: "a * b") { a, b in try a.multiplied(by: b) },
  Operation(name: "a * 2") { a, _ in try a.multiplied(by: 2) },
  Operation(name: "exp(a)") { a, _ in try exp(a) },
  Operation(name: "relu(a)") { a, _ in try relu(a) },
  Operation(name: "a.sum()") { a, _ in try a.sum() },
  Operation(name: "a.reshaped([9])") { a, _ in try a.reshaped([9]) },
  Operation(name: "a.transposed()") { a, _ in try a.transposed() },
  Operation(name: "a[1, 0...]") { a, _ in try a.subscripted([1, 0...]) },
  Operation(name: "matmul(a, b)") { a, b in try matmul(a, b) },
  Operation(name: "a + row") { a, _ in try a.adding(row) },
]
let row = try Tensor([1, 2, 3])

/// The shortest of several runs: what else the machine does only makes them longer.
func nanoseconds(_ body: () throws -> Void) rethrows -> Double {
  let (runs, calls) = (15, 4000)
  let clock = ContinuousClock()
  var shortest = Double.infinity
  for _ in 0..<runs {
    let time = try clock.measure { for _ in 0..<calls { try body() } }
    shortest = min(shortest, time / .nanoseconds(calls))
  }
  return shortest
}

let a = try Tensor.uniform([3, 3], low: 0.5, seed: 1)
let b = try Tensor.uniform([3, 3], low: 0.5, seed: 2)
let (recordedA, recordedB) = (try a.requiringGradient(), try b.requiringGradient())
for operation in operations {
  let plain = try nanoseconds { _ = try operation.run(a, b) }
  let recorded = try nanoseconds { _ = try operation.run(recordedA, recordedB) }
  print("\(operation.name)\t\(Int(plain.rounded()))\t\(Int(recorded.rounded()))")
}
