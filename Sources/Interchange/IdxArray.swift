import Foundation
import Tensors

/// Bytes in a grid, as the files of MNIST hold images and labels (IDX).
///
/// ```
/// 0 0 8 axes · the size of each axis, 4 bytes, highest byte first · the elements, the last axis first
/// ```
///
/// 8 stands for whole numbers from 0 to 255; files of other kinds of numbers are refused.
package struct IdxArray {
  package let shape: [Int]
  package let bytes: ArraySlice<UInt8>

  /// Reads a file, compressed by gzip or not; the name without `.gz` is enough for either.
  package init(contentsOf path: String) throws {
    guard let found = [path, path + ".gz"].first(where: { FileManager.default.fileExists(atPath: $0) }) else {
      throw TensorError("there is no file '\(path)', and none with .gz behind it")
    }
    guard let data = FileManager.default.contents(atPath: found) else { throw TensorError("'\(found)' cannot be read") }
    let file = [UInt8](data)
    try self.init(reading: Gzip.isGzip(file) ? Gzip.decompressed(file, name: found) : file, name: found)
  }

  package init(reading file: [UInt8], name: String) throws {
    var reader = ByteReader(file[...], name: name)
    guard file.starts(with: [0, 0, 8]) else {
      let start = file.prefix(4).map { String($0, radix: 16) }.joined(separator: " ")
      throw TensorError("\(name) is not an IDX file of bytes: it begins with \(start.isEmpty ? "nothing" : start)")
    }
    try reader.skip(3, "the header")
    shape = try (0..<reader.number(1, "the header")).map { _ in
      try reader.take(4, "the header").reduce(0) { $0 << 8 | Int($1) }
    }
    var count = 1
    for size in shape {
      let (product, overflow) = count.multipliedReportingOverflow(by: size)
      count = overflow ? Int.max : product
    }
    bytes = try reader.take(count, "an array of shape \(shape)")
    guard reader.remaining == 0 else {
      let rest = counted(reader.remaining, "byte")
      throw TensorError("\(name) is broken: it goes on for \(rest) behind its array of shape \(shape)")
    }
  }
}
