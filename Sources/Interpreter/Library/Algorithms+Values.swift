extension Algorithms {
  static let optionals = """
    extension Optional {
      /// The result of `transform` for the value, if there is one.
      func map<U>(_ transform: (Wrapped) throws -> U) rethrows -> U? {
        guard let value = self else { return nil }
        return try transform(value)
      }
      /// The result of `transform`, which may be nil, for the value, if there is one.
      func flatMap<U>(_ transform: (Wrapped) throws -> U?) rethrows -> U? {
        guard let value = self else { return nil }
        return try transform(value)
      }
    }
    enum Result<Success, Failure: Error> {
      case success(Success)
      case failure(Failure)
    }
    extension Result {
      /// The value; throws the error if there is none.
      func get() throws -> Success {
        switch self {
        case .success(let value): return value
        case .failure(let error): throw error
        }
      }
      /// The result of `transform` for the value, or the same error.
      func map<T>(_ transform: (Success) -> T) -> Result<T, Failure> {
        switch self {
        case .success(let value): return .success(transform(value))
        case .failure(let error): return .failure(error)
        }
      }
      /// The outcome of `transform` for the value, or the same error.
      func flatMap<T>(_ transform: (Success) -> Result<T, Failure>) -> Result<T, Failure> {
        switch self {
        case .success(let value): return transform(value)
        case .failure(let error): return .failure(error)
        }
      }
      /// The same value, or the result of `transform` for the error.
      func mapError<E: Error>(_ transform: (Failure) -> E) -> Result<Success, E> {
        switch self {
        case .success(let value): return .success(value)
        case .failure(let error): return .failure(transform(error))
        }
      }
    }
    extension Result {
      /// The same value, or the outcome of `transform` for the error.
      func flatMapError<E: Error>(_ transform: (Failure) -> Result<Success, E>) -> Result<Success, E> {
        switch self {
        case .success(let value): return .success(value)
        case .failure(let error): return transform(error)
        }
      }
    }
    extension Result where Failure == any Error {
      /// What a function gives, or the error that it throws.
      init(catching body: () throws -> Success) {
        do { self = .success(try body()) } catch { self = .failure(error) }
      }
    }
    extension Result: Equatable where Success: Equatable, Failure: Equatable {}

    """

  static let ranges = """
    extension Range {
      /// The part that lies within other bounds.
      func clamped(to limits: Range<Bound>) -> Range<Bound> {
        let lower = lowerBound < limits.lowerBound ? limits.lowerBound : lowerBound
        let upper = limits.upperBound < upperBound ? limits.upperBound : upperBound
        if lower < upper { return lower..<upper }
        if upperBound < limits.lowerBound || !(limits.lowerBound < upperBound) {
          return limits.lowerBound..<limits.lowerBound
        }
        return limits.upperBound < lowerBound ? limits.upperBound..<limits.upperBound : lower..<lower
      }
      /// Whether some value lies in both.
      func overlaps(_ other: Range<Bound>) -> Bool {
        !isEmpty && !other.isEmpty && lowerBound < other.upperBound && other.lowerBound < upperBound
      }
      /// Whether some value lies in both.
      func overlaps(_ other: ClosedRange<Bound>) -> Bool {
        !isEmpty && !(other.upperBound < lowerBound) && other.lowerBound < upperBound
      }
    }
    extension ClosedRange {
      /// The part that lies within other bounds.
      func clamped(to limits: ClosedRange<Bound>) -> ClosedRange<Bound> {
        if upperBound < limits.lowerBound { return limits.lowerBound...limits.lowerBound }
        if limits.upperBound < lowerBound { return limits.upperBound...limits.upperBound }
        let lower = lowerBound < limits.lowerBound ? limits.lowerBound : lowerBound
        return lower...(limits.upperBound < upperBound ? limits.upperBound : upperBound)
      }
      /// Whether some value lies in both.
      func overlaps(_ other: ClosedRange<Bound>) -> Bool {
        !(other.upperBound < lowerBound) && !(upperBound < other.lowerBound)
      }
      /// Whether some value lies in both.
      func overlaps(_ other: Range<Bound>) -> Bool { other.overlaps(self) }
    }
    extension Range where Bound: BinaryInteger {
      typealias Index = Bound
      typealias SubSequence = Range<Bound>
    }
    extension Range where Bound: BinaryInteger {
      /// The same numbers.
      init(_ other: ClosedRange<Bound>) { self = other.lowerBound..<other.upperBound + 1 }
      /// The first number.
      var startIndex: Bound { lowerBound }
      /// The end: no number of the range.
      var endIndex: Bound { upperBound }
      /// The numbers themselves.
      var indices: Range<Bound> { self }
      /// The next number.
      func index(after i: Bound) -> Bound { i + 1 }
      /// The number before.
      func index(before i: Bound) -> Bound { i - 1 }
      /// The number `distance` further on.
      func index(_ i: Bound, offsetBy distance: Int) -> Bound { i + Bound(distance) }
      subscript(position: Bound) -> Bound {
        precondition(contains(position), "\\(position) is not in the range \\(self)")
        return position
      }
      func _slice(_ bounds: Range<Bound>) -> Range<Bound> { self[bounds] }
      subscript(bounds: Range<Bound>) -> Range<Bound> {
        precondition(bounds.lowerBound >= lowerBound && bounds.upperBound <= upperBound, "\\(bounds) is not in \\(self)")
        return bounds
      }
      /// The first number; nil if there is none.
      var first: Bound? { isEmpty ? nil : lowerBound }
      /// The last number; nil if there is none.
      var last: Bound? { isEmpty ? nil : upperBound - 1 }
      /// The smallest number; nil if there is none.
      func min() -> Bound? { first }
      /// The largest number; nil if there is none.
      func max() -> Bound? { last }
    }
    extension ClosedRange where Bound: BinaryInteger {
      /// The same numbers.
      init(_ other: Range<Bound>) { self = other.lowerBound...other.upperBound - 1 }
      /// The first number.
      var first: Bound? { lowerBound }
      /// The last number.
      var last: Bound? { upperBound }
      /// The smallest number.
      func min() -> Bound? { lowerBound }
      /// The largest number.
      func max() -> Bound? { upperBound }
      /// The numbers from last to first.
      func reversed() -> ReversedCollection<ClosedRange<Bound>> { ReversedCollection(_base: self) }
      /// The first numbers.
      func prefix(_ maxLength: Int) -> ArraySlice<Bound> { Array(self).prefix(maxLength) }
      /// The last numbers.
      func suffix(_ maxLength: Int) -> ArraySlice<Bound> { Array(self).suffix(maxLength) }
      /// All numbers but the first.
      func dropFirst(_ count: Int = 1) -> ArraySlice<Bound> { Array(self).dropFirst(count) }
      /// All numbers but the last.
      func dropLast(_ count: Int = 1) -> ArraySlice<Bound> { Array(self).dropLast(count) }
    }

    """

  static let numbers = """
    struct Hasher {
      var _state: Int
      init() { _state = 0 }
      /// Takes a value into account.
      mutating func combine<H: Hashable>(_ value: H) { _state = (_state &* 1_099_511_628_211) ^ value.hashValue }
      /// The number that all values so far give.
      func finalize() -> Int { _state }
    }
    extension Hashable {
      /// Gives the essential parts of the value to `hasher`.
      func hash(into hasher: inout Hasher) { hasher.combine(self) }
    }
    struct SystemRandomNumberGenerator: RandomNumberGenerator {
      init() {}
      /// A number that chance chooses.
      mutating func next() -> UInt64 { _systemRandom() }
    }
    extension RandomNumberGenerator {
      /// A number below `upperBound`, all equally likely.
      mutating func next(upperBound: UInt64) -> UInt64 { _next(below: upperBound, bitWidth: 64) }
      mutating func _next(below upperBound: UInt64, bitWidth: Int) -> UInt64 {
        precondition(upperBound != 0, "there is no number below 0")
        if bitWidth < 64 {
          let mask = UInt64.max >> UInt64(64 - bitWidth)
          var product = (next() & mask) * upperBound
          if product & mask < upperBound {
            let limit = (mask + 1 - upperBound) % upperBound
            while product & mask < limit { product = (next() & mask) * upperBound }
          }
          return product >> UInt64(bitWidth)
        }
        var product = next().multipliedFullWidth(by: upperBound)
        if product.low < upperBound {
          let limit = (0 &- upperBound) % upperBound
          while product.low < limit { product = next().multipliedFullWidth(by: upperBound) }
        }
        return product.high
      }
    }
    func &<< <T: FixedWidthInteger>(left: T, right: T) -> T {
      left << (right & T(truncatingIfNeeded: T.bitWidth - 1))
    }
    func &>> <T: FixedWidthInteger>(left: T, right: T) -> T {
      left >> (right & T(truncatingIfNeeded: T.bitWidth - 1))
    }
    func &<<= <T: FixedWidthInteger>(left: inout T, right: T) { left = left &<< right }
    func &>>= <T: FixedWidthInteger>(left: inout T, right: T) { left = left &>> right }
    extension FixedWidthInteger {
      /// A number of the range that chance chooses.
      static func random(in range: Range<Self>) -> Self {
        var generator = SystemRandomNumberGenerator()
        return random(in: range, using: &generator)
      }
      /// A number of the range that chance chooses.
      static func random(in range: ClosedRange<Self>) -> Self {
        var generator = SystemRandomNumberGenerator()
        return random(in: range, using: &generator)
      }
      /// A number of the range that `generator` chooses.
      static func random<T: RandomNumberGenerator>(in range: Range<Self>, using generator: inout T) -> Self {
        precondition(!range.isEmpty, "there is no number in an empty range")
        let delta = UInt64(truncatingIfNeeded: range.upperBound) &- UInt64(truncatingIfNeeded: range.lowerBound)
        let offset = generator._next(below: delta, bitWidth: Self.bitWidth)
        return Self(truncatingIfNeeded: UInt64(truncatingIfNeeded: range.lowerBound) &+ offset)
      }
      /// A number of the range that `generator` chooses.
      static func random<T: RandomNumberGenerator>(in range: ClosedRange<Self>, using generator: inout T) -> Self {
        let delta = UInt64(truncatingIfNeeded: range.upperBound) &- UInt64(truncatingIfNeeded: range.lowerBound)
        let mask = UInt64.max >> UInt64(64 - Self.bitWidth)
        if delta & mask == mask { return Self(truncatingIfNeeded: generator.next()) }
        let offset = generator._next(below: (delta & mask) + 1, bitWidth: Self.bitWidth)
        return Self(truncatingIfNeeded: UInt64(truncatingIfNeeded: range.lowerBound) &+ offset)
      }
    }
    extension Double {
      /// A number of the range that chance chooses.
      static func random(in range: Range<Double>) -> Double {
        var generator = SystemRandomNumberGenerator()
        return random(in: range, using: &generator)
      }
      /// A number of the range that chance chooses.
      static func random(in range: ClosedRange<Double>) -> Double {
        var generator = SystemRandomNumberGenerator()
        return random(in: range, using: &generator)
      }
      /// A number of the range that `generator` chooses.
      static func random<T: RandomNumberGenerator>(in range: Range<Double>, using generator: inout T) -> Double {
        precondition(!range.isEmpty, "there is no number in an empty range")
        let delta = range.upperBound - range.lowerBound
        precondition(delta.isFinite, "the range is too large for a random number")
        while true {
          let bits = generator.next() & 0x1F_FFFF_FFFF_FFFF
          let result = delta * (Double(bits) * (Double.ulpOfOne / 2)) + range.lowerBound
          if result != range.upperBound { return result }
        }
      }
      /// A number of the range that `generator` chooses.
      static func random<T: RandomNumberGenerator>(in range: ClosedRange<Double>, using generator: inout T) -> Double {
        let delta = range.upperBound - range.lowerBound
        precondition(delta.isFinite, "the range is too large for a random number")
        let bits = generator._next(below: 0x20_0000_0000_0001, bitWidth: 64)
        if bits == 0x20_0000_0000_0000 { return range.upperBound }
        return delta * (Double(bits) * (Double.ulpOfOne / 2)) + range.lowerBound
      }
    }
    extension Float {
      /// A number of the range that chance chooses.
      static func random(in range: Range<Float>) -> Float {
        var generator = SystemRandomNumberGenerator()
        return random(in: range, using: &generator)
      }
      /// A number of the range that chance chooses.
      static func random(in range: ClosedRange<Float>) -> Float {
        var generator = SystemRandomNumberGenerator()
        return random(in: range, using: &generator)
      }
      /// A number of the range that `generator` chooses.
      static func random<T: RandomNumberGenerator>(in range: Range<Float>, using generator: inout T) -> Float {
        precondition(!range.isEmpty, "there is no number in an empty range")
        let delta = range.upperBound - range.lowerBound
        precondition(delta.isFinite, "the range is too large for a random number")
        while true {
          let bits = generator.next() & 0xFF_FFFF
          let result = delta * (Float(bits) * (Float.ulpOfOne / 2)) + range.lowerBound
          if result != range.upperBound { return result }
        }
      }
      /// A number of the range that `generator` chooses.
      static func random<T: RandomNumberGenerator>(in range: ClosedRange<Float>, using generator: inout T) -> Float {
        let delta = range.upperBound - range.lowerBound
        precondition(delta.isFinite, "the range is too large for a random number")
        let bits = generator._next(below: 0x100_0001, bitWidth: 32)
        if bits == 0x100_0000 { return range.upperBound }
        return delta * (Float(bits) * (Float.ulpOfOne / 2)) + range.lowerBound
      }
    }
    extension BinaryFloatingPoint {
      /// Whether it has a minus sign.
      var sign: FloatingPointSign { _isNegative ? .minus : .plus }
      /// Rounds the number itself.
      mutating func round() { self = rounded() }
      /// Rounds the number itself as the rule says.
      mutating func round(_ rule: FloatingPointRoundingRule) { self = rounded(rule) }
      /// Takes the square root of the number itself.
      mutating func formSquareRoot() { self = squareRoot() }
      /// Adds a product to the number itself, rounded once.
      mutating func addProduct(_ left: Self, _ right: Self) { self = addingProduct(left, right) }
      /// The smaller of two numbers; the other one if one is nan.
      static func minimum(_ x: Self, _ y: Self) -> Self { x <= y || y.isNaN ? x : y }
      /// The larger of two numbers; the other one if one is nan.
      static func maximum(_ x: Self, _ y: Self) -> Self { x > y || y.isNaN ? x : y }
      /// The number `n` further on.
      func advanced(by n: Self) -> Self { self + n }
      /// How far it is to another number.
      func distance(to other: Self) -> Self { other - self }
      /// Whether it is less than another number.
      func isLess(than other: Self) -> Bool { self < other }
      /// Whether it is equal to another number.
      func isEqual(to other: Self) -> Bool { self == other }
    }
    extension FloatingPoint {
      /// Zero.
      init() { self = 0 }
    }
    extension BinaryInteger {
      /// Zero.
      init() { self = 0 }
      /// The number `n` further on.
      func advanced(by n: Int) -> Self { Self(Int(self) + n) }
      /// How far it is to another number.
      func distance(to other: Self) -> Int { Int(other) - Int(self) }
    }
    extension SignedNumeric {
      /// Turns the sign around.
      mutating func negate() { self = -self }
    }
    extension Bool {
      /// False.
      init() { self = false }
      /// True or false, as chance decides.
      static func random() -> Bool {
        var generator = SystemRandomNumberGenerator()
        return random(using: &generator)
      }
      /// True or false, as `generator` decides.
      static func random<T: RandomNumberGenerator>(using generator: inout T) -> Bool {
        (generator.next() >> 17) & 1 == 0
      }
    }

    """
}
