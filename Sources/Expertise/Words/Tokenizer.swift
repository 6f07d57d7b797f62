/// Cuts text into lower-case words.
///
/// A word is a run of letters, digits and the marks on them; anything else separates. Scripts written without spaces
/// give one word per ideograph. Joiners and soft hyphens inside a word vanish. Single letters and digits tell nothing and
/// are left out, as are runs of more than 64 scalars, which are no words. Words that differ only in how their accents
/// are encoded are equal, as `String` compares them.
public enum Tokenizer {
  static let lengthLimitScalars = 64

  public static func words(of text: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    var length = 0
    func close() {
      if (2...lengthLimitScalars).contains(length) { words.append(String(word).lowercased()) }
      word = String.UnicodeScalarView()
      length = 0
    }
    for scalar in text.unicodeScalars {
      switch kind(of: scalar) {
      case .letter:
        if length <= lengthLimitScalars { word.append(scalar) }
        length += 1
      case .mark:
        if length > 0, length <= lengthLimitScalars { word.append(scalar) }
      case .ideograph:
        close()
        words.append(String(scalar))
      case .joiner:
        continue
      case .separator:
        close()
      }
    }
    close()
    return words
  }

  private enum Kind {
    case letter, mark, ideograph, joiner, separator
  }

  private static func kind(of scalar: Unicode.Scalar) -> Kind {
    if scalar.isASCII {
      let isLetter = ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
      return isLetter ? .letter : .separator
    }
    switch scalar.value {
    case 0xAD, 0x200C, 0x200D, 0x2060, 0xFEFF: return .joiner
    default: break
    }
    let properties = scalar.properties
    if properties.isIdeographic { return .ideograph }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber: return .letter
    case .nonspacingMark, .spacingMark, .enclosingMark: return .mark
    default: return .separator
    }
  }
}
