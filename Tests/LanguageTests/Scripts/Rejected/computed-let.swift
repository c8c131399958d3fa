struct S { let n: Int { 1 } }
