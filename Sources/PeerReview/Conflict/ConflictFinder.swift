/// A publication as someone's own list tells it.
public struct CoauthoredWork: Hashable, Sendable {
  public let title: String
  /// As written there, the list's owner among them.
  public let authors: [String]
  /// Nil where the list doesn't say.
  public let year: Int?

  public init(title: String, authors: [String], year: Int?) {
    self.title = title
    self.authors = authors
    self.year = year
  }
}

/// Why two people may be in conflict.
public enum ConflictSign: Hashable, Sendable {
  /// Both give this affiliation, or one that the call knows to be the same.
  case affiliation(String)
  /// Both write from this domain.
  case domain(String)
  case publication(title: String, year: Int?)
  /// The author declared this person on another paper, not on this one.
  case declaredElsewhere(paper: SubmissionNumber, kind: String)
  /// Both named the same third person in one kind, such as the same advisor.
  case sharedRelation(name: String, kind: String)

  /// The same as long as it is the same sign.
  fileprivate var key: String {
    switch self {
    case .affiliation(let name): "affiliation \(Institutions.folded(name))"
    case .domain(let name): "domain \(name)"
    case .publication(let title, _): "publication \(PublicationRules.key(title))"
    case .declaredElsewhere(let paper, let kind): "declared \(paper.value) \(kind)"
    case .sharedRelation(let name, let kind): "relation \(NameKey.key(name)) \(kind)"
    }
  }
}

/// One sign, and the author it is about.
public struct ConflictEvidence: Hashable, Sendable {
  /// Place in the author list.
  public let author: Int
  public let authorName: String
  public let sign: ConflictSign

  /// The same as long as the evidence is the same.
  public var key: String { "\(NameKey.key(authorName)): \(sign.key)" }
}

/// A member of the committee who may be in conflict with a paper.
public struct ConflictSuspect: Hashable, Sendable {
  /// Place in the finder's list of members.
  public let member: Int
  /// Never empty: author by author, the strongest first.
  public let evidence: [ConflictEvidence]
}

/// A paper as far as its authors and their declarations go.
public struct ConflictPaper: Hashable, Sendable {
  public let number: SubmissionNumber
  public let authors: [Author]
  public let declared: [DeclaredConflict]

  public init(number: SubmissionNumber, authors: [Author], declared: [DeclaredConflict] = []) {
    self.number = number
    self.authors = authors
    self.declared = declared
  }
}

/// Looks for conflicts that nobody declared: in affiliations, addresses, publications, and what was declared elsewhere (C19).
///
/// What it finds are questions to people. It is given only what whoever asks may know.
public struct ConflictFinder: Sendable {
  public struct Member: Sendable {
    /// Folded.
    public let email: String
    public let affiliation: String
    /// Nil where whoever asks may not know the address.
    public let domain: String?
    public let works: [CoauthoredWork]
    /// Whom this person named, in whatever kind.
    public let named: [DeclaredConflict]

    public init(
      email: String, affiliation: String, domain: String? = nil, works: [CoauthoredWork] = [], named: [DeclaredConflict] = []
    ) {
      self.email = email
      self.affiliation = affiliation
      self.domain = domain
      self.works = works
      self.named = named
    }
  }

  private let institutions: Institutions
  private let relationKind: String?
  private let emails: [String]
  private let byPlace: [String: [Int]]
  private let byCoauthor: [String: [(member: Int, work: CoauthoredWork)]]
  private let byNamed: [String: [(member: Int, name: String)]]
  /// What each author, by address, declared about whom on which paper.
  private let elsewhere: [String: [(paper: SubmissionNumber, with: String, kind: String)]]
  private let byEmail: [String: Int]

  /// Of one author and one member at most as many publications are told.
  private static let publicationLimit = 3

