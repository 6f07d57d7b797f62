/// What the first page of a paper says of itself, for its authors to confirm. A guess: nothing is stored by it.
public struct PaperSuggestion: Hashable, Sendable, Codable {
  /// Empty where none was found, as is the abstract.
  public let title: String
  public let abstract: String

  public init(title: String, abstract: String) {
    self.title = title
    self.abstract = abstract
  }

  /// Whether a form says something else than was found. White space, case, accents and punctuation are no difference: capitals
  /// can't be told from small capitals in a PDF. What was not found differs from nothing.
  public func differs(fromTitle title: String) -> Bool { Self.differ(self.title, title) }
  public func differs(fromAbstract abstract: String) -> Bool { Self.differ(self.abstract, abstract) }

  private static func differ(_ found: String, _ typed: String) -> Bool {
    let found = Folding.words(found).joined()
    return !found.isEmpty && found != Folding.words(typed).joined()
  }

  /// Longer ones are no title and no abstract.
  static let titleCharacters = 400
  static let abstractCharacters = 8_000

  init(_ layout: PaperLayout) {
    let front = PaperFront(layout)
    let words = PaperVocabulary(layout, without: Set(front.title.map(\.text)))
    let title = words.opened(words.joined(front.title.map(\.text)).withoutMarks)
    let abstract = words.joined(front.abstract)
    self.init(
      title: title.count <= Self.titleCharacters ? title : "",
      abstract: abstract.count <= Self.abstractCharacters ? abstract : "")
  }
}

/// The title and the abstract of a first page as lines of it.
struct PaperFront {
  /// The largest text above the abstract, or in the upper half of a page without one.
  let title: [PlacedLine]
  /// From after the word “Abstract” to the next heading, or to the end of its column.
  let abstract: [String]

  init(_ layout: PaperLayout) {
    let page = layout.lines.filter { $0.page == 1 && !Self.isTurned($0) && !$0.text.isEmpty }
    let heading = page.firstIndex { Self.opensAbstract($0) }
    let bottom = page.map(\.place.y1).max() ?? 0
    let limit = heading.map { page[$0].place.y0 + 1 } ?? bottom / 2
    title = Self.title(in: page.filter { $0.place.y0 < limit }, bodySizePoints: layout.bodySizePoints)
    abstract = heading.map { Self.abstract(in: page, from: $0, bodySizePoints: layout.bodySizePoints) } ?? []
  }

  /// Stamps along the edge are large and run upwards.
  private static func isTurned(_ line: PlacedLine) -> Bool {
    line.text.utf8.count > 3 && line.place.height > 2.5 * max(1, line.line.sizePoints)
  }

  private static func title(in lines: [PlacedLine], bodySizePoints: Double) -> [PlacedLine] {
    let worded = lines.filter { $0.capitals.count >= 3 }
    let largest = worded.map(\.line.sizePoints).max() ?? 0
    let isTitle: (PlacedLine) -> Bool =
      largest > bodySizePoints + 0.5 ? { abs($0.line.sizePoints - largest) < 0.6 } : { $0.isBold }
    guard let first = worded.firstIndex(where: isTitle) else { return [] }
    var title = [worded[first]]
    for line in worded[(first + 1)...] where isTitle(line) {
      guard let last = title.last, line.place.y0 - last.place.y0 < 2.4 * max(line.line.sizePoints, 6) else { break }
      title.append(line)
    }
    return title
  }

  private static func opensAbstract(_ line: PlacedLine) -> Bool {
    line.capitals == "ABSTRACT" || runsOn(line) != nil
  }

  /// What follows “Abstract” on its own line, as IEEE and others set it.
  private static func runsOn(_ line: PlacedLine) -> String? {
    guard line.text.lowercased().hasPrefix("abstract") else { return nil }
    let rest = line.text.dropFirst("abstract".count).drop { $0 == " " }
    guard let mark = rest.first, "—–-.:".contains(mark) else { return nil }
    let text = rest.drop { "—–-.: ".contains($0) }
    return text.isEmpty ? nil : String(text)
  }

  private static func abstract(in page: [PlacedLine], from heading: Int, bodySizePoints: Double) -> [String] {
    var texts = runsOn(page[heading]).map { [$0] } ?? []
    var last = page[heading]
    var sizePoints = texts.isEmpty ? nil : Optional(last.line.sizePoints)
    for line in page[(heading + 1)...] {
      if line.column != page[heading].column && line.place.y0 < last.place.y0 { break }
      if texts.isEmpty, line.capitals.isEmpty { continue }
      let size = sizePoints ?? line.line.sizePoints
      if line.text.utf8.count >= 6, line.line.sizePoints < size - 0.6 { break }
      if line.place.y0 - last.place.y1 > 2.2 * size || endsAbstract(line, sizePoints: size) { break }
      if !texts.isEmpty, line.capitals.isEmpty, line.text.utf8.count <= 4, line.place.y0 > last.place.y1 { break }
      texts.append(line.text)
      sizePoints = size
      last = line
    }
    return texts
  }

  private static let closings = [
    "INTRODUCTION", "KEYWORDS", "INDEXTERMS", "CCSCONCEPTS", "CATEGORIESANDSUBJECTDESCRIPTORS", "ACMREFERENCEFORMAT",
    "GENERALTERMS",
  ]

  private static func endsAbstract(_ line: PlacedLine, sizePoints: Double) -> Bool {
    let capitals = line.capitals
    if ["INTRODUCTION", "IINTRODUCTION"].contains(capitals) { return true }
    if closings.dropFirst().contains(where: { capitals.hasPrefix($0) }) { return true }
    return line.text.utf8.count <= 60 && (line.line.sizePoints > sizePoints + 0.6 || line.isBold && capitals.count >= 3)
  }
}

extension String {
  /// Without the marks that lead to a footnote.
  fileprivate var withoutMarks: String {
    var text = self[...]
    while let last = text.last, "*∗†‡§¶ ".contains(last) { text = text.dropLast() }
    return String(text)
  }
}
