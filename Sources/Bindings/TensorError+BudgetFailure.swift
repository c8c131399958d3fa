import Interpreter
import Tensors

/// Too little memory for a tensor is a budget that ran out, as too many elements in an array are.
extension TensorError: BudgetFailure {}
