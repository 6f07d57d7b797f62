/// Latin letters without their marks, for addresses and for what a standard PDF font can't print.
enum PlainLetters {
  private static let rows: [(plain: String, marked: String)] = [
    ("A", "ÀÁÂÃÄÅĀĂĄẠẢ"), ("a", "àáâãäåāăąạảậấầắặ"), ("AE", "Æ"), ("ae", "æ"), ("C", "ÇĆČĈ"), ("c", "çćčĉ"),
    ("D", "ĎĐÐ"), ("d", "ďđð"), ("E", "ÈÉÊËĒĖĘĚ"), ("e", "èéêëēėęěễếệẹẻẽềể"), ("G", "ĞĢ"), ("g", "ğģ"), ("H", "Ħ"), ("h", "ħ"),
    ("I", "ÌÍÎÏĪİ"), ("i", "ìíîïīıịỉĩ"), ("K", "Ķ"), ("k", "ķ"), ("L", "ŁĽĹĻ"), ("l", "łľĺļ"), ("N", "ÑŃŇŅ"), ("n", "ñńňņ"),
    ("O", "ÒÓÔÕÖØŌŐ"), ("o", "òóôõöøōőọỏơợồốộổờớ"), ("OE", "Œ"), ("oe", "œ"), ("R", "ŘŔ"), ("r", "řŕ"), ("S", "ŚŠŞȘ"),
    ("s", "śšşș"),
    ("ss", "ß"), ("T", "ŤŢȚ"), ("t", "ťţț"), ("Th", "Þ"), ("th", "þ"), ("U", "ÙÚÛÜŪŮŰ"), ("u", "ùúûüūůűụủũưừứựữ"), ("Y", "ÝŸ"),
    ("y", "ýÿỳỷỹ"), ("Z", "ŹŻŽ"), ("z", "źżž"),
  ]
  private static let table: [Character: String] = Dictionary(
    rows.flatMap { row in row.marked.map { ($0, row.plain) } }, uniquingKeysWith: { first, _ in first })

  /// The letter without its marks; nil for one this table doesn't know.
  static func plain(_ letter: Character) -> String? {
    letter.isASCII ? String(letter) : table[letter]
  }

  /// What can stand left of an `@`: lower-case ASCII letters, digits, hyphens.
  static func address(_ name: String) -> String {
    let letters = name.map { plain($0) ?? "" }.joined()
    let kept = letters.map { $0 == " " ? "-" : $0 }.filter { $0.isLetter || $0.isNumber || $0 == "-" }
    return String(kept).lowercased()
  }
}
