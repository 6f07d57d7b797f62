internal import Foundation

/// A line of Latin text as the codes of WinAnsiEncoding.
struct PrintedText: Sendable {
  enum Font: String, CaseIterable, Sendable {
    case roman = "Times-Roman"
    case bold = "Times-Bold"
    case italic = "Times-Italic"

    fileprivate var widths: [Int] {
      switch self {
      case .roman: SerifWidths.roman
      case .bold: SerifWidths.bold
      case .italic: SerifWidths.italic
      }
    }
  }

  let codes: [UInt8]

  /// Marks a font can't print are left off their letters. Nil when something of the text is of another script.
  init?(_ text: String) {
    var codes: [UInt8] = []
    for scalar in oneLine(text).precomposedStringWithCanonicalMapping.unicodeScalars {
      if let code = Self.code(of: scalar) {
        codes.append(code)
        continue
      }
      let bare = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars.compactMap { part -> UInt8? in
        (0x300...0x36F).contains(part.value) ? nil : Self.code(of: part) ?? Self.plain[part]
      }
      if bare.isEmpty, !(0x300...0x36F).contains(scalar.value) { return nil }
      codes += bare
    }
    self.codes = codes
  }

  init(codes: [UInt8]) { self.codes = codes }

  /// In thousandths of the size.
  func width(_ font: Font) -> Int {
    let widths = font.widths
    return codes.reduce(0) { sum, code in
      let place = Int(code) - 32
      return sum + (widths.indices.contains(place) ? widths[place] : 0)
    }
  }

  /// As a PDF string in hexadecimal digits, so that the file is plain ASCII.
  var hexadecimal: String {
    "<" + codes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() + ">"
  }

  /// Broken at blanks into lines of at most so many thousandths; a word that is longer stands alone.
  func lines(_ font: Font, limit: Int) -> [PrintedText] {
    var lines: [[UInt8]] = []
    var line: [UInt8] = []
    for word in codes.split(separator: 32) {
      let longer = line.isEmpty ? Array(word) : line + [32] + word
      if line.isEmpty || PrintedText(codes: longer).width(font) <= limit {
        line = longer
      } else {
        lines.append(line)
        line = Array(word)
      }
    }
    return (lines + (line.isEmpty ? [] : [line])).map { PrintedText(codes: $0) }
  }

  private static func code(of scalar: Unicode.Scalar) -> UInt8? {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0xFF: UInt8(scalar.value)
    default: special[scalar]
    }
  }

  /// What WinAnsiEncoding has between 128 and 159.
  private static let special: [Unicode.Scalar: UInt8] = [
    "€": 128, "‚": 130, "ƒ": 131, "„": 132, "…": 133, "†": 134, "‡": 135, "‰": 137, "Š": 138, "‹": 139, "Œ": 140, "Ž": 142,
    "‘": 145, "’": 146, "“": 147, "”": 148, "•": 149, "–": 150, "—": 151, "™": 153, "š": 154, "›": 155, "œ": 156, "ž": 158,
    "Ÿ": 159, "‐": 45, "‑": 45, "−": 45,
  ]

  /// Letters that Unicode does not take apart.
  private static let plain: [Unicode.Scalar: UInt8] = [
    "ł": 108, "Ł": 76, "đ": 100, "Đ": 68, "ı": 105, "ħ": 104, "Ħ": 72,
  ]
}
