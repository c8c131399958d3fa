/// Every operator, family by family. Each has a drawing function of the same name in `Tests/Fixtures/cases`.
package let operatorRows: [OperatorRow] =
  tensorRows + linearAlgebraRows + elementwiseRows + convolutionRows + poolingRows + recurrenceRows + attentionRows
  + activationRows + lossRows + normalizationRows
