import Pictures
import Tensors
import Testing

/// The one picture that `body` draws.
func drawn(_ body: () throws -> Void) throws -> Picture {
  var pictures: [Picture] = []
  var failure: (any Error)?
  func draw() {
    do { try body() } catch { failure = error }
  }
  Easel.standing({ pictures.append($0) }, draw)
  if let failure { throw failure }
  return try #require(pictures.count == 1 ? pictures.first : nil)
}

/// What `body` is refused with.
func refusal(_ body: () throws -> Void) -> String {
  do {
    _ = try drawn(body)
    return "nothing was refused"
  } catch {
    return "\(error)"
  }
}

func matrix(_ rows: [[Double]]) throws -> Tensor {
  try Tensor(rows.flatMap { $0 }, shape: [rows.count, rows.first?.count ?? 0])
}
