/// Texts cut into words once, to be counted and weighed: the stems of each, in parts of as many texts, one text after the other.
struct CutTexts: Sendable {
  struct Part: Sendable {
    fileprivate var stems: [UInt64] = []
    fileprivate var starts = [0]

    var count: Int { starts.count - 1 }

    mutating func append(_ words: [Word]) {
      for word in words { stems.append(word.stem) }
      starts.append(stems.count)
    }
  }

  private let parts: [Part]
  private let size: Int
  let count: Int

  /// All parts but the last must be of one size.
  init(_ parts: [Part]) {
    self.parts = parts
    size = max(1, parts.first?.count ?? 1)
    count = parts.reduce(0) { $0 + $1.count }
  }

  init(_ texts: some Sequence<String>) {
    var part = Part()
    for text in texts { part.append(Word.all(in: text)) }
    self.init([part])
  }

  /// The stems of the text at this place.
  subscript(text: Int) -> ArraySlice<UInt64> {
    let part = parts[text / size]
    return part.stems[part.starts[text % size]..<part.starts[text % size + 1]]
  }
}
