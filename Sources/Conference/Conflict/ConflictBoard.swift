internal import Pages
internal import PeerReview
internal import Store

/// Papers with their authors and declarations, and the committee: what suspected conflicts are looked for in. Made for one
/// viewer, of papers and people that viewer may know of.
struct ConflictBoard {
  struct Paper {
    let id: ID<Submission>
    let number: SubmissionNumber
    let title: String
    let authors: [Author]
    let declared: [(id: String, conflict: DeclaredConflict)]

    var facts: ConflictPaper { ConflictPaper(number: number, authors: authors, declared: declared.map(\.conflict)) }
  }

  struct Suspect {
    let paper: Paper
    let member: Person
    let evidence: [ConflictEvidence]
    let dismissal: SuspicionDismissalRow?
  }

  /// By number.
  let papers: [Paper]
  /// Everyone in an office, once each, by name.
  let members: [Person]
  let checks: ConflictChecks
  private let finder: ConflictFinder
  private let membersByEmail: [String: Person]
  private let shutOut: Set<String>
  private let dismissals: [String: SuspicionDismissalRow]

  init(
    papers: [Paper], members: [Person], checks: ConflictChecks, finder: ConflictFinder, shutOut: Set<String>,
    dismissals: [SuspicionDismissalRow]
  ) {
    self.papers = papers
    self.members = members
    membersByEmail = Dictionary(members.map { ($0.email, $0) }, uniquingKeysWith: { first, _ in first })
    self.checks = checks
    self.finder = finder
    self.shutOut = shutOut
    self.dismissals = Dictionary(
      dismissals.map { (Self.key($0.submission, $0.email), $0) }, uniquingKeysWith: { first, _ in first })
  }

  static func key(_ paper: ID<Submission>, _ email: String) -> String { "\(paper) \(email)" }

  /// Nobody declared these, in any direction. What was set aside stays so until there is other evidence.
  func suspects(on paper: Paper) -> [Suspect] {
    finder.suspects(on: paper.facts).compactMap { suspect -> Suspect? in
      guard members.indices.contains(suspect.member) else { return nil }
      let member = members[suspect.member]
      let key = Self.key(paper.id, member.email)
      if shutOut.contains(key) { return nil }
      let dismissal = dismissals[key].flatMap { dismissal in
        suspect.evidence.allSatisfy { dismissal.evidence.contains($0.key) } ? dismissal : nil
      }
      return Suspect(paper: paper, member: member, evidence: suspect.evidence, dismissal: dismissal)
    }
  }

  /// What speaks for each of the paper's declarations, by the address declared.
  func support(of paper: Paper) -> [String: [ConflictEvidence]] {
    let found = finder.suspects(on: paper.facts).compactMap { suspect in
      members.indices.contains(suspect.member) ? (members[suspect.member].email, suspect.evidence) : nil
    }
    return Dictionary(found, uniquingKeysWith: { first, _ in first })
  }

  /// Declarations that name someone of the committee.
  func declaredMembers(of paper: Paper) -> [Person] {
    Set(paper.declared.map(\.conflict.email)).sorted().compactMap { membersByEmail[$0] }
  }
}

extension ConflictBoard.Suspect {
  /// Whether the suspicion is open, or when it was set aside. A form carries it, so that a decision made of another page is
  /// refused.
  var standing: String { dismissal.map { Self.standing($0) } ?? "open" }

  static func standing(_ dismissal: SuspicionDismissalRow) -> String { "aside-\(dismissal.at.microseconds)" }
}

/// What people have to do for papers that one chair may know of.
struct SuspectTasks {
  private var tasks: [Pairing: SuspectTask] = [:]

  /// Nobody has anything to do, as far as the viewer is told.
  init() {}

  /// For every paper that this chair may know of.
  init(_ act: Act, _ call: ID<Call>, chairedBy chair: Person) throws {
    let missing = Set(try act.session.missingReviews(in: call, chairedBy: chair.email).map(\.assignment))
    add(try act.session.metareviewTasks(in: call, chairedBy: chair.email).filter { $0.endedAt == nil })
    add(try act.session.assignments(in: call, chairedBy: chair.email)) { !missing.contains($0) }
  }

