import Tensors

/// An array as NumPy's npy format keeps it: a header with type, order and shape, and then the numbers.
///
/// The format is described in NumPy's `lib/format.py`; versions 1 to 3 are read, and version 1 is written.
package struct NpyArray: Equatable, Sendable {
  package let shape: [Int]
  package let type: NpyType
  /// The numbers lie column after column: the first axis is the one whose neighbours lie side by side.
  package let isFortranOrder: Bool
  /// The numbers as they lie in the file.
  package let bytes: [UInt8]

  private static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

  // MARK: Reading

  /// Reads the bytes of an npy file; `name` is the file's, for messages.
  package init(reading bytes: [UInt8], name: String) throws {
    try self.init(reading: bytes[...], name: name)
  }

  init(reading bytes: ArraySlice<UInt8>, name: String) throws {
    var reader = ByteReader(bytes, name: name)
    guard bytes.starts(with: Self.magic) else {
      throw TensorError("\(name) is not an npy file: it does not begin with the bytes 0x93 NUMPY")
    }
    try reader.skip(Self.magic.count, "the magic number")
    let version = try reader.number(1, "the version")
    let minor = try reader.number(1, "the version")
    guard (1...3).contains(version) && minor == 0 else {
      throw TensorError("\(name) has version \(version).\(minor) of the npy format, and 1.0 to 3.0 are known")
    }
    let length = try reader.number(version == 1 ? 2 : 4, "the header's length")
    let header = try NpyHeader(String(decoding: reader.take(length, "the header"), as: UTF8.self), name: name)
    (shape, type, isFortranOrder) = (header.shape, header.type, header.isFortranOrder)

    var byteCount = type.size
    for size in shape.contains(0) ? [0] : shape {
      let (product, overflow) = byteCount.multipliedReportingOverflow(by: size)
      guard !overflow else {
        throw TensorError("\(name) has the shape \(shape), more elements than a computer can count")
      }
      byteCount = product
    }
    guard byteCount <= reader.remaining else {
      throw TensorError(
        "\(name) is cut short: shape \(shape) with numbers of type \(type) needs \(counted(byteCount, "byte")), "
          + "and \(reader.remaining) \(reader.remaining == 1 ? "is" : "are") left")
    }
    guard byteCount == reader.remaining else {
      throw TensorError(
        "\(name) has \(counted(reader.remaining - byteCount, "byte")) more than its shape \(shape) with numbers of "
          + "type \(type) needs")
    }
    self.bytes = Array(try reader.take(byteCount, "the numbers"))
  }

  /// The numbers, row after row. Whole numbers above 2⁵³ are rounded.
  package var doubles: [Double] {
    let places = bytes.count / type.size
    func number(_ place: Int) -> Double { type.number(bytes[place * type.size..<(place + 1) * type.size]) }
    guard isFortranOrder && shape.count > 1 && places > 0 else { return (0..<places).map(number) }
    // The strides of the reversed shape, reversed: the first axis has 1.
    let strides = Array(rowMajorStrides(shape.reversed()).reversed())
    let rows = rowMajorStrides(shape)
    return (0..<places).map { position in
      number(shape.indices.reduce(0) { $0 + position / rows[$1] % shape[$1] * strides[$1] })
    }
  }

  /// The array as a tensor: `float32` where the file has numbers of 2 or 4 bytes with a point, else `float64`.
  package func tensor() throws -> Tensor {
    try Tensor(doubles, shape: shape, dtype: type.kind == .floating && type.size < 8 ? .float32 : .float64)
  }

  // MARK: Writing

  /// The array that holds a tensor's numbers.
  package init(_ tensor: Tensor) throws {
    try tensor.requireNumbers(for: "save")
    shape = tensor.shape
    isFortranOrder = false
    var bytes: [UInt8] = []
    if tensor.dtype == .float32 {
      type = .float32
      bytes.reserveCapacity(4 * tensor.count)
      for number in tensor.elements { withUnsafeBytes(of: Float(number).bitPattern.littleEndian) { bytes += $0 } }
    } else {
      type = .float64
      bytes.reserveCapacity(8 * tensor.count)
      for number in tensor.elements { withUnsafeBytes(of: number.bitPattern.littleEndian) { bytes += $0 } }
    }
    self.bytes = bytes
  }

  /// The bytes of an npy file of version 1.
  package var file: [UInt8] {
    let sizes = shape.map(String.init).joined(separator: ", ") + (shape.count == 1 ? "," : "")
    var header = "{'descr': '\(type)', 'fortran_order': \(isFortranOrder ? "True" : "False"), 'shape': (\(sizes)), }"
    // Spaces, so that the numbers begin at a multiple of 64, and a line's end.
    let start = Self.magic.count + 4
    header += String(repeating: " ", count: 63 - (start + header.utf8.count) % 64) + "\n"
    var file = Self.magic + [1, 0]
    file.append(header.utf8.count, bytes: 2)
    return file + header.utf8 + bytes
  }
}
