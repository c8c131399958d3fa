struct S { lazy let n = 1 }
