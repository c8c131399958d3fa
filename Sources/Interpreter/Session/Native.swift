/// A function, property, initialiser, operator or subscript that the host gives to the language.
///
/// The signature is Swift text, `func conv2d(_ input: Tensor, kernel: Tensor, stride: Int = 1) -> Tensor`, read by the
/// language's own parser: labels, defaults, completion and help all come from it. Defaults are evaluated by the language.
package struct Native {
  /// The type whose member this is (`Tensor`), nil for a free function.
  package let owner: String?
  package let signature: String
  /// The doc comment without its slashes; empty where there is none.
  package let documentation: String
  package let body: NativeBody
  /// For `{ get set }` subscripts and properties: arguments are `self`, the indices, the new value; the result is
  /// the changed `self`. `mutating func`s likewise: `body` gets `self` first and returns the changed `self`. Both may
  /// change an object in place, nobody else holds it; one that throws leaves it as it was.
  package let setter: NativeBody?

  package init(
    owner: String? = nil, _ signature: String, documentation: String = "", setter: NativeBody? = nil,
    body: @escaping NativeBody
  ) {
    self.owner = owner
    self.signature = signature
    self.documentation = documentation
    self.setter = setter
    self.body = body
  }
}

/// Members get `self` as their first argument; `static` ones and initialisers do not. A variadic parameter arrives as
/// one array. Errors thrown become diagnostics at the call.
package typealias NativeBody = (_ arguments: [Value], _ context: NativeContext) throws -> Value

/// What native code may ask of the machine that calls it.
package protocol NativeContext: AnyObject {
  /// Calls a function of the language; its faults pass through as thrown errors.
  func call(_ function: FunctionValue, _ arguments: [Value]) throws -> Value
  /// Writes to the cell's output; throws when the output budget is spent.
  func write(_ text: String) throws
  /// Shows something; where nobody takes it, its text is written as a line.
  func show(_ display: any Display) throws
  /// Long natives call this now and then; throws when the time is up or Ctrl-C was pressed.
  func poll() throws
}

/// Something that native code shows, a picture say: front ends that know it make more of it than its text.
package protocol Display {
  /// As a line, or several.
  var text: String { get }
}

/// Runs around whatever the language runs: a cell, or a function that is called from outside of one. Here the host sets
/// up what its natives need meanwhile, calls `run`, and undoes what they did if `run` gives false: then the run failed.
package typealias AroundRun = (_ context: NativeContext, _ run: () -> Bool) -> Void

/// One call of native code, as `Session.onNativeCall` is told of it.
package struct NativeCall {
  /// `conv2d`, `+`, `shape`.
  package let name: String
  /// The type whose member it is, `Tensor`.
  package let owner: String?
  /// The names of the parameters as declared, `self` first for members.
  package let parameters: [String]
  package let arguments: [Value]
  package let result: Value
  package let seconds: Double
  /// The part of `seconds` that native code took which closures called in the meantime.
  package let secondsInside: Double

  package subscript(parameter: String) -> Value? {
    parameters.firstIndex(of: parameter).flatMap { $0 < arguments.count ? arguments[$0] : nil }
  }
}

/// A failed precondition of native code, in the learner's words; becomes a `Diagnostic` of kind `.fault` at the call.
/// Any other thrown error becomes one too, by its description.
package struct NativeFailure: Error, CustomStringConvertible {
  package let description: String
  package init(_ description: String) { self.description = description }
}

/// An error of native code that may mean that a budget of the host's ran out; then the diagnostic is of kind `.budget`.
package protocol BudgetFailure: Error {
  var isOutOfBudget: Bool { get }
}

/// What the host gives to the language: opaque types, and functions over them.
package struct NativeLibrary {
  /// Names of host types (`Tensor`), with a doc comment each.
  package var types: [(name: String, documentation: String)]
  /// Swift declarations without bodies that need no native code: protocols with conformances (`protocol TensorIndex {}`,
  /// `extension Int: TensorIndex {}`), enums that the host and the language share (`enum DType { case float32, float64 }`;
  /// a payload-free case crosses the border as `.int(ordinal)`).
  package var declarations: String
  package var natives: [Native]
  package var aroundRun: AroundRun?

  package init(types: [(name: String, documentation: String)] = [], declarations: String = "", natives: [Native] = []) {
    self.types = types
    self.declarations = declarations
    self.natives = natives
  }

  var isEmpty: Bool { types.isEmpty && declarations.isEmpty && natives.isEmpty }

  package mutating func add(_ other: NativeLibrary) {
    types += other.types
    declarations += "\n" + other.declarations
    natives += other.natives
    if let outer = aroundRun, let inner = other.aroundRun {
      aroundRun = { context, run in
        outer(context) {
          var succeeded = false
          inner(context) {
            succeeded = run()
            return succeeded
          }
          return succeeded
        }
      }
    } else {
      aroundRun = aroundRun ?? other.aroundRun
    }
  }
}
