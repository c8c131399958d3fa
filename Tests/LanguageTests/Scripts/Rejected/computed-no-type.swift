struct S { var n { 1 } }
