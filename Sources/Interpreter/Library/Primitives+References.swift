/// References that do not keep their objects.
extension Primitives {
  static let weakReferences: [Primitive] = [
    Primitive(nil, "func _weak<Object>(_ object: Object?) -> _Weak<Object>", "weak") { call in
      guard let object = try call.object(0) else { return call.machine.replace(call.resultReferences, nil) }
      guard case .structure(let parts) = call.site.result.info.shape,
        case .optional(let box, _)? = parts.first?.info.shape
      else { throw Fault.uninitialised }
      call.give(call.heap.weakBox(of: object, info: box.index))
    },
    Primitive(nil, "func _strong<Object>(_ reference: _Weak<Object>) -> Object?", "strong") { call in
      call.machine.replace(call.resultReferences, call.target(call.types[0]))
    },
    Primitive(nil, "func _alive<Object>(_ reference: _Weak<Object>) -> Object", "alive") { call in
      guard let object = call.target(call.types[0]) else {
        throw Fault("the object of an 'unowned' reference is gone")
      }
      call.give(object)
    },
    Primitive(
      nil, "func isKnownUniquelyReferenced<T: AnyObject>(_ object: inout T) -> Bool", "unique",
      "Whether nobody else has a reference to an object."
    ) { call in
      call.give(call.slot(0).pointee?.asHeader.pointee.count == 1)
    },
    Primitive(nil, "func _address<Object>(_ object: Object) -> Int", "address") { call in
      guard let object = try call.object(0) else { throw Fault.uninitialised }
      call.give(Int(bitPattern: object))
    },
  ]

  static let weakTypes = """
    final class _WeakBox {}
    struct _Weak<Object> {
      var _box: _WeakBox?
    }
    /// Tells an object from every other that lives at the same time.
    struct ObjectIdentifier: Hashable, Comparable {
      var _number: Int
      /// The identity of an object.
      init(_ object: AnyObject) { _number = _address(object) }
      static func < (left: ObjectIdentifier, right: ObjectIdentifier) -> Bool { left._number < right._number }
    }

    """
}

extension PrimitiveCall {
  /// The object of an argument or an optional one, also where it is a value of a protocol's type.
  fileprivate func object(_ index: Int) throws -> Reference? {
    guard let reference = referencesOf(index)[0] else { return nil }
    var shape = info(index).shape
    if case .optional(let wrapped, _) = shape { shape = wrapped.shape }
    guard case .existential = shape else { return reference }
    return reference.recordReferences[0]
  }

  /// The object that a weak reference refers to, owned; nil if it is gone.
  fileprivate func target(_ type: TypeInfo) -> Reference? {
    guard let box = referencesOf(0)[0], let object = Reference(bitPattern: box.recordWords[0]) else { return nil }
    object.retain()
    guard case .existential = type.shape else { return object }
    let value = heap.record(words: 0, references: 1, info: Int(object.asHeader.pointee.info))
    value.recordReferences[0] = object
    return value
  }
}
