package import Kernels
import Synchronization

/// What a storage has besides its elements row by row.
///
/// Whatever is missing is made without a lock, and the first one that is done stays: others see it from then on.
final class StorageForms {
  /// The elements as pixels.
  struct Pixels {
    let buffer: AlignedBuffer
    let layout: PixelLayout
  }

  private let lock = Mutex(())
  private var pixels: Pixels?
  private var derived: [AnyHashable: (value: AnyObject, byteCount: Int)] = [:]
  /// What all this takes.
  private var byteCount: Int

  /// So many things are kept at once that were computed from one storage.
  private static let derivedLimit = 16

  init() { byteCount = 0 }

  /// The memory of `buffer` has been reserved.
  init(_ buffer: AlignedBuffer, _ layout: PixelLayout) {
    pixels = Pixels(buffer: buffer, layout: layout)
    byteCount = buffer.byteCount
  }

  deinit { TensorMemory.release(byteCount) }

  func currentPixels() -> Pixels? {
    var result: Pixels?
    lock.withLock { _ in result = pixels }
    return result
  }

  /// Keeps pixels, unless there are some: the first ones stay. Their memory has been reserved.
  func keep(_ new: Pixels) -> Bool {
    var isKept = false
    lock.withLock { _ in
      guard pixels == nil else { return }
      pixels = new
      byteCount += new.buffer.byteCount
      isKept = true
    }
    return isKept
  }

  func derived(_ key: AnyHashable) -> AnyObject? {
    var result: AnyObject?
    lock.withLock { _ in result = derived[key]?.value }
    return result
  }

  /// Keeps what took so much memory, which has been reserved. Where there is too much already, that is given up.
  func keep(_ value: AnyObject, as key: AnyHashable, byteCount: Int) {
    var surplus: [AnyHashable: (value: AnyObject, byteCount: Int)] = [:]
    lock.withLock { _ in
      if derived.count >= Self.derivedLimit { swap(&surplus, &derived) }
      if let known = derived[key] { surplus[key] = known }
      derived[key] = (value, byteCount)
      let freed = surplus.values.reduce(0) { $0 + $1.byteCount }
      self.byteCount += byteCount - freed
      TensorMemory.release(freed)
    }
  }
}

extension Storage {
  /// The elements are there row by row.
  package var hasRows: Bool { rows.load(ordering: .relaxed) != nil }

  /// Makes the elements row by row from the pixels.
  func makeRows() -> UnsafeMutableRawPointer {
    guard let pixels = currentForms?.currentPixels() else { fatalError("a storage without elements") }
    // Whoever reads elements cannot fail: the budget was asked for the pixels.
    TensorMemory.count(byteCount)
    let made = Self.allocate(byteCount)
    // To its end: what was interrupted would be kept, half written.
    Interruption.forbidding {
      LayoutChange.rows(
        made.bindMemory(to: Float.self, capacity: count), fromPixels: pixels.buffer.base, layout: pixels.layout)
    }
    let (isFirst, original) = rows.compareExchange(expected: nil, desired: made, ordering: .acquiringAndReleasing)
    if isFirst { return made }
    Self.free(made, byteCount)
    TensorMemory.release(byteCount)
    return original ?? made
  }

  /// The elements as pixels, if they are there in this layout.
  func pixels(in layout: PixelLayout) -> AlignedBuffer? {
    guard let pixels = currentForms?.currentPixels(), pixels.layout.hasMemory(of: layout) else { return nil }
    return pixels.buffer
  }

  /// The elements as pixels; made from the rows where that is needed, and kept where there are none yet.
  func makePixels(in layout: PixelLayout) throws -> AlignedBuffer {
    if let buffer = pixels(in: layout) { return buffer }
    let byteCount = layout.count * MemoryLayout<Float>.stride
    try TensorMemory.reserve(byteCount)
    let buffer = AlignedBuffer(count: layout.count)
    LayoutChange.pixels(buffer.base, fromRows: base.assumingMemoryBound(to: Float.self), layout: layout)
    // What was interrupted is not kept.
    let isWhole = !Interruption.isOver
    let isKept = isWhole && availableForms.keep(.init(buffer: buffer, layout: layout))
    if !isKept { TensorMemory.release(byteCount) }
    try Interruption.poll()
    return buffer
  }

  /// Something that is computed from the elements and asked for again and again, such as weights in the order in which
  /// a kernel reads them. It is kept until the elements change.
  ///
  /// - Parameters:
  ///   - key: Tells different things of one storage apart.
  ///   - byteCount: What the thing takes.
  package func derived<Value: AnyObject>(
    _ key: some Hashable, byteCount: @autoclosure () -> Int, make: () throws -> Value
  ) throws -> Value {
    let key = AnyHashable(key)
    if let known = currentForms?.derived(key) as? Value { return known }
    let byteCount = byteCount()
    try TensorMemory.reserve(byteCount)
    let value: Value
    do {
      value = try make()
      try Interruption.poll()
    } catch {
      TensorMemory.release(byteCount)
      throw error
    }
    // The machine writes to elements in double precision without a word.
    if kind == .float32 {
      availableForms.keep(value, as: key, byteCount: byteCount)
    } else {
      TensorMemory.release(byteCount)
    }
    return value
  }

  private var currentForms: StorageForms? { forms.load(ordering: .acquiring)?.takeUnretainedValue() }

  private var availableForms: StorageForms {
    if let currentForms { return currentForms }
    let made = Unmanaged.passRetained(StorageForms())
    let (isFirst, original) = forms.compareExchange(expected: nil, desired: made, ordering: .acquiringAndReleasing)
    if isFirst { return made.takeUnretainedValue() }
    made.release()
    return (original ?? made).takeUnretainedValue()
  }

  /// Before a write to the elements row by row. Nobody else has the storage.
  func forgetForms() {
    forms.exchange(nil, ordering: .acquiringAndReleasing)?.release()
  }
}

extension PixelLayout {
  /// For a shape `[N, C, H, W]`; nil for other shapes.
  package init?(shape: [Int]) {
    guard shape.count == 4 else { return nil }
    self.init(images: shape[0], channels: shape[1], height: shape[2], width: shape[3])
  }

  /// The same numbers lie at the same places: pixels are counted row after row, however long a row is.
  func hasMemory(of other: PixelLayout) -> Bool {
    images == other.images && channels == other.channels && height * width == other.height * other.width
  }

  /// Pixels and rows are the same: one pixel, and no zeros behind its channels.
  var isRowByRow: Bool { height * width == 1 && step == channels }
}