  /// `year` is that of the call: publications of the last `checks.coauthorYears` years and later ones count, and those whose
  /// year nobody told. `papers` are those whose declarations may be compared.
  public init(members: [Member], papers: [ConflictPaper] = [], checks: ConflictChecks, year: Int) {
    let institutions = Institutions(checks)
    self.institutions = institutions
    relationKind = checks.relationKind
    emails = members.map(\.email)
    var byPlace: [String: [Int]] = [:]
    var byCoauthor: [String: [(member: Int, work: CoauthoredWork)]] = [:]
    var byNamed: [String: [(member: Int, name: String)]] = [:]
    let since = year - min(checks.coauthorYears, 1_000)
    for (index, member) in members.enumerated() {
      let places = institutions.places(affiliation: member.affiliation, domain: member.domain)
      for key in Set(places.map(\.key)).sorted() { byPlace[key, default: []].append(index) }
      for work in member.works where work.year.map({ $0 >= since }) ?? true {
        for name in Set(work.authors.map(NameKey.key)).sorted() where !name.isEmpty {
          byCoauthor[name, default: []].append((index, work))
        }
      }
      for named in member.named where named.kind == checks.relationKind {
        byNamed[named.email, default: []].append((index, named.name.isEmpty ? named.email : named.name))
      }
    }
    self.byPlace = byPlace
    self.byCoauthor = byCoauthor
    self.byNamed = byNamed
    byEmail = Dictionary(members.enumerated().map { ($1.email, $0) }, uniquingKeysWith: { first, _ in first })
    var elsewhere: [String: [(paper: SubmissionNumber, with: String, kind: String)]] = [:]
    for paper in papers {
      for author in paper.authors where !author.email.isEmpty {
        for conflict in paper.declared {
          elsewhere[author.email, default: []].append((paper.number, conflict.email, conflict.kind))
        }
      }
    }
    self.elsewhere = elsewhere
  }

  /// Members with at least one sign, in the order of the list; its authors are none of them. Whether a conflict is declared
  /// already is the caller's to know.
  public func suspects(on paper: ConflictPaper) -> [ConflictSuspect] {
    var found: [Int: [ConflictEvidence]] = [:]
    let authors = Set(paper.authors.map(\.email))
    for (place, author) in paper.authors.enumerated() {
      for (member, sign) in signs(of: author, on: paper)
      where emails.indices.contains(member) && !authors.contains(emails[member]) {
        let evidence = ConflictEvidence(author: place, authorName: author.name, sign: sign)
        if found[member]?.contains(evidence) != true { found[member, default: []].append(evidence) }
      }
    }
    return found.sorted { $0.key < $1.key }.map { ConflictSuspect(member: $0.key, evidence: $0.value) }
  }

  /// The strongest first.
  private func signs(of author: Author, on paper: ConflictPaper) -> [(Int, ConflictSign)] {
    var signs: [(Int, ConflictSign)] = []
    for other in elsewhere[author.email] ?? [] where other.paper != paper.number {
      if let member = byEmail[other.with] { signs.append((member, .declaredElsewhere(paper: other.paper, kind: other.kind))) }
    }
    if let relationKind {
      for named in paper.declared where named.kind == relationKind {
        // Declared for the paper, not for one author: told once, with the first.
        guard author == paper.authors.first else { continue }
        signs += (byNamed[named.email] ?? []).map { ($0.member, ConflictSign.sharedRelation(name: $0.name, kind: relationKind)) }
      }
    }
    var told: [Int: Int] = [:]
    let works = (byCoauthor[NameKey.key(author.name)] ?? []).sorted { ($0.work.year ?? 0) > ($1.work.year ?? 0) }
    for (member, work) in works where told[member, default: 0] < Self.publicationLimit {
      told[member, default: 0] += 1
      signs.append((member, .publication(title: work.title, year: work.year)))
    }
    let domain = EmailAddress(author.email)?.domain
    for place in institutions.places(affiliation: author.affiliation, domain: domain).sorted(by: {
      ($0.isDomain ? 1 : 0, $0.name) < ($1.isDomain ? 1 : 0, $1.name)
    }) {
      signs += (byPlace[place.key] ?? []).map {
        ($0, place.isDomain ? ConflictSign.domain(place.name) : .affiliation(place.name))
      }
    }
    return signs
  }
}

extension ConflictChecks {
  /// The kind that the evidence speaks for; nil where the call has none that fits.
  public func kind(for evidence: [ConflictEvidence]) -> String? {
    for item in evidence {
      switch item.sign {
      case .declaredElsewhere(_, let kind): return kind
      case .publication: if let coauthorKind { return coauthorKind }
      case .affiliation, .domain, .sharedRelation: continue
      }
    }
    let isPlace = evidence.contains { if case .sharedRelation = $0.sign { false } else { true } }
    return isPlace ? institutionKind : nil
  }
}

extension ConflictChecks {
  /// Whom the owner of a list wrote with in the years that count, each once with the newest such work: newest first, then by
  /// name. The owner is among them.
  public func coauthors(of works: [CoauthoredWork], year: Int) -> [(name: String, work: CoauthoredWork)] {
    var seen: Set<String> = []
    let recent = works.filter { $0.year.map { $0 >= year - min(coauthorYears, 1_000) } ?? true }
      .sorted { ($1.year ?? 0, $0.title) < ($0.year ?? 0, $1.title) }
    return recent.flatMap { work in
      work.authors.filter { name in
        let key = NameKey.key(name)
        return !key.isEmpty && seen.insert(key).inserted
      }.sorted().map { ($0, work) }
    }
  }
}
