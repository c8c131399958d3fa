/// A closure of the language, as native code sees it. Filled in by the machine.
package final class FunctionValue {}
/// A value of a type that the learner declared.
package final class OpaqueValue {}
