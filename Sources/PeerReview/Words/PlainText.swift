/// Text as people typed it, without what nobody can see in it.
public enum PlainText {
  /// Without control characters and without the marks that embed, override or isolate a direction (UAX #9): a name or title
  /// could read otherwise with them, or turn around what stands beside it. Vertical tab, form feed and next line, by which word
  /// processors and PDFs break lines, become `\n`. Spaces without width go, too, by which a word is not found, and marks beyond as many
  /// on one letter as any script has: they would cover the lines around.
  ///
  /// Tabs and line ends stay, and so does what scripts are written with: letters of every direction, the marks of a single direction
  /// (U+200E, U+200F, U+061C), and joiners and non-joiners (U+200D, U+200C) between letters other than Latin ones.
  public static func visible(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0x80 || $0 < 0x20 || $0 == 0x7F }) else { return text }
    let scalars = Array(text.unicodeScalars)
    var kept = String.UnicodeScalarView()
    var marks = 0
    for (place, scalar) in scalars.enumerated() where !isHidden(scalar) {
      if isJoiner(scalar), !(joins(kept.last) && joins(scalars[(place + 1)...].first)) { continue }
      marks = isMark(scalar) ? marks + 1 : 0
      if marks <= marksMost { kept.append(breaksLine(scalar) ? "\n" : scalar) }
    }
    return String(kept)
  }

  private static let marksMost = 10
  /// Below it are the Latin letters.
  private static let firstJoined: UInt32 = 0x0300

  private static func isJoiner(_ scalar: Unicode.Scalar) -> Bool { scalar == "\u{200C}" || scalar == "\u{200D}" }

  private static func joins(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return false }
    return scalar.value >= firstJoined && !isHidden(scalar) && !isJoiner(scalar) && !scalar.properties.isWhitespace
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= firstJoined else { return false }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return true
    default: return false
    }
  }

  private static func breaksLine(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0B, 0x0C, 0x85: true
    default: false
    }
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x85: false
    case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
    // Spaces without width, and letters that fill a place with nothing.
    case 0x200B, 0x2060, 0xFEFF, 0x3164, 0xFFA0: true
    default: false
    }
  }
}
