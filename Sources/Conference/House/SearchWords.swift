internal import PeerReview

/// Every word of a search, each of which has to occur. `#17` and `17` find the paper of that number too.
struct SearchWords {
  private let words: [String]

  init(_ query: String) {
    words = query.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
  }

  var isEmpty: Bool { words.isEmpty }

  func match(number: SubmissionNumber? = nil, _ texts: [String]) -> Bool {
    if words.isEmpty { return true }
    let folded = texts.map { $0.lowercased() }
    return words.allSatisfy { word in
      if let number, word == "#\(number.value)" || word == "\(number.value)" { return true }
      return folded.contains { $0.contains(word) }
    }
  }
}
