/// One entry of a reference list.
struct ReferenceEntry {
  let page: Int
  let box: Box
  /// Its lines joined, hyphens at line ends undone, without its label.
  let text: String
}

/// The reference list of a paper, split into entries.
struct ReferenceList {
  let span: ReferenceSpan
  let entries: [ReferenceEntry]
  let headingPage: Int
  /// Pages up to the list; the page with the heading counts when main text stands before it there.
  let mainPages: Int
  /// Figures or tables, but no text, stand before the heading on its page.
  let hasFloatsBefore: Bool

  /// Nil when the paper has no list that can be recognised.
  init?(_ layout: PaperLayout) {
    guard let span = ReferenceSpan(layout) else { return nil }
    self.span = span
    let heading = layout.lines[span.heading]
    headingPage = heading.page
    let before = layout.lines[..<span.heading].filter { $0.page == heading.page }
    // Captions and labels in figures are set smaller than the text.
    let textLetters = before.filter(layout.isBody).reduce(0) { $0 &+ $1.capitals.utf8.count }
    mainPages = textLetters >= 15 ? heading.page : heading.page - 1
    hasFloatsBefore = textLetters < 15 && !before.isEmpty
    entries = Self.split(Array(layout.lines[span.start..<span.end]))
  }

  /// Whether a line of the layout belongs to the list, its heading included.
  func covers(_ index: Int) -> Bool { index >= span.heading && index < span.end }

  private static func split(_ lines: [PlacedLine]) -> [ReferenceEntry] {
    let list = withoutFloats(lines)
    let labelled = list.count { label(of: $0.text) != nil }
    // A list with labels has one for each entry, and entries are rarely longer than eight lines.
    let usesLabels = labelled >= 2 && labelled * 8 >= list.count
    let edges = usesLabels ? [:] : leftEdges(of: list)
    var entries: [ReferenceEntry] = []
    var current: [PlacedLine] = []
    for line in list {
      let starts =
        usesLabels
        ? label(of: line.text) != nil
        : line.place.x0 < (edges[line.column] ?? 0) + 4
      if starts, !current.isEmpty {
        entries.append(entry(current))
        current = []
      }
      current.append(line)
    }
    if !current.isEmpty { entries.append(entry(current)) }
    return entries.filter { $0.text.utf8.count >= 12 }
  }

  /// Captions and labels of figures between the entries are set in other sizes.
  private static func withoutFloats(_ lines: [PlacedLine]) -> [PlacedLine] {
    var counts: [Int: Int] = [:]
    for line in lines {
      if let key = Int(exactly: line.line.sizePoints.rounded()) { counts[key, default: 0] &+= line.text.utf8.count }
    }
    guard let size = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else { return lines }
    return lines.filter { abs($0.line.sizePoints - Double(size)) < 1.2 }
  }

  /// The text within brackets or before a dot at the line's start, such as "12" or "Bartlett et al., 2020".
  static func label(of text: String) -> Substring? {
    if text.hasPrefix("["), let close = text.prefix(48).firstIndex(of: "]") {
      return text[text.index(after: text.startIndex)..<close]
    }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text[digits.endIndex...]
    return (1...3).contains(digits.count) && (rest.hasPrefix(". ") || rest == ".") ? digits : nil
  }

  /// Where entries begin in each column: the leftmost place at least two lines start from.
  private static func leftEdges(of lines: [PlacedLine]) -> [Int: Double] {
    var edges: [Int: Double] = [:]
    for column in Set(lines.map(\.column)) {
      let starts = lines.filter { $0.column == column }.map(\.place.x0).sorted()
      let shared = zip(starts, starts.dropFirst()).first { $1 - $0 < 1 }?.0
      edges[column] = shared ?? starts.first
    }
    return edges
  }

  private static func entry(_ lines: [PlacedLine]) -> ReferenceEntry {
    let first = lines[0]
    // The box shows the part on the page where the entry begins, in its column.
    let box = lines.filter { $0.page == first.page && $0.column == first.column }
      .reduce(first.line.box) { $0.union($1.line.box) }
    var text = joined(lines)
    if let label = label(of: text) { text = String(text[label.endIndex...].drop { "].) ".contains($0) }) }
    return ReferenceEntry(page: first.page, box: box, text: text)
  }
}

/// Lines as running text: a space between them, hyphens at line ends undone.
func joined(_ lines: [PlacedLine]) -> String {
  var text = ""
  for line in lines {
    if text.hasSuffix("-"), line.text.first?.isLowercase == true {
      text.removeLast()
    } else if !text.isEmpty {
      text += " "
    }
    text += line.text
  }
  return text
}

extension PaperLayout {
  /// The lines before and after the reference list; all without one.
  func lines(outside list: ReferenceList?) -> [PlacedLine] {
    guard let list else { return lines }
    return lines.enumerated().filter { !list.covers($0.offset) }.map(\.element)
  }
}
