/// The three fonts a sample page is set in.
enum PDFFont: CaseIterable, Sendable {
  case roman
  case bold
  case italic

  var resourceName: String {
    switch self {
    case .roman: return "F1"
    case .bold: return "F2"
    case .italic: return "F3"
    }
  }

  /// What the file carries so that every reader shows the same letters.
  var embedded: EmbeddedFont {
    switch self {
    case .roman: return .sampleSerifRegular
    case .bold: return .sampleSerifBold
    case .italic: return .sampleSerifItalic
    }
  }

  /// Width in thousandths of the font size.
  func units(_ bytes: [UInt8]) -> Int {
    let widths = embedded.widths
    return bytes.reduce(0) { total, byte in
      let place = Int(byte) - 32
      return total + (widths.indices.contains(place) ? widths[place] : 0)
    }
  }
}

/// WinAnsi, the encoding of the fonts.
enum WinAnsi {
  private static let special: [Character: UInt8] = [
    "€": 0x80, "…": 0x85, "Š": 0x8A, "Œ": 0x8C, "Ž": 0x8E, "‘": 0x91, "’": 0x92, "“": 0x93, "”": 0x94, "•": 0x95, "–": 0x96,
    "—": 0x97, "š": 0x9A, "œ": 0x9C, "ž": 0x9E, "Ÿ": 0x9F,
  ]

  /// Letters the fonts don't have lose their marks; what remains unknown becomes `?`.
  static func bytes(_ text: String) -> [UInt8] {
    text.flatMap { character -> [UInt8] in
      if let byte = special[character] { return [byte] }
      if let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1,
        (32...126).contains(scalar.value) || (160...255).contains(scalar.value)
      {
        return [UInt8(scalar.value)]
      }
      return Array((PlainLetters.plain(character) ?? "?").utf8)
    }
  }
}

/// A length in thousandths of a point: whole numbers, so that layouts agree on every machine.
typealias Millipoints = Int

enum PDFNumber {
  /// `12345` as `12.345`.
  static func text(_ value: Millipoints) -> String {
    let size = value.magnitude
    let whole = String(size / 1_000)
    var fraction = String(size % 1_000)
    fraction = String(repeating: "0", count: 3 - fraction.count) + fraction
    while fraction.hasSuffix("0") { fraction.removeLast() }
    return (value < 0 ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
  }
}
