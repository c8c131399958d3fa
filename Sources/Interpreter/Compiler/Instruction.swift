/// One instruction of the machine. `w` are the words of the current window, `r` its references.
struct Instruction {
  var opcode: Opcode
  var a: Int32 = 0
  var b: Int32 = 0
  var c: Int32 = 0
}

/// Jumps go `c` instructions on from the next one. "Takes" means that a register gives its reference away.
enum Opcode: UInt16 {
  // MARK: Moves
  /// w[a] = w[b]
  case move
  /// w[a...] = w[b...], `c` words
  case moveMany
  /// r[a] = r[b]
  case copy
  /// r[a...] = r[b...], `c` of them
  case copyMany
  /// r[a] = r[b], which becomes empty
  case take
  /// r[a...] become empty, `c` of them
  case clear
  /// w[a] = the 64 bits of b and c
  case word
  /// w[a] = b, w[a + 1] = c
  case twoWords
  /// r[a] = constant b
  case constant
  /// Only holds more operands for the instruction before it.
  case extra

  // MARK: Globals and memory
  case loadGlobalWord, storeGlobalWord
  /// r[a] = global b; a fault if it is empty and c is 1
  case loadGlobalReference
  /// global a takes r[b]
  case storeGlobalReference
  /// w[a] = the address of global word or reference b
  case globalWordAddress, globalReferenceAddress
  /// w[a] = the address of w[b] or r[b]
  case wordAddress, referenceAddress
  /// w[a] = word c at address w[b]
  case loadWord
  /// word c at address w[a] = w[b]
  case storeWord
  /// the word at w[a] + c += b, a small whole number
  case addConstantAt
  /// r[a] = reference c at address w[b]
  case loadReference
  /// reference c at address w[a] takes r[b]
  case storeReference
  /// r[a] takes reference c at address w[b]
  case takeReference
  /// r[a] = a new record of function or type b with c words, and `a` of the extra references; `b` of it: has a `deinit`
  case newRecord
  /// Runs `deinit` for objects that nobody owns any more; with an a, not for r[b], which was not made in full
  case finalize
  /// w[a] = word c of record r[b]; r[a] = reference c of record r[b]
  case recordWord, recordReference
  /// word c of record r[a] = w[b]; reference c of record r[a] takes r[b]
  case setRecordWord, setRecordReference
  /// w[a] = the address of the words, or references, of record r[b]
  case recordWords, recordReferences

  // MARK: Whole numbers
  case addInt, subtractInt, multiplyInt, divideInt, remainderInt, negateInt
  /// w[a] = w[b] + c, or times c
  case addConstant, multiplyConstant
  /// w[a] = w[b] op c, where c is more than 0
  case divideConstant, remainderConstant, bitAndConstant
  /// w[a] = w[b] op c, where c is less than 64
  case shiftLeftConstant, shiftRightConstant
  case wrappingAdd, wrappingSubtract, wrappingMultiply
  case bitAnd, bitOr, bitXor, bitNot, shiftLeft, shiftRight
  /// w[a] = w[b] op w[c] for a kind other than Int; extra: a kind, b operator
  case integerOperation
  case absInt, minInt, maxInt

  // MARK: Floating point
  case addDouble, subtractDouble, multiplyDouble, divideDouble, negateDouble
  case addFloat, subtractFloat, multiplyFloat, divideFloat, negateFloat
  case squareRoot, absDouble, minDouble, maxDouble
  /// w[a] = w[a] + w[b] * w[c], rounded twice
  case multiplyAddDouble, multiplyAddFloat

  // MARK: Comparison
  case lessInt, lessEqualInt, equalInt, notEqualInt
  case lessUnsigned, lessEqualUnsigned
  case lessDouble, lessEqualDouble, equalDouble, notEqualDouble
  case lessFloat, lessEqualFloat, equalFloat, notEqualFloat
  case not
  /// w[a] = r[b] === r[c]
  case identical

  // MARK: Conversion
  case intToDouble, intToFloat, floatToDouble, doubleToFloat, unsignedToDouble, unsignedToFloat
  /// w[a] = w[b] as an integer of kind c
  case doubleToInt
  /// w[a] = w[b] checked to fit into kind c; extra: a the kind it comes from
  case convertInteger

