import KernelInterface

#if KERNELSV4
  private let level = "AVX-512"
#elseif KERNELSV3
  private let level = "AVX2"
#else
  private let level = "base"
#endif

/// The kernels as this module was compiled.
package let kernelTable = KernelTable(
  level: level,
  depthwise: depthwiseKernels,
  directConvolution: directConvolutionKernels,
  elementwise: elementwiseKernels,
  exponential: exponentialKernels,
  gemm: gemmKernels,
  layout: layoutKernels,
  localResponse: localResponseKernels,
  normalization: normalizationKernels,
  optimizer: optimizerKernels,
  pooling: poolingKernels,
  preciseConvolution: preciseConvolutionKernels,
  rows: rowsKernels,
  thinGemm: thinGemmKernels,
  winograd: winogradKernels
)
