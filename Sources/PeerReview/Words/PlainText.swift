/// Text as people typed it, without what nobody can see in it.
public enum PlainText {
  /// Without control characters and without the marks that embed, override or isolate a direction (UAX #9): a name or title
  /// could read otherwise with them, or turn around what stands beside it. Vertical tab, form feed and next line, by which word
  /// processors and PDFs break lines, become `\n`.
  ///
  /// Tabs and line ends stay, and so does what scripts are written with: letters of every direction, joiners and non-joiners
  /// (U+200D, U+200C) and the marks of a single direction (U+200E, U+200F, U+061C).
  public static func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { isHidden($0) || breaksLine($0) }) else { return text }
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !isHidden(scalar) { kept.append(breaksLine(scalar) ? "\n" : scalar) }
    return String(kept)
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
    default: false
    }
  }
}
