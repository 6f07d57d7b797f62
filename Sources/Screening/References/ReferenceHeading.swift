/// Where the reference list begins and ends in the lines of a paper in reading order.
struct ReferenceSpan {
  let heading: Int
  /// The first line after the heading.
  let start: Int
  /// One past the last line; where an appendix begins, if there is one.
  let end: Int

  private static let headings: Set<String> = [
    "REFERENCES", "REFERENCE", "BIBLIOGRAPHY", "REFERENCESANDNOTES", "NOTESANDREFERENCES", "WORKSCITED", "LITERATURECITED",
    "CITEDREFERENCES", "REFERENCESCITED",
  ]
  /// Floats can stand between the heading and the first entries.
  private static let entryWindowLines = 36

  /// The last heading that is set like one and is followed by something that reads like references.
  init?(_ layout: PaperLayout) {
    let lines = layout.lines
    let found = lines.indices.last { index in
      Self.isHeading(at: index, in: lines, layout: layout) && Self.isFollowedByEntries(index, in: lines)
    }
    guard let found else { return nil }
    heading = found
    start = found + 1
    end = Self.end(after: found, in: lines, layout: layout)
  }

  private static func isHeading(at index: Int, in lines: [PlacedLine], layout: PaperLayout) -> Bool {
    let line = lines[index]
    guard line.text.utf8.count <= 40, line.text.first?.isLowercase == false else { return false }
    guard headings.contains(line.capitals) || headings.contains(withoutRomanNumber(line)) else { return false }
    let isLarger = line.place.height > layout.bodySizePoints + 0.5 || line.line.sizePoints > layout.bodySizePoints + 0.5
    let isCapitals = !line.text.contains(where: \.isLowercase)
    guard line.isBold || isLarger || isCapitals else { return false }
    return !hasDottedNumber(line) && !lines[max(0, index - 3)..<index].contains { isLeft($0, of: line) && hasDottedNumber($0) }
  }

  /// "VI. REFERENCES" has letters in its number.
  private static func withoutRomanNumber(_ line: PlacedLine) -> String {
    let words = line.text.split(separator: " ")
    guard let first = words.first, first.hasSuffix("."), first.dropLast().allSatisfy({ "IVX".contains($0) }) else { return "" }
    return String(words.dropFirst().joined().filter(\.isLetter)).uppercased()
  }

  private static func isLeft(_ other: PlacedLine, of line: PlacedLine) -> Bool {
    other.page == line.page && abs(other.place.y1 - line.place.y1) < 4 && other.place.x1 <= line.place.x0 + 1
  }

  /// "3.1" before it makes it a subsection; "10." is a section's number.
  private static func hasDottedNumber(_ line: PlacedLine) -> Bool {
    guard let word = line.text.split(separator: " ").first else { return false }
    let parts = word.split(separator: ".")
    return parts.count >= 2 && parts.allSatisfy { $0.allSatisfy(\.isNumber) }
  }

  private static func isFollowedByEntries(_ index: Int, in lines: [PlacedLine]) -> Bool {
    let text = lines[(index + 1)...].prefix(entryWindowLines).map(\.text).joined(separator: " ")
    return text.utf8.count { $0 == UInt8(ascii: ",") } >= 4 && hasYear(text)
  }

  /// The next heading as large as this one; in styles whose headings are no larger than text, the word "Appendix".
  private static func end(after heading: Int, in lines: [PlacedLine], layout: PaperLayout) -> Int {
    let height = lines[heading].place.height
    let isLarger = height > layout.bodySizePoints * 0.9 + 0.7
    let end = lines[(heading + 1)...].indices.first { index in
      let line = lines[index]
      guard line.text.utf8.count <= 120 else { return false }
      if ["APPENDIX", "APPENDICES", "SUPPLEMENTARYMATERIAL"].contains(where: { line.capitals.hasPrefix($0) }) {
        return line.isBold || line.place.height >= height - 0.5
      }
      return isLarger && line.isBold && line.place.height >= height - 0.3 && line.text.first?.isLowercase == false
    }
    return end ?? lines.endIndex
  }
}

/// A year from 1900 to 2099 standing alone.
func hasYear(_ text: some StringProtocol) -> Bool {
  var digits: [UInt8] = []
  func isYear() -> Bool {
    digits.count == 4 && (digits.starts(with: Array("19".utf8)) || digits.starts(with: Array("20".utf8)))
  }
  for byte in text.utf8 {
    if (0x30...0x39).contains(byte) {
      digits.append(byte)
    } else {
      if isYear() { return true }
      digits.removeAll(keepingCapacity: true)
    }
  }
  return isYear()
}
