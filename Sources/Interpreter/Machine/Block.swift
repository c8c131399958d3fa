/// A block of the machine's heap. It starts with a `Header` whose kind says which of the structs below it is.
///
/// Blocks are counted without atomic operations: a session and its forks live on one thread at a time.
typealias Reference = UnsafeMutableRawPointer

enum BlockKind: UInt8 {
  case string, array, record, host, dictionary
}

struct Header {
  var count: Int
  var kind: BlockKind
  var flags = HeaderFlags()
  /// Records: the type (`TypeInfo.index`) or the function that they belong to. Dictionaries: the type of the key.
  var info: Int32
}

/// What has to be done before an object is destroyed.
struct HeaderFlags: OptionSet {
  let rawValue: UInt8
  /// A `deinit` has to run.
  static let finalizes = HeaderFlags(rawValue: 1)
  /// Weak references have to become nil.
  static let isReferredToWeakly = HeaderFlags(rawValue: 2)
}

/// A short text lies in the block itself, and `header.info` is the number of its bytes. For a long one that is negative,
/// and `low` is the address of a `LongText`.
struct StringBlock {
  var header: Header
  /// 0 where it is not known yet.
  var hash = 0
  /// What was charged to the heap for a long text.
  var charged = 0
  /// The bytes of a short text, the first one lowest; those behind its end are 0.
  var low: UInt64
  var high: UInt64
}

struct LongText {
  /// Without what waits in `tail`: read it with `Reference.text`.
  var text: String
  /// Bytes that were appended and wait to be put behind `text`, all at once.
  var tail = Tail()

  struct Tail {
    var bytes: UnsafeMutableRawPointer?
    var count = 0
    var capacity = 0
  }
}

/// Elements lie in two buffers, one for each kind of register, `stride` apart.
struct ArrayBlock {
  var header: Header
  var count: Int
  var capacity: Int
  var words: UnsafeMutablePointer<Int>
  var references: UnsafeMutablePointer<Reference?>
  var wordStride: Int32
  var referenceStride: Int32
}

/// Words and then references: captured variables, closures, class instances, values as `Any`, boxed enums.
struct RecordBlock {
  var header: Header
  var words: Int32
  var references: Int32
  /// The run of a cell that made it, or that kept what was in it before it was first written to (see `UndoLog`).
  var epoch: Int

  static let payload = MemoryLayout<RecordBlock>.stride
}

struct HostBlock {
  var header: Header
  /// Whoever sets another one sets `elements` with it.
  private(set) var object: HostObject
  /// Those of `object`, which is not asked for them at every element.
  private(set) var elements: UnsafeMutablePointer<PlainElements>

  init(header: Header, object: HostObject) {
    self.header = header
    self.object = object
    elements = object.elements
  }

  /// Nobody else in the machine has this block: nobody outside shall have its object.
  mutating func makeObjectUnique() {
    guard !isKnownUniquelyReferenced(&object) else { return }
    object = object.copied()
    elements = object.elements
  }
}

/// Insertion-ordered: keys and values lie in arrays, and a table of places finds them by hash.
struct DictionaryBlock {
  var header: Header
  var keys: Reference
  /// An array with elements of layout `none` for sets.
  var values: Reference
  var keyForm: KeyForm
  /// `tableSize` entries: -1 is empty, otherwise a place in `keys`.
  var table: UnsafeMutablePointer<Int32>
  var tableSize: Int
}

/// How keys are hashed and compared.
enum KeyForm: UInt8 {
  /// By their one word.
  case word
  case text
  /// By their type.
  case other
}

/// What all blocks of a session family share.
struct HeapState {
  /// Bytes in use, and how many may be.
  var live = 0
  var limit = Int.max
  /// Looks at the clock and the interrupt; large copies call it.
  var look: (() throws(Fault) -> Void)?
  var undo = UndoLog()
  var pool = Pool()
  /// Nil but in tests.
  var check: HeapCheck?
  /// Objects that nobody owns and whose `deinit` has not run yet.
  var dying: [Reference] = []
  /// By object: the record through which weak references find it.
  var weakBoxes: [Reference: Reference] = [:]
}

typealias Heap = UnsafeMutablePointer<HeapState>
