internal import Foundation

/// Text as BibTeX and LaTeX read it, for values within braces.
enum LaTeXText {
  /// Accented Latin letters become commands (`{\"o}`), which every version of BibTeX sorts and prints right; other scripts stay
  /// as they are, for engines that read UTF-8. Braces become commands, since BibTeX counts even escaped ones.
  static func escaped(_ text: String) -> String {
    let scalars = Array(oneLine(text).decomposedStringWithCanonicalMapping.unicodeScalars)
    var result = ""
    var index = 0
    while index < scalars.count {
      let base = scalars[index]
      var end = index + 1
      while end < scalars.count, isMark(scalars[end]) { end += 1 }
      let marks = scalars[(index + 1)..<end]
      let before = index == 0 ? nil : scalars[index - 1]
      result += marks.isEmpty ? plain(base, after: before) : accented(base, Array(marks), after: before)
      index = end
    }
    return result
  }

  /// A title: words with capitals inside ("PyTorch", "LLM") are braced, so that styles which write titles small leave them.
  static func title(_ text: String) -> String {
    oneLine(text).split(separator: " ").map { word in
      let letters = word.drop { !$0.isLetter }
      let isProtected = letters.dropFirst().contains(where: \.isUppercase)
      return isProtected ? "{\(escaped(String(word)))}" : escaped(String(word))
    }.joined(separator: " ")
  }

  /// A name as BibTeX takes it apart: "von Last, Jr., First". Single names, and names in which it would find parts that are
  /// none, are braced.
  static func name(_ name: PersonName) -> String {
    func part(_ text: String) -> String {
      let isMisread = text.contains(",") || text.split(separator: " ").contains { $0.lowercased() == "and" }
      return isMisread ? "{\(escaped(text))}" : escaped(text)
    }
    if name.isSingle { return "{\(escaped(name.family))}" }
    // Without a particle, words in lower case would be taken for one.
    let startsSmall = name.family.first?.isLowercase ?? false
    let family = startsSmall && name.particle.isEmpty ? "{\(escaped(name.family))}" : part(name.family)
    return
      ([name.particle.isEmpty ? family : part(name.particle) + " " + family]
      + [name.suffix, name.given].filter { !$0.isEmpty }.map(part)).joined(separator: ", ")
  }

  /// An address: taken as it stands by `\url`; what would end the value is percent-encoded.
  static func address(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      if scalar == "{" || scalar == "}" || scalar == "\\" || scalar.value <= 0x20 {
        result += percentEncoded(String(scalar), keeping: "")
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool { (0x300...0x36F).contains(scalar.value) }

  private static func accented(_ base: Unicode.Scalar, _ marks: [Unicode.Scalar], after: Unicode.Scalar?) -> String {
    let commands = marks.compactMap { accents[$0] }
    guard base.isASCII, base.properties.isAlphabetic, commands.count == marks.count else {
      return plain(base, after: after).precomposed(with: marks)
    }
    if marks == ["\u{30A}"], base == "a" || base == "A" { return base == "a" ? "{\\aa}" : "{\\AA}" }
    let isAbove = !["c", "k", "d", "b"].contains(commands.last)
    let letter = isAbove && base == "i" ? "{\\i}" : isAbove && base == "j" ? "{\\j}" : String(base)
    let inner = commands.reduce(letter) { inner, command in
      let isBare = inner.unicodeScalars.count == 1 && command.first?.isLetter == false
      let argument = isBare || inner.hasPrefix("{") ? inner : "{\(inner)}"
      return "\\\(command)\(argument)"
    }
    return "{\(inner)}"
  }

  private static func plain(_ scalar: Unicode.Scalar, after: Unicode.Scalar?) -> String {
    if let command = symbols[scalar] { return command }
    if scalar == "\"" {
      return after.map { $0.properties.isWhitespace || "([{–—".unicodeScalars.contains($0) } ?? true ? "``" : "''"
    }
    if scalar.value < 0x20 || scalar.value == 0x7F { return "" }
    return String(scalar)
  }

  private static let accents: [Unicode.Scalar: String] = [
    "\u{300}": "`", "\u{301}": "'", "\u{302}": "^", "\u{303}": "~", "\u{304}": "=", "\u{306}": "u", "\u{307}": ".",
    "\u{308}": "\"",
    "\u{30A}": "r", "\u{30B}": "H", "\u{30C}": "v", "\u{323}": "d", "\u{327}": "c", "\u{328}": "k", "\u{331}": "b",
  ]

  private static let symbols: [Unicode.Scalar: String] = [
    "\\": "{\\textbackslash}", "{": "{\\textbraceleft}", "}": "{\\textbraceright}", "%": "\\%", "&": "\\&", "$": "\\$",
    "#": "\\#",
    "_": "\\_", "~": "{\\textasciitilde}", "^": "{\\textasciicircum}", "<": "{\\textless}", ">": "{\\textgreater}",
    "|": "{\\textbar}", "ß": "{\\ss}", "æ": "{\\ae}", "Æ": "{\\AE}", "œ": "{\\oe}", "Œ": "{\\OE}", "ø": "{\\o}", "Ø": "{\\O}",
    "ł": "{\\l}", "Ł": "{\\L}", "đ": "{\\dj}", "Đ": "{\\DJ}", "ð": "{\\dh}", "Ð": "{\\DH}", "þ": "{\\th}", "Þ": "{\\TH}",
    "ı": "{\\i}", "–": "--", "—": "---", "“": "``", "”": "''", "‘": "`", "’": "'", "…": "{\\ldots}", "\u{A0}": "~",
    "×": "$\\times$", "±": "$\\pm$", "≤": "$\\leq$", "≥": "$\\geq$", "→": "$\\rightarrow$", "∞": "$\\infty$",
    "α": "$\\alpha$", "β": "$\\beta$", "γ": "$\\gamma$", "δ": "$\\delta$", "ε": "$\\epsilon$", "λ": "$\\lambda$", "µ": "$\\mu$",
    "μ": "$\\mu$", "π": "$\\pi$", "σ": "$\\sigma$", "τ": "$\\tau$", "φ": "$\\phi$", "ω": "$\\omega$",
  ]
}

extension String {
  fileprivate func precomposed(with marks: [Unicode.Scalar]) -> String {
    var joined = self
    joined.unicodeScalars.append(contentsOf: marks)
    return joined.precomposedStringWithCanonicalMapping
  }
}
