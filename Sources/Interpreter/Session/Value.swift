/// What crosses the border between a learner's program and native code.
///
/// Inside the machine values are typed words and references; this enum is only the border's currency.
package enum Value {
  case void
  case bool(Bool)
  case int(Int)
  case double(Double)
  case float(Float)
  case string(String)
  /// Arrays of numbers travel unboxed: an argument of type `[Int]` or `[Double]` always arrives as these.
  case ints([Int])
  case doubles([Double])
  case array([Value])
  case dictionary([(key: Value, value: Value)])
  case tuple([Value])
  /// An optional without, and with, a value.
  case none
  indirect case some(Value)
  /// `a..<b` and `a...b` over `Int`; a bound that is not written (`2...`, `..<4`, `...`) is nil.
  indirect case range(lower: Int?, upper: Int?, isClosed: Bool)
  /// `stride(from:to:by:)` and `stride(from:through:by:)` over `Int`.
  indirect case steps(from: Int, to: Int, by: Int, isThrough: Bool)
  case function(FunctionValue)
  case object(HostObject)
  /// A struct, enum or class that the learner declared: passed through, described, never inspected.
  case opaque(OpaqueValue)
}

/// A native type's value, such as a tensor. The host subclasses it once a type.
///
/// Values are values: before an object is changed in place the machine makes sure that nobody else holds it,
/// by `copied()`. `open`, and so `public`, because only open classes have subclasses in other modules.
open class HostObject {
  /// Where the elements are, if they lie plainly in memory: then the machine reads them without asking.
  package final let elements = UnsafeMutablePointer<PlainElements>.allocate(capacity: 1)

  public init() { elements.initialize(to: PlainElements()) }
  deinit { elements.deallocate() }

  /// The name of the type in the language, `Tensor`.
  open var typeName: String { "object" }
  /// What `print` shows.
  open var text: String { typeName }
  open func copied() -> HostObject { self }
  /// Whether `==` holds; nil where the type is not `Equatable`.
  open func isEqual(to other: HostObject) -> Bool? { nil }

  /// Reads one element, `x[0, 1]`: the machine has an instruction for it that avoids the detour through `Value`.
  ///
  /// - Throws: `NativeFailure` for a wrong number of indices or an index out of range.
  open func element(at indices: UnsafeBufferPointer<Int>) throws -> Double {
    throw NativeFailure("a value of type \(typeName) has no elements")
  }
  open func setElement(at indices: UnsafeBufferPointer<Int>, to value: Double) throws {
    throw NativeFailure("a value of type \(typeName) has no elements")
  }
}

/// Elements of a host object that lie in memory, the last axis first, on 1 to 4 axes.
///
/// Valid for as long as the host says so: it sets another one whenever its storage changes.
package struct PlainElements {
  package enum Base {
    case doubles(UnsafeMutablePointer<Double>)
    case floats(UnsafeMutablePointer<Float>)
  }
  fileprivate(set) var doubles: UnsafeMutablePointer<Double>?
  fileprivate(set) var floats: UnsafeMutablePointer<Float>?
  /// 0 where no elements lie in memory.
  fileprivate(set) var rank = 0
  fileprivate(set) var sizes = (0, 0, 0, 0)

  /// No elements in memory.
  package init() {}

  /// Nothing for other than 1 to 4 axes.
  package init(_ base: Base, shape: [Int]) {
    guard (1...4).contains(shape.count) else { return }
    rank = shape.count
    sizes.0 = shape[0]
    if rank > 1 { sizes.1 = shape[1] }
    if rank > 2 { sizes.2 = shape[2] }
    if rank > 3 { sizes.3 = shape[3] }
    switch base {
    case .doubles(let pointer): doubles = pointer
    case .floats(let pointer): floats = pointer
    }
  }

  /// Where the element is; nil for indices that do not fit.
  private func position(of indices: UnsafeBufferPointer<Int>) -> Int? {
    guard indices.count == rank, rank > 0 else { return nil }
    func isInside(_ axis: Int, _ size: Int) -> Bool { UInt(bitPattern: indices[axis]) < UInt(bitPattern: size) }
    guard isInside(0, sizes.0) else { return nil }
    var position = indices[0]
    if rank == 1 { return position }
    guard isInside(1, sizes.1) else { return nil }
    position = position &* sizes.1 &+ indices[1]
    if rank == 2 { return position }
    guard isInside(2, sizes.2) else { return nil }
    position = position &* sizes.2 &+ indices[2]
    if rank == 3 { return position }
    guard isInside(3, sizes.3) else { return nil }
    return position &* sizes.3 &+ indices[3]
  }

  /// Writes one of `Double` elements; false if there is none.
  package func set(_ indices: UnsafeBufferPointer<Int>, to value: Double) -> Bool {
    guard let position = position(of: indices), let doubles else { return false }
    doubles[position] = value
    return true
  }
}
