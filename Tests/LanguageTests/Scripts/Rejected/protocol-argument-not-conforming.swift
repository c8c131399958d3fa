protocol P {}
struct S {}
func f(_ p: some P) {}
f(S())