  // MARK: Jumps
  case jump
  /// Counts a tick.
  case jumpBack
  case jumpIf, jumpIfNot
  case jumpLessInt, jumpLessEqualInt, jumpEqualInt, jumpNotEqualInt
  /// Compare w[a] with the number b.
  case jumpLessConstant, jumpLessEqualConstant, jumpGreaterConstant, jumpGreaterEqualConstant
  case jumpEqualConstant, jumpNotEqualConstant
  case jumpLessDouble, jumpLessEqualDouble, jumpNotLessDouble, jumpNotLessEqualDouble, jumpEqualDouble
  case jumpNotEqualDouble
  /// r[a] is empty, or is not
  case jumpIfNil, jumpIfNotNil
  /// w[a] += 1, then jump back if w[a] < w[b]; a tick
  case forNext
  /// if w[a] < w[b]: w[a] += 1 and jump back; a tick
  case forNextClosed
  /// w[a] += 1, then jump back if it is an index of array r[b]; a tick
  case forNextElement
  /// The range from w[a] to w[a + 1] must not run backwards; jump if it is empty. b: 1 half-open, 2 closed
  case startRange
  /// The range from 0 to w[b] goes to w[a] and w[a + 1]; it must not run backwards; jump if it is empty
  case startCount
  /// A stride at w[a], to w[a + 1] by w[a + 2]: w[a + 1] becomes the last number that may be reached; jump if there is
  /// none. b: 1 through
  case strideStart
  /// w[a] goes on by w[a + 2], and jumps back if it is not behind w[a + 1]; a tick
  case strideNext

  // MARK: Arrays
  /// r[a] = [] with elements of b words and c references
  case newArray
  /// append `extra.a` elements from w[b...] and r[c...] (taken) to r[a]
  case appendRegisters
  case arrayCount
  /// w[a] = r[b][w[c]], elements of one word; r[a] = r[b][w[c]], elements of one reference
  case loadElementWord, loadElementReference
  /// w[a] = the address of the block r[b][w[c]], borrowed
  case peekElement
  /// w[a] = the address of the block that is reference c of record r[b], or global reference b; borrowed
  case peekRecord, peekGlobal
  /// The same with the borrowed block w[b].
  case loadElementWordVia, loadElementReferenceVia, peekElementVia, arrayCountVia
  /// w[a] = r[b][i][j]..., or the same from the borrowed block w[b], to an element of one word. The c steps of the path
  /// stand behind it: an `extra` for each index, which is w[extra.b]; or two where the index is a sum, w[extra.b] +
  /// w[extra.c] where extra.a is 1, and one to stand for the subscript
  case loadPath, loadPathVia
  /// w[a] = the address of the block r[b][i][j]..., or the same from the borrowed block w[b]; 0 if there is none. The c
  /// steps of the path stand behind it: an `extra` for each, w[extra.b] or w[extra.b] + w[extra.c] where extra.a is 1
  case findFixed, findFixedVia
  /// w[a] = element w[c], or w[c] + w[extra.b], of the borrowed block w[b]. Where there is no such block or element, jumps
  /// by extra.c, to what goes the whole path
  case loadFixed, loadFixedSum
  /// w[a] = word `extra.a` of element w[c] of r[b], or of the borrowed block w[b]
  case loadElementPart, loadElementPartVia
  /// w[a...], r[extra.a...] = r[b][w[c]]
  case loadElement
  /// The same with the borrowed block w[b].
  case loadElementVia
  /// r[a][w[b]] = w[c]; r[a][w[b]] takes r[c]
  case storeElementWord, storeElementReference
  /// Word `extra.a` of r[a][w[b]] = w[c]
  case storeElementPart
  /// r[a][w[b]] += w[c], for Double
  case addToElementDouble
  /// The array at the address w[a]: [w[b]] = w[c]
  case storeElementWordVia
  /// The array that is the first reference of record r[a]: [w[b]] = w[c]
  case storeRecordElementWord
  /// w[a], w[a + 1] = addresses of the words and references of element w[c] of the array at the address w[b]
  case elementAddress
  /// r[a].append(w[b]); r[a].append(r[b]), taken
  case appendWord, appendReference
  /// The array at the address w[a]: append w[b...] and r[c...] (taken)
  case appendAt

