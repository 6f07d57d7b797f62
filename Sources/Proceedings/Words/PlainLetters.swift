internal import Foundation

/// Latin letters without their marks, for keys and for sorting: "Łukasz Gößmann" → "lukasz gossmann". What is of another script stays.
func plainLetters(_ text: String) -> String {
  text.decomposedStringWithCanonicalMapping.unicodeScalars.reduce(into: "") { plain, scalar in
    if (0x300...0x36F).contains(scalar.value) { return }
    plain += undecomposed[scalar] ?? String(scalar)
  }.lowercased()
}

/// Letters that Unicode does not take apart.
private let undecomposed: [Unicode.Scalar: String] = [
  "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D",
  "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ı": "i", "ħ": "h", "Ħ": "H", "ŋ": "ng", "Ŋ": "Ng",
]

/// One line: runs of white space become one blank.
func oneLine(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

/// "A", "A and B", "A, B, and C".
func listed(_ items: [String]) -> String {
  guard let last = items.last, items.count > 1 else { return items.first ?? "" }
  return items.count == 2 ? items[0] + " and " + last : items.dropLast().joined(separator: ", ") + ", and " + last
}
