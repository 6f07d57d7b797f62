/// The names, addresses and institutions of a submission's authors, folded for comparison.
struct FormNames {
  struct Author {
    let printed: String
    let given: [String]
    let family: [String]
  }
  struct Email {
    let printed: String
    let local: [String]
    let domain: [String]
  }
  struct Affiliation {
    let printed: String
    let words: [String]
  }

  let authors: [Author]
  let emails: [Email]
  /// Whole affiliations and those parts of them that name an institution.
  let affiliations: [Affiliation]

  init(form: FormFacts) {
    authors = form.authors.compactMap { author in
      let given = Folding.words(author.given)
      let family = Folding.words(author.family)
      guard !given.isEmpty, !family.isEmpty else { return nil }
      return Author(printed: "\(author.given) \(author.family)", given: given, family: family)
    }
    emails = form.authors.compactMap { author in
      let parts = author.email.split(separator: "@", maxSplits: 1)
      guard parts.count == 2 else { return nil }
      let local = Folding.words(String(parts[0]))
      let domain = Folding.words(String(parts[1]))
      return local.isEmpty || domain.count < 2 ? nil : Email(printed: author.email, local: local, domain: domain)
    }
    var seen: Set<[String]> = []
    affiliations = form.authors.flatMap { Self.institutions(in: $0.affiliation) }.filter { seen.insert($0.words).inserted }
  }

  private static let generic: Set<String> = [
    "university", "of", "the", "institute", "department", "dept", "school", "faculty", "college", "laboratory", "lab", "labs",
    "center", "centre", "group", "research", "computing", "computer", "science", "sciences", "engineering", "electrical",
    "informatics", "information", "technology", "technologies", "mathematics", "statistics", "and", "for", "in", "systems",
    "artificial", "intelligence", "machine", "learning", "data", "applied", "physics", "national", "independent",
    "researcher", "inc", "ltd", "llc", "corp", "corporation", "company", "gmbh", "ai", "usa", "china", "germany", "france",
    "uk", "india", "japan", "korea", "canada", "switzerland", "state", "technical", "division", "team", "software", "anonymous",
    "institution",
  ]

  /// A part counts when a word of it is its own: "Institute of Computing" is anybody's.
  private static func institutions(in affiliation: String) -> [Affiliation] {
    affiliation.split(whereSeparator: { ",;|/()".contains($0) }).compactMap { part in
      let printed = String(part).trimmingBlanks
      let words = Folding.words(printed)
      let isOwn = words.contains { !generic.contains($0) && $0.count > 1 }
      return isOwn ? Affiliation(printed: printed, words: words) : nil
    }
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