  // MARK: Strings
  /// r[a] = r[b] + r[c]
  case concatenate
  /// The string at the address w[a] += r[b]; where c is 1, the string r[a]
  case appendString
  /// r[a] = the digits of w[b]
  case integerText
  /// w[a] = r[b] == r[c]
  case equalString

  // MARK: Dictionaries
  /// w[a] = the place of the key w[c] or r[extra.a] in r[b], or -1; w[a + 1] = the block of the values, borrowed
  case dictionaryPlace
  /// w[a], w[a + 1] = addresses of the words and references of the value in the dictionary at the address w[b] for the
  /// key w[c] or r[extra.a]; w[a + 2] = whether there is one
  case dictionaryAddress

  // MARK: Host objects
  /// w[a] = r[b][w[c...]], `extra.a` indices, which the `extra.b` steps behind it put there (see `loadPath`)
  case hostElement
  /// The object at the address w[a]: [w[b...]] = w[b + c], c indices
  case setHostElement

  // MARK: Calls
  /// Function a with its window at w[b...], r[c...]; the result is left there
  case call
  /// The closure r[a] with its window at w[b...], r[c...]
  case callClosure
  /// Site a with its arguments at w[b...], r[c...]
  case callNative, callPrimitive
  /// Method site a for the value r[extra.a], with its window at w[b...], r[c...]
  case callMethod
  case `return`
  /// The same for windows without references to release
  case returnWords
  /// Throws the error r[a], taken
  case `throw`

  // MARK: Runs
  /// Instructions that often follow one another, in one step (see `FunctionCompiler.runs`).
  // Index arithmetic
  case addTwice, subtractAdd, multiplyAdd, multiplyAddTwice, scaleAdd, scaleAddTwice, globalMultiplyAdd
  case globalMultiplyAddTwice, addLoad, multiplyAddLoad, multiplyAddTwiceLoad, scaleAddLoad, scaleAddTwiceLoad
  case globalMultiplyAddLoad, globalMultiplyAddTwiceLoad
  // Elements of arrays of arrays
  case peekLoad, peekAddLoad, addPeekAddLoad, storeNested
  // Elements of captured and global variables
  case peekRecordLoad, peekGlobalLoad, wordStoreRecordElement, addWordStoreRecordElement
  case subtractWordStoreRecordElement
  // Elements as conditions
  case loadJumpIf, loadJumpIfNot, peekRecordLoadJumpIf, peekRecordLoadJumpIfNot, peekRecordAddLoadJumpIf
  case peekRecordAddLoadJumpIfNot, peekRecordSubtractAddLoadJumpIf, peekRecordSubtractAddLoadJumpIfNot
  case peekRecordSubtractShiftLoadJumpIf, peekRecordSubtractShiftLoadJumpIfNot
  // Entries of dictionaries
  case findEntry
  // Texts
  case appendElementString
  // Parts of elements
  case subtractParts, partMultiply, partMultiplyTwice, addToPart, subtractFromPart, wordPartMultiply
  // Sums of products
  case multiplyThenAdd, multiplyTwiceThenAdd, wordAddDouble
  // Ends of loops
  case addIntForNext, storeForNext, wordStore, wordStoreForNext, wordStoreStrideNext, multiplyAddDoubleForNext
  case multiplyAddFloatForNext, dotDoubleForNext, dotFloatForNext, dotNestedDoubleForNext, dotNestedFloatForNext
  case peekLoadMultiplyAddDoubleForNext, dotFixedDoubleForNext, dotFixedSumDoubleForNext
  case dotFixedPeekDoubleForNext, peekLoadMultiplyAddFloatForNext, dotFixedFloatForNext, dotFixedSumFloatForNext
  case dotFixedPeekFloatForNext
  // Ends of functions
  case moveReturnWords, wordReturnWords, addIntReturnWords
  case addConstantCall

  // MARK: Checks
  /// r[a] must not be empty: the value is nil; the variable has no value yet
  case checkSome, checkInitialised
  /// w[a] must not be 0: the value is nil
  case checkTag
  /// w[a] must not be 0: the step of a stride
  case checkStep
  /// w[a] <= w[b], the bounds of a range
  case checkRange
  /// Stops with the message r[a]
  case stop
  /// A place that is never reached
  case unreachable
}
