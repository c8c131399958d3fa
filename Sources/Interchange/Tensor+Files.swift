import Foundation
import Synchronization
import Tensors

/// Where tensors are read and written: below one folder, the current one unless somebody says otherwise.
package enum TensorFolder {
  private static let common = Mutex<URL?>(nil)

  /// The folder of one task alone, for what runs inside of `$own.withValue`.
  @TaskLocal package static var own: URL?

  /// The folder of this task; to set it is to set it for all that have none of their own.
  package static var url: URL {
    get { own ?? common.withLock { $0 } ?? URL(filePath: FileManager.default.currentDirectoryPath) }
    set { common.withLock { $0 = newValue } }
  }

  /// The place of a file. Throws where the path leads out of the folder.
  static func place(of path: String) throws -> URL {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard !path.hasPrefix("/"), !parts.contains(".."), !path.contains("\0") else {
      throw TensorError("files of tensors lie in the current folder or below it, and '\(path)' leads out of it")
    }
    return url.appending(path: path)
  }
}

extension Tensor {
  /// Reads a tensor from a file of NumPy's, as `numpy.save` writes it.
  ///
  /// ```swift
  /// Tensor([[1, 2], [3, 4]]).save(to: "table.npy")
  /// Tensor.load("table.npy")[1, 0]  // 3.0
  /// ```
  ///
  /// - Parameter path: An npy file in the current folder or below it, or an npz file with one array.
  /// - Returns: A tensor of the array's shape: `float32` for floating-point numbers of 2 and 4 bytes, `float64` for all
  ///   others. Whole numbers above 2⁵³ are rounded, true is 1.
  package static func load(_ path: String) throws -> Tensor {
    let bytes = try fileBytes(path)
    guard path.hasSuffix(".npz") else { return try NpyArray(reading: bytes, name: path).tensor() }
    let arrays = try readNpz(bytes, name: path)
    guard arrays.count == 1, let array = arrays.values.first else {
      throw TensorError("\(path) holds \(names(arrays)): say which one, Tensor.load(\"\(path)\", name: \"...\")")
    }
    return try array.tensor()
  }

  /// Reads one of the arrays in a file, as `numpy.savez` writes them.
  ///
  /// ```swift
  /// saveTensors([Tensor([1, 2]), Tensor([5])], names: ["weight", "bias"], to: "layer.npz")
  /// Tensor.load("layer.npz", name: "bias").elements  // [5.0]
  /// ```
  ///
  /// - Parameters:
  ///   - path: An npz file in the current folder or below it.
  ///   - name: The array's name.
  /// - Returns: A tensor of the array's shape.
  package static func load(_ path: String, name: String) throws -> Tensor {
    let arrays = try readNpz(fileBytes(path), name: path)
    guard let array = arrays[name] else {
      throw TensorError("\(path) has no array '\(name)': it holds \(names(arrays))")
    }
    return try array.tensor()
  }

  /// Writes the tensor to a file that `numpy.load` reads.
  ///
  /// ```swift
  /// Tensor([0.5, 0.25]).save(to: "halves.npy")
  /// Tensor.load("halves.npy").elements  // [0.5, 0.25]
  /// ```
  ///
  /// - Parameter path: A name that ends in `.npy`, in the current folder or below it. A file that was there is replaced.
  package func save(to path: String) throws {
    try writeFile(NpyArray(self).file, to: path, ending: ".npy")
  }
}

/// Writes several tensors to one file that `numpy.load` reads.
///
/// ```swift
/// saveTensors([Tensor([1, 2]), Tensor([5])], names: ["weight", "bias"], to: "layer.npz")
/// Tensor.load("layer.npz", name: "weight").elements  // [1.0, 2.0]
/// ```
///
/// - Parameters:
///   - tensors: What to write.
///   - names: A name for each.
///   - path: A name that ends in `.npz`, in the current folder or below it. A file that was there is replaced.
package func saveTensors(_ tensors: [Tensor], names: [String], to path: String) throws {
  guard tensors.count == names.count else {
    throw TensorError(
      "saveTensors needs a name for each of \(counted(tensors.count, "tensor")), and got \(names.count)")
  }
  var arrays: [String: NpyArray] = [:]
  for (tensor, name) in zip(tensors, names) {
    guard arrays[name] == nil else { throw TensorError("saveTensors got the name '\(name)' twice") }
    arrays[name] = try NpyArray(tensor)
  }
  try writeFile(writeNpz(arrays), to: path, ending: ".npz")
}

/// The largest file that is read: as much as tensors may take.
private func fileBytes(_ path: String) throws -> [UInt8] {
  let place = try TensorFolder.place(of: path)
  guard let attributes = try? FileManager.default.attributesOfItem(atPath: place.path),
    let size = attributes[.size] as? Int, attributes[.type] as? FileAttributeType == .typeRegular
  else {
    throw TensorError("there is no file '\(path)' in \(TensorFolder.url.path)")
  }
  guard size <= TensorMemory.budget else {
    throw TensorError("'\(path)' is larger than the memory that tensors may take", isOutOfBudget: true)
  }
  guard let data = try? Data(contentsOf: place) else { throw TensorError("'\(path)' cannot be read") }
  return [UInt8](data)
}

private func writeFile(_ bytes: [UInt8], to path: String, ending: String) throws {
  guard path.hasSuffix(ending) else {
    throw TensorError("the file's name must end in \(ending), and '\(path)' does not")
  }
  let place = try TensorFolder.place(of: path)
  do {
    try Data(bytes).write(to: place, options: .atomic)
  } catch {
    throw TensorError("'\(path)' cannot be written in \(TensorFolder.url.path)")
  }
}

private func names(_ arrays: [String: NpyArray]) -> String {
  arrays.isEmpty ? "no arrays" : arrays.keys.sorted().map { "'\($0)'" }.joined(separator: ", ")
}
