/// Who of the form's authors is told by the texts of an archive, and where first.
struct ArchiveText {
  /// Where something stands, and in how many other files.
  struct Place: Hashable {
    let path: String
    /// Counted from 1; 0 is the path itself.
    let line: Int
    var otherFiles = 0
    fileprivate var lastPath: String

    init(path: String, line: Int) {
      self.path = path
      self.line = line
      lastPath = path
    }

    var words: String {
      let others = otherFiles == 0 ? "" : otherFiles == 1 ? " and in another file" : " and in \(otherFiles) other files"
      return line == 0 ? "in the name of \(path)\(others)" : "in \(path), line \(line)\(others)"
    }
  }

  private let names: FormNames
  /// Folded words of which one stands wherever somebody or something of the form is told.
  private let needles: [[UInt8]]
  private let linkNeedles: [String]
  private(set) var identities: [(what: Identity, place: Place)] = []
  private(set) var affiliations: [(what: String, place: Place)] = []
  private(set) var links: [(what: String, place: Place)] = []

  private static let stretchBytes = 1_000
  private static let overlapBytes = 80

  init(names: FormNames) {
    self.names = names
    let families = names.authors.compactMap(\.family.last)
    let locals = names.emails.compactMap { $0.local.max { $0.count < $1.count } }
    let institutions = names.affiliations.compactMap { $0.words.max { $0.count < $1.count } }
    needles = Set(families + locals + institutions + ["home", "users"]).sorted().map { Array($0.utf8) }
    linkNeedles = (names.authors.map { $0.family.joined() } + names.emails.map { $0.local.joined() }).filter { $0.count > 3 }
  }

  mutating func read(path: String) {
    look(at: path.split(separator: "/").joined(separator: " / "), path, 0)
  }

  /// Reads one file. What a list of references says is not looked at: there authors stand in the third person.
  mutating func read(_ text: String, path: String) {
    let folded = path.lowercased()
    if folded.hasSuffix(".bib") || folded.hasSuffix(".bbl") { return }
    var isReferences = false
    var before: ArraySlice<UInt8> = []
    for (index, line) in Array(text.utf8).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
      if line.starts(with: "\\begin{thebibliography}".utf8) { isReferences = true }
      if line.starts(with: "\\end{thebibliography}".utf8) { isReferences = false }
      if isReferences { continue }
      var rest = line
      while !rest.isEmpty {
        let stretch = rest.prefix(Self.stretchBytes)
        rest = rest.dropFirst(Self.stretchBytes)
        if isTelling(stretch) {
          look(at: String(decoding: before.suffix(Self.overlapBytes) + [0x20] + stretch, as: UTF8.self), path, index + 1)
        }
        before = stretch
      }
    }
  }

  private func isTelling(_ stretch: ArraySlice<UInt8>) -> Bool {
    var lower = Array(stretch)
    for index in lower.indices {
      // Accents are folded only where there are any.
      if lower[index] >= 0x80 { return true }
      if (0x41...0x5A).contains(lower[index]) { lower[index] |= 0x20 }
    }
    return needles.contains { Self.holds(lower, $0) }
  }

  private static func holds(_ text: [UInt8], _ needle: [UInt8]) -> Bool {
    guard let first = needle.first, text.count >= needle.count else { return false }
    for start in 0...(text.count - needle.count) where text[start] == first {
      if text[start..<(start + needle.count)].elementsEqual(needle) { return true }
    }
    return false
  }

  private mutating func look(at stretch: String, _ path: String, _ line: Int) {
    let place = Place(path: path, line: line)
    let words = Folding.words(stretch)
    if let identity = Identity(inWords: words, names: names) { Self.note(identity, place, in: &identities) }
    let joined = " " + words.joined(separator: " ") + " "
    for affiliation in names.affiliations where affiliation.words.count > 1 {
      if joined.contains(" " + affiliation.words.joined(separator: " ") + " ") {
        Self.note(affiliation.printed, place, in: &affiliations)
      }
    }
    for link in stretch.split(whereSeparator: { " \t\"'<>()[]{},;".contains($0) })
    where link.contains("://") || link.hasPrefix("git@") {
      let folded = Folding.words(String(link)).joined()
      if linkNeedles.contains(where: { folded.contains($0) }) { Self.note(String(link), place, in: &links) }
    }
  }

  private static func note<What: Equatable>(_ what: What, _ place: Place, in found: inout [(what: What, place: Place)]) {
    guard let index = found.firstIndex(where: { $0.what == what }) else { return found.append((what, place)) }
    if found[index].place.lastPath == place.path { return }
    found[index].place.lastPath = place.path
    found[index].place.otherFiles += 1
  }
}
