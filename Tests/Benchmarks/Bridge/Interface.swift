import Kernels
import Tensors

// What `comparison/convbook.py` calls through ctypes. Every function gives a negative number where something was
// wrong, and `convbook_error` says what. One thread calls; the kernels' own threads are behind it.

nonisolated(unsafe) private var lastError = ""

private func status(_ body: () throws -> Int) -> Int {
  do {
    return try body()
  } catch {
    lastError = "\(error)"
    return -1
  }
}

/// Copies what was wrong last, as UTF-8 with a 0 at the end; as much of it as fits.
@_cdecl("convbook_error")
public func bridgeError(_ to: UnsafeMutablePointer<UInt8>, _ capacity: Int) {
  var to = to
  for byte in lastError.utf8.prefix(capacity - 1) {
    to.pointee = byte
    to += 1
  }
  to.pointee = 0
}

@_cdecl("convbook_set_threads")
public func bridgeSetThreads(_ threads: Int) -> Int {
  status {
    TensorMemory.budget = 64 << 30
    ThreadPool.threads = threads
    return ThreadPool.threads
  }
}

/// Makes the computation of one operator; nil where there is none of this name.
@_cdecl("convbook_operator")
public func bridgeOperator(
  _ name: UnsafePointer<CChar>, _ numbers: UnsafePointer<Int>, _ count: Int
) -> UnsafeMutableRawPointer? {
  made {
    let numbers = Array(UnsafeBufferPointer(start: numbers, count: count))
    return OperatorComputation(try operation(String(cString: name), numbers))
  }
}

/// Makes a network; nil where there is none of this name.
@_cdecl("convbook_network")
public func bridgeNetwork(_ name: UnsafePointer<CChar>) -> UnsafeMutableRawPointer? {
  made { try NetworkComputation(String(cString: name)) }
}

private final class Handle {
  let computation: any Computation
  init(_ computation: any Computation) { self.computation = computation }
}

private func made(_ make: () throws -> any Computation) -> UnsafeMutableRawPointer? {
  var handle: Handle?
  _ = status {
    handle = Handle(try make())
    return 0
  }
  return handle.map { Unmanaged.passRetained($0).toOpaque() }
}

@_cdecl("convbook_release")
public func bridgeRelease(_ handle: UnsafeMutableRawPointer) {
  Unmanaged<Handle>.fromOpaque(handle).release()
}

private func computation(_ handle: UnsafeMutableRawPointer) -> any Computation {
  Unmanaged<Handle>.fromOpaque(handle).takeUnretainedValue().computation
}

/// Copies numbers, row after row, into a new tensor of the computation.
@_cdecl("convbook_add")
public func bridgeAdd(
  _ handle: UnsafeMutableRawPointer, _ role: Int, _ numbers: UnsafePointer<Float>, _ shape: UnsafePointer<Int>,
  _ rank: Int
) -> Int {
  status {
    let shape = Array(UnsafeBufferPointer(start: shape, count: rank))
    let tensor = try Tensor.computed(shape, as: Float.self) {
      $0.update(from: numbers, count: shape.reduce(1, *))
    }
    try computation(handle).add(tensor, as: Role(rawValue: role)!)
    return tensor.count
  }
}

/// Runs an action so many times.
@_cdecl("convbook_run")
public func bridgeRun(_ handle: UnsafeMutableRawPointer, _ action: Int, _ times: Int) -> Int {
  status {
    try computation(handle).run(Action(rawValue: action)!, times: times)
    return times
  }
}

/// Copies the result (`position` −1) or a variable's gradient, and gives the number of its elements.
@_cdecl("convbook_read")
public func bridgeRead(
  _ handle: UnsafeMutableRawPointer, _ position: Int, _ to: UnsafeMutablePointer<Float>, _ capacity: Int
) -> Int {
  status {
    let computation = computation(handle)
    guard let tensor = position < 0 ? computation.result : computation.gradients[position] else {
      throw TensorError("nothing has been computed yet")
    }
    guard tensor.count <= capacity else { throw TensorError("the result has shape \(tensor.shape)") }
    try tensor.withElements(as: Float.self) { to.update(from: $0, count: tensor.count) }
    return tensor.count
  }
}
