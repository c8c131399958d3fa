enum List {
  case empty
  case cons(Int, List)
}
print(List.empty)
