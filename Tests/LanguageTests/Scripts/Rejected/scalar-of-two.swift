let scalar: Unicode.Scalar = "ab"
print(scalar)
