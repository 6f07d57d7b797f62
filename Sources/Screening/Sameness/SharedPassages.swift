/// The words of a paper's text with where each stands; references, running heads and line numbers left out.
public struct PaperWords: Sendable {
  public let words: [String]
  /// The line of each word.
  let lines: [Int]
  let places: [(page: Int, box: Box)]

  /// The text before and after the reference list of an inspected file.
  public init(_ inspection: Inspection) {
    let layout = PaperLayout(inspection)
    let text = FoldedText(layout.lines(outside: ReferenceList(layout)), readings: 1)
    words = text.words
    lines = text.lines
    places = text.linePlaces
  }

  /// Plain text, such as one of an imported corpus.
  public init(text: String) {
    words = Folding.words(text)
    lines = []
    places = []
  }

  func place(ofWord index: Int) -> (page: Int, box: Box)? {
    lines.indices.contains(index) && places.indices.contains(lines[index]) ? places[lines[index]] : nil
  }
}

/// A run of words that stands in both of two papers.
public struct SharedPassage: Hashable, Sendable, Codable {
  public struct Side: Hashable, Sendable, Codable {
    public let page: Int?
    public let box: Box?
    public let text: String
  }
  public let words: Int
  public let here: Side
  public let there: Side

  private static let contextWords = 12
  private static let textWords = 80

  /// The longest passages of at least `Winnowing.guaranteedWords` words, the longest first; none overlap in the first paper.
  public static func all(in here: PaperWords, and there: PaperWords, limit: Int = 20) -> [SharedPassage] {
    var starts: [UInt64: [Int]] = [:]
    for (index, hash) in Winnowing.runHashes(of: there.words).enumerated() { starts[hash, default: []].append(index) }
    let hashes = Winnowing.runHashes(of: here.words)
    var runs: [(here: Int, there: Int, count: Int)] = []
    var index = 0
    while index < hashes.count {
      let candidates = (starts[hashes[index]] ?? []).prefix(16)
      let best = candidates.map { (start: $0, count: length(here.words, index, there.words, $0)) }.max { $0.count < $1.count }
      if let best, best.count >= Winnowing.guaranteedWords {
        runs.append((index, best.start, best.count))
        index += best.count
      } else {
        index += 1
      }
    }
    return runs.sorted { ($1.count, $0.here) < ($0.count, $1.here) }.prefix(limit).map { run in
      SharedPassage(
        words: run.count, here: side(here, from: run.here, count: run.count),
        there: side(there, from: run.there, count: run.count))
    }
  }

  private static func length(_ here: [String], _ first: Int, _ there: [String], _ second: Int) -> Int {
    var count = 0
    while first + count < here.count, second + count < there.count, here[first + count] == there[second + count],
      !here[first + count].isEmpty
    {
      count += 1
    }
    return count
  }

  private static func side(_ paper: PaperWords, from start: Int, count: Int) -> Side {
    let place = paper.place(ofWord: start)
    // A passage can run on over columns and pages; the box shows the part where it begins.
    let last = paper.place(ofWord: start + count - 1)
    let box = place.map { first in
      last.map { $0.page == first.page && $0.box.y0 >= first.box.y0 ? first.box.union($0.box) : first.box } ?? first.box
    }
    let text = paper.words[start..<min(paper.words.count, start + min(count, textWords))].joined(separator: " ")
    return Side(page: place?.page, box: box, text: count > textWords ? text + " …" : text)
  }
}
