/// A function of the standard library that the machine itself carries out: in an instruction of its own, or in a
/// function over registers. The signature is Swift text, as with `Native`.
struct Primitive: Sendable {
  let owner: String?
  let signature: String
  let name: String
  /// For `{ get set }`.
  let setter: String?
  let documentation: String
  /// Nil where the compiler makes instructions of it.
  let body: Body?

  /// Wrapped: a bare closure in an optional or a dictionary is called through several thunks.
  struct Body: Sendable {
    let run: PrimitiveBody
  }

  init(
    _ owner: String?, _ signature: String, _ name: String, setter: String? = nil, _ documentation: String = "",
    body: PrimitiveBody? = nil
  ) {
    self.owner = owner
    self.signature = signature
    self.name = name
    self.setter = setter
    self.documentation = documentation
    self.body = body.map(Body.init)
  }
}

enum Primitives {
  static let all: [Primitive] =
    general + weakReferences + integers + decimals + mathematics + arrays + dictionaries + strings + places + characters
    + ranges

  /// Bodies by name; a setter's body is registered under the setter's name.
  static let bodies: [String: Primitive.Body] = {
    var result: [String: Primitive.Body] = [:]
    for primitive in all { if let body = primitive.body { result[primitive.name] = body } }
    for (name, body) in setters { result[name] = Primitive.Body(run: body) }
    return result
  }()
}