  /// For one paper, which the viewer may know of.
  init(_ act: Act, on paper: ID<Submission>) throws {
    let standings = try act.session.reviewStandings(of: paper)
    if let task = try act.session.metareviewTask(of: paper) { add([task]) }
    add(try act.session.assignments(of: paper)) { standings[$0]?.submittedAt != nil }
  }

  private mutating func add(_ rows: [MetareviewTaskRow]) {
    for row in rows { tasks[Pairing(submission: row.submission, person: row.person)] = .metareview }
  }

  private mutating func add(_ rows: [AssignmentRow], isReviewed: (ID<Assignment>) -> Bool) {
    for row in rows {
      tasks[Pairing(submission: row.submission, person: row.person)] = isReviewed(row.id) ? .reviewed : .review
    }
  }

  func task(of person: ID<Person>, on paper: ID<Submission>) -> SuspectTask {
    tasks[Pairing(submission: paper, person: person)] ?? .nothing
  }
}

extension Act {
  /// Of papers in the process that this chair may know of.
  func conflictBoard(_ id: ID<Call>, _ call: Call, chairedBy chair: Person) throws -> ConflictBoard {
    let rows = try session.conflictPapers(in: id, chairedBy: chair.email)
    let papers = Dictionary(grouping: rows, by: \.submission).values.compactMap { ConflictBoard.Paper($0) }
      .sorted { ($0.number, $0.id) < ($1.number, $1.id) }
    let members = try committee(id)
    let works = try session.coauthorships(at: id, naming: Set(papers.flatMap(\.authors).map { NameKey.key($0.name) }))
    let named = Dictionary(grouping: try session.personConflicts(in: id), by: \.email)
    let finder = ConflictFinder(
      members: members.map { person in
        ConflictFinder.Member(
          email: person.email, affiliation: person.affiliation, domain: EmailAddress(person.email)?.domain,
          works: works[person.id] ?? [], named: named[person.email]?.map(\.conflict) ?? [])
      }, papers: papers.map(\.facts), checks: call.conflictChecks, year: call.year)
    return ConflictBoard(
      papers: papers, members: members, checks: call.conflictChecks, finder: finder,
      shutOut: Set(try session.shutOutPairs(in: id, chairedBy: chair.email).map { ConflictBoard.key($0.submission, $0.email) }),
      dismissals: try session.suspicionDismissals(in: id, chairedBy: chair.email))
  }

  /// Everyone in an office, once each, by name.
  func committee(_ id: ID<Call>) throws -> [Person] {
    var seen: Set<ID<Person>> = []
    return try session.offices(at: id).map(\.person).filter { seen.insert($0.id).inserted }
  }
}

extension ConflictBoard.Paper {
  fileprivate init?(_ rows: [ConflictPaperRow]) {
    guard let first = rows.first else { return nil }
    self.init(
      id: first.submission, number: first.number, title: first.title,
      authors: rows.filter { $0.part == .author }.map {
        Author(name: $0.name, email: $0.email, affiliation: $0.affiliation)
      },
      declared: rows.filter { $0.part == .conflict }.map {
        ($0.conflict, DeclaredConflict(email: $0.email, name: $0.name, kind: $0.kind))
      })
  }
}

extension Call {
  /// The year in which submissions close.
  var year: Int { Zone.utc.civilTime(at: calendar.submission.closes).year }
}

extension [ConflictEvidence] {
  /// A line for each author, for whoever decides.
  func shown(_ call: Call) -> [ConflictEvidenceLine] {
    Dictionary(grouping: self, by: \.author).sorted { $0.key < $1.key }.map { _, signs in
      ConflictEvidenceLine(
        author: signs.first?.authorName ?? "", sentence: signs.map { $0.sign.sentence(call) }.joined(separator: "; "))
    }
  }
}

extension ConflictSign {
  private static func label(_ kind: String, _ call: Call) -> String {
    call.conflictKinds.first { $0.key == kind }?.label ?? kind
  }

  func sentence(_ call: Call) -> String {
    switch self {
    case .affiliation(let name): "same institution: \(name)"
    case .domain(let name): "addresses of one institution: \(name)"
    case .publication(let title, let year): "wrote together: “\(title)”\(year.map { " (\($0))" } ?? ", year unknown")"
    case .declaredElsewhere(let paper, let kind): "declared on \(paper), not here: \(Self.label(kind, call))"
    case .sharedRelation(let name, let kind): "both named \(name): \(Self.label(kind, call))"
    }
  }
}
