func f(_ n: Int) -> Int { 1 }
func f(_ s: String) -> Int { 2 }
let g = f
