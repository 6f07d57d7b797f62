internal import AssignmentFiles
internal import Expertise
internal import ExpertiseFiles
internal import Foundation
public import Pages
public import PeerReview
internal import Store

extension ChairDesk {
  /// What is known of the reviewers' own papers, and how far the scores made of them are.
  public func expertisePage(problems: [FieldProblem] = []) async throws -> ChairExpertisePage {
    try await conference.look { act in
      let call = try load(act).call
      try requireHouse(.service)
      let counts = try act.session.publicationCounts(at: self.call)
      let closed = try closedReason(call, act)
      let scored = try act.session.textPeople(at: self.call)
      let reviewers = try act.session.people(in: .reviewer, at: self.call).map { person in
        ChairExpertisePage.Reviewer(
          name: person.displayName, email: person.email, publications: counts[person.id] ?? 0,
          isScored: scored.contains(person.id))
      }
      return ChairExpertisePage(
        reviewers: reviewers.sorted { ($0.publications, $0.name) < ($1.publications, $1.name) },
        scoring: try scoring(act), accepts: closed.isEmpty, closedReason: closed,
        affinity: call.affinity, limitBytes: PublicationRules.fileLimit, problems: problems)
    }
  }

  /// Has every paper in the process scored by what reviewers wrote; a job does it. Refused before submissions close, after
  /// decisions are released, and when no reviewer has a paper. Asked again while a scoring is being made, it is that one.
  public func askForTextScores() async throws {
    try await conference.act { act in
      let call = try load(act).call
      try AssignmentRules.plan(call: call, releasedAt: try act.session.releasedAt(self.call), at: act.now)
      if try act.session.publicationCounts(at: self.call).isEmpty {
        throw Refusal.invalid([FieldProblem("", "No reviewer has a paper yet. Ask them to upload theirs, or load them here.")])
      }
      if let newest = try act.session.newestTextScoring(of: self.call), newest.doneAt == nil,
        try act.session.isQueued(kind: Job.scoreTexts(newest.id).kind, subject: newest.id.text)
      {
        return
      }
      let id = act.newID(TextScoring.self)
      try act.session.addTextScoring(id, of: self.call, by: viewer.id, at: act.now)
      try act.enqueue(.scoreTexts(id))
      try act.record("ask for text scores", by: viewer, at: self.call, about: self.call.text)
    }
  }

  /// Adds papers to what reviewers of this call wrote, from a file of people whose ids are their addresses. Returns how many
  /// people got papers. Refuses `invalid` for what can't be read, with the line, and for addresses of nobody in office: then
  /// nothing is kept.
  @discardableResult
  public func loadPublications(_ bytes: [UInt8], file name: String) async throws -> Int {
    let people = try await people(in: bytes, file: name)
    return try await conference.act { act in
      _ = try load(act)
      let reviewers = Dictionary(
        try act.session.people(in: .reviewer, at: call).map { (EmailAddress($0.email)?.folded ?? $0.email, $0.id) },
        uniquingKeysWith: { first, _ in first })
      var unknown: [String] = []
      for person in people {
        guard let id = reviewers[EmailAddress(person.id)?.folded ?? person.id] else {
          unknown.append(person.id)
          continue
        }
        try act.add(person.publications.filter { !PublicationRules.key($0.title).isEmpty }, to: id)
        try PublicationRules.keep(count: try act.session.countPublications(of: id))
      }
      if !unknown.isEmpty { throw Refusal.invalid([Self.unknown(unknown)]) }
      try act.record("load publications", by: viewer, at: call, about: call.text, "\(people.count) people")
      return people.count
    }
  }

  private static func unknown(_ addresses: [String]) -> FieldProblem {
    let some = addresses.prefix(5).joined(separator: ", ") + (addresses.count > 5 ? " and \(addresses.count - 5) more" : "")
    return FieldProblem("file", "Nobody of these is a reviewer here: \(some). Nothing was loaded; invite them or leave them out.")
  }

  private func people(in bytes: [UInt8], file name: String) async throws -> [PersonPapers] {
    try await WorkFolder.with("people") { folder in
      let file = folder + "/people.jsonl"
      try Data(bytes).write(to: URL(filePath: file))
      do {
        let people = try PeopleFile.read(file)
        if people.isEmpty { throw Refusal.invalid([FieldProblem("file", "\(name) names nobody.")]) }
        return people
      } catch let problem as FileProblem {
        throw Refusal.invalid([FieldProblem("file", problem.description.replacing(file, with: name))])
      }
    }
  }

  private func scoring(_ act: Act) throws -> ChairExpertisePage.Scoring? {
    guard let newest = try act.session.newestTextScoring(of: call) else { return nil }
    if let doneAt = newest.doneAt { return .done(at: doneAt) }
    let job = Job.scoreTexts(newest.id)
    if try act.session.isGivenUp(kind: job.kind, subject: job.subject) { return .failed(askedAt: newest.askedAt) }
    return .running(step: newest.step, askedAt: newest.askedAt)
  }
}
