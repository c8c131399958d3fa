import Tensors

/// Reads the bytes of an npz file, arrays with names as `numpy.savez` writes them.
///
/// - Parameters:
///   - bytes: The file.
///   - name: The file's name, for messages.
/// - Returns: The arrays by their names, without `.npy`.
package func readNpz(_ bytes: [UInt8], name: String = "the file") throws -> [String: NpyArray] {
  var arrays: [String: NpyArray] = [:]
  for entry in try ZipArchive(reading: bytes, name: name).entries {
    guard entry.name.hasSuffix(".npy") else {
      throw TensorError("\(name) holds '\(entry.name)', which is not an npy file")
    }
    let key = String(entry.name.dropLast(4))
    guard arrays[key] == nil else { throw TensorError("\(name) holds two arrays named '\(key)'") }
    arrays[key] = try NpyArray(reading: entry.bytes, name: "'\(key)' in \(name)")
  }
  return arrays
}

/// The bytes of an npz file with these arrays, in the order of their names.
package func writeNpz(_ arrays: [String: NpyArray]) throws -> [UInt8] {
  try ZipArchive(
    entries: arrays.sorted { $0.key < $1.key }.map { .init(name: $0.key + ".npy", bytes: $0.value.file[...]) }
  ).file()
}
