public import Expertise

/// A person and what they wrote.
public struct PersonPapers: Sendable, Hashable {
  public let id: String
  public var publications: [PaperText]

  public init(id: String, publications: [PaperText]) {
    self.id = id
    self.publications = publications
  }

  /// The papers, each once: of papers with one title (words and their order, whatever the case and signs) the one with the
  /// longest abstract stays. Those without any text are left out, as are those whose ids or titles are excluded.
  public func cleaned(excluding excluded: Set<String> = []) -> PersonPapers {
    let excludedTitles = Set(excluded.map { Self.key($0) })
    var places: [[Word]: Int] = [:]
    var kept: [PaperText] = []
    for paper in publications where !paper.isEmpty && !excluded.contains(paper.id) {
      let key = Self.key(paper.title.isEmpty ? paper.abstract : paper.title)
      if excludedTitles.contains(key) { continue }
      if let place = places[key] {
        if kept[place].abstract.utf8.count < paper.abstract.utf8.count { kept[place] = paper }
      } else {
        places[key] = kept.count
        kept.append(paper)
      }
    }
    return PersonPapers(id: id, publications: kept)
  }

  private static func key(_ title: String) -> [Word] { Word.all(in: title) }
}
