import Foundation
import Interchange
import Tensors

/// The handwritten digits of LeCun, Cortes and Burges: 60,000 images to learn from and 10,000 to be tested with.
package struct MNIST {
  package let training: ImageSet
  package let test: ImageSet

  /// Reads the four original files, as they come (`.gz`) or decompressed, from a folder or from `mnist` in it.
  package init(folder: String) throws {
    let candidates = [folder, folder + "/mnist", folder + "/MNIST/raw"]
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
      throw TensorError("there is no folder '\(folder)'")
    }
    let first = "/train-images-idx3-ubyte"
    guard
      let place = candidates.first(where: { candidate in
        ["", ".gz"].contains { FileManager.default.fileExists(atPath: candidate + first + $0) }
      })
    else {
      throw TensorError(
        "'\(folder)' does not hold MNIST: there is no train-images-idx3-ubyte or train-images-idx3-ubyte.gz, "
          + "neither there nor in its folder mnist")
    }
    training = try Self.images(place, "train")
    test = try Self.images(place, "t10k")
  }

  private static func images(_ folder: String, _ part: String) throws -> ImageSet {
    let (imageFile, labelFile) = ("\(folder)/\(part)-images-idx3-ubyte", "\(folder)/\(part)-labels-idx1-ubyte")
    let images = try IdxArray(contentsOf: imageFile)
    let labels = try IdxArray(contentsOf: labelFile)
    guard images.shape.count == 3, images.shape.dropFirst() == [28, 28] else {
      throw TensorError("\(imageFile) holds an array of shape \(images.shape), and not images of 28×28 pixels")
    }
    guard labels.shape == [images.shape[0]] else {
      throw TensorError("\(imageFile) has \(images.shape[0]) images, and \(labelFile) labels of shape \(labels.shape)")
    }
    if let label = labels.bytes.first(where: { $0 > 9 }) {
      throw TensorError("\(labelFile) has a label \(label), and digits are from 0 to 9")
    }
    return try ImageSet(pixels: images.bytes, labels: labels.bytes, imageShape: [1, 28, 28])
  }
}
