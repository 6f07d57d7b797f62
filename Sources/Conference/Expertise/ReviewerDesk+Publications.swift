internal import AssignmentFiles
internal import Expertise
internal import ExpertiseFiles
public import PeerReview
internal import Store

extension ReviewerDesk {
  /// Adds the papers of a file to what the viewer wrote, each once, and returns how many there are now. `name` tells the form:
  /// BibTeX, DBLP's XML, JSON or CSV. Refuses `invalid` for what can't be read, with the line, for a file without papers, and for
  /// more papers than are kept.
  @discardableResult
  public func addPublications(_ bytes: [UInt8], file name: String) async throws -> Int {
    let papers = try publications(in: bytes, file: name)
    return try await conference.act { act in
      try requireCommittee(act)
      try act.add(papers, to: viewer.id)
      let count = try act.session.countPublications(of: viewer.id)
      try PublicationRules.keep(count: count)
      try act.record("add publications", by: viewer, at: call, about: viewer.id.text, "\(papers.count) papers")
      return count
    }
  }

  /// Whether scores may rest on the paper. Said twice, it is so once; another's paper is not found.
  public func exclude(_ id: ID<Publication>, _ isExcluded: Bool) async throws {
    try await conference.act { act in
      try requireCommittee(act)
      guard try act.session.exclude(id, of: viewer.id, isExcluded) else { throw Refusal.notFound }
      try act.record(
        isExcluded ? "exclude publication" : "include publication", by: viewer, at: call, about: viewer.id.text)
    }
  }

  /// Takes a paper off the viewer's list. What isn't there is no matter.
  public func removePublication(_ id: ID<Publication>) async throws {
    try await conference.act { act in
      try requireCommittee(act)
      try act.session.removePublication(id, of: viewer.id)
      try act.record("remove publication", by: viewer, at: call, about: viewer.id.text)
    }
  }

  private func publications(in bytes: [UInt8], file name: String) throws -> [PaperText] {
    do {
      let papers = try PublicationFile.read(bytes, file: name).filter { !PublicationRules.key($0.title).isEmpty }
      if papers.isEmpty { throw Refusal.invalid([FieldProblem("file", "\(name) holds no paper with a title.")]) }
      return papers
    } catch let problem as FileProblem {
      throw Refusal.invalid([FieldProblem("file", problem.description)])
    }
  }
}

extension Act {
  func add(_ papers: [PaperText], to person: ID<Person>) throws {
    for paper in papers {
      let title = paper.title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let row = PublicationRow(
        id: newID(), person: person, title: String(title.prefix(PublicationRules.titleLimit)),
        abstract: String(paper.abstract.prefix(PublicationRules.abstractLimit)),
        authors: paper.authors.prefix(PublicationRules.authorLimit).map { String($0.prefix(PublicationRules.nameLimit)) },
        year: paper.year)
      try session.add(row, key: PublicationRules.key(row.title), at: now)
    }
  }
}
