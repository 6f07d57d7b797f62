internal import Pages
internal import PeerReview
internal import Store

/// Who has which task on a paper, and how far screening and the authors' response are.
extension PaperSearch {
  /// Tasks that the call does not have are no words of its searches.
  static func process(_ call: Call) -> [SearchVocabulary.Field] {
    var fields: [SearchVocabulary.Field] = [
      .init("lead", "a part of the name or address of the reviewer who leads its discussion", kind: .person)
    ]
    if call.metareviews != nil {
      fields.append(.init("metareviewer", "a part of its metareviewer's name or address", kind: .person))
    }
    if call.decisions.contains(where: \.isShepherded) {
      fields.append(.init("shepherd", "a part of its shepherd's name or address", kind: .person))
    }
    fields.append(.init("response", "whether its authors responded to the reviews", kind: .presence))
    fields.append(
      .init("finding", "what screening found in its newest files, or what was said of something found", choices: findings))
    return fields
  }

  /// What was said of a finding that nobody judged yet.
  private static let unjudged = "open"

  private static var findings: [SearchVocabulary.Choice] {
    let said = [unjudged] + FindingVerdict.allCases.map(\.rawValue)
    return said.map { SearchVocabulary.Choice($0, $0) }
      + FindingWords.codes.map { SearchVocabulary.Choice($0, FindingWords.name($0)) }
  }

  /// Somebody as one of the values of a field about people: looked for in part, and whole for `me`.
  static func who(_ person: Person) -> String { SearchedPaper.fold("\(person.displayName) \(person.email)") }

  func addProcess(_ names: Set<String>, to papers: inout Papers) throws {
    if names.contains("reviewer"), reveal.tellsReviewers {
      let assignments = try act.session.assignments(in: id, chairedBy: chair.email)
      try add("reviewer", assignments.map { (paper: $0.submission, person: $0.person) }, to: &papers)
    }
    if names.contains("lead"), !reveal.hides(.discussion), reveal.tellsReviewers {
      let leads = try act.session.discussionLeads(in: id, chairedBy: chair.email)
      try add("lead", leads.map { (paper: $0.key, person: $0.value) }, to: &papers)
    }
    if names.contains("metareviewer"), !reveal.hides(.metareviewForChairs), reveal.tellsReviewers {
      let tasks = try act.session.metareviewTasks(in: id, chairedBy: chair.email).filter { $0.endedAt == nil }
      try add("metareviewer", tasks.map { (paper: $0.submission, person: $0.person) }, to: &papers)
    }
    if names.contains("shepherd"), reveal.secrecy(of: .finalVersion) == nil {
      let shepherds = try act.session.shepherds(in: id, chairedBy: chair.email)
      try add("shepherd", shepherds.map { (paper: $0.key, person: $0.value) }, to: &papers)
    }
    if names.contains("response"), reveal.secrecy(of: .response) == nil {
      for paper in try act.session.answeredPapers(in: id, chairedBy: chair.email) {
        papers[paper]?.values["response"] = ["response"]
      }
    }
    if names.contains("finding"), reveal.secrecy(of: .screeningFindings) == nil {
      for found in try act.session.foundCodes(in: id, chairedBy: chair.email) {
        let said = found.verdict?.rawValue ?? Self.unjudged
        papers[found.submission]?.values["finding", default: []].formUnion([SearchedPaper.fold(found.code), said])
      }
    }
  }

  private func add(
    _ field: String, _ tasks: [(paper: ID<Submission>, person: ID<Person>)], to papers: inout Papers
  ) throws {
    let people = try act.session.people(tasks.map(\.person))
    for task in tasks {
      guard let person = people[task.person] else { continue }
      papers[task.paper]?.values[field, default: []].insert(Self.who(person))
    }
  }
}
