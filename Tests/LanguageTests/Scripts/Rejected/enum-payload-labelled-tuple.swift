enum Step { case moved(by: (Int, Int)) }
let step = Step.moved(by: (1, 2))
switch step {
case .moved(let (dx, dy)): print(dx, dy)
}
