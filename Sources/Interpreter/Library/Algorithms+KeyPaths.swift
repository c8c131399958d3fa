extension Algorithms {
  static let keyPaths = """
    /// The way to a member, as a value: `\\Point.x`.
    class KeyPath<Root, Value> {
      let _get: (Root) -> Value
      init(_get: @escaping (Root) -> Value) { self._get = _get }
    }
    /// A key path whose member can be changed where the whole can.
    class WritableKeyPath<Root, Value>: KeyPath<Root, Value> {
      let _set: (inout Root, Value) -> Void
      init(_get: @escaping (Root) -> Value, _set: @escaping (inout Root, Value) -> Void) {
        self._set = _set
        super.init(_get: _get)
      }
    }
    /// A key path into an object.
    class ReferenceWritableKeyPath<Root, Value>: WritableKeyPath<Root, Value> {}
    protocol _KeyPathRoot {}
    extension _KeyPathRoot {
      subscript<Value>(keyPath path: WritableKeyPath<Self, Value>) -> Value {
        get { path._get(self) }
        set { path._set(&self, newValue) }
      }
      subscript<Value>(keyPath path: KeyPath<Self, Value>) -> Value { path._get(self) }
    }

    """
}
