func normalized(_ other: Tensor, from training: Tensor) -> Tensor {
  let mean = training.mean(axes: [0])
  let centred = training - mean
  return (other - mean) / sqrt((centred * centred).mean(axes: [0]))
}
