extension Call {
  /// The rules of one track in words.
  func rules(of track: Track) -> [String] {
    var rules = [track.summary]
    if track.topicKeys != nil {
      rules.append("Its topics are: \(topics(of: track).map(\.name).joined(separator: "; ")).")
    }
    rules += track.reviewForm.rules
    rules.append(
      "The paper and its appendix must not show \(track.anonymity.hidden.map(\.words).listed(by: "or")). "
        + track.anonymity.allowed)
    rules += track.format.rules
    rules += track.statements.map { statement in
      "Authors state “\(statement.label)” in at most \(counted(statement.limitWords, "word")), "
        + (statement.shownToReviewers ? "shown to reviewers" : "for the chairs only") + ": “\(statement.help)”"
    }
    return rules
  }
}

extension ReviewForm {
  fileprivate var rules: [String] {
    let scores = (criteria.map(\.words) + [overall.words, confidence.words]).listed(by: "and")
    let shown = texts.filter(\.shownToAuthors).map(\.label)
    let hidden = texts.filter { !$0.shownToAuthors }.map(\.label) + scored.filter { !$0.shownToAuthors }.map(\.label)
    return [
      "Papers are judged on \(criteria.map { $0.label.lowercased() }.listed(by: "and")).",
      "Reviewers give scores for \(scores).",
      shown.isEmpty ? nil : "Reviewers write for the authors: \(shown.joined(separator: "; ")).",
      hidden.isEmpty ? nil : "Authors never see: \(hidden.joined(separator: "; ")).",
    ].compactMap { $0 }
  }
}

extension Criterion {
  /// `Novelty (1–4)`.
  fileprivate var words: String {
    guard let low = grades.first, let high = grades.last else { return label }
    return "\(label) (\(low.value)–\(high.value))"
  }
}

extension FormatPolicy {
  fileprivate var rules: [String] {
    var rules = [
      "Papers use \(styleFile), on \(pageSize == .letter ? "letter" : "A4") paper in \(counted(columns, "column")), with at "
        + "most \(counted(mainPagesLimit, "page")), not including references."
    ]
    if referencesListAllAuthors { rules.append("Each reference lists all authors of the work it names.") }
    let reading = appendixOptionalReading ? "reviewers need not read it" : "reviewers read it"
    rules.append(
      appendixSeparate
        ? "An appendix may have any length, is uploaded separately, is due together with the paper, and \(reading)."
        : "An appendix follows the paper in the same file, and \(reading).")
    switch supplement {
    case .no: break
    case .optional:
      rules.append("Code and data may come with it as one archive, which reviewers get without traces of its authors.")
    case .required: rules.append("Code and data come with it as one archive, which reviewers get without traces of its authors.")
    }
    return rules
  }
}

extension AnonymityPolicy.Hidden {
  /// In the words of a sentence, such as `author names`.
  public var words: String {
    switch self {
    case .names: "author names"
    case .emails: "e-mail addresses of authors"
    case .affiliations: "institutional affiliations"
    case .acknowledgements: "acknowledgements that identify authors"
    case .selfReferences: "self-references that identify authors"
    case .links: "links that identify authors"
    }
  }
}

/// `1 page`, `10 pages`.
func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}

/// `50 MB` where 1 MB is 1,000,000 bytes; sizes that are no whole number of a unit are told in a smaller one.
func sizeText(_ bytes: Int64) -> String {
  for (unit, size) in [("MB", 1_000_000), ("MiB", 1_048_576), ("kB", 1_000), ("KiB", 1_024)] as [(String, Int64)]
  where bytes >= size && bytes % size == 0 {
    return "\(bytes / size) \(unit)"
  }
  return "\(bytes) bytes"
}

extension [String] {
  /// `one`, `one and two`, `one, two and three`.
  public func listed(by word: String) -> String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " \(word) " + last
  }
}
