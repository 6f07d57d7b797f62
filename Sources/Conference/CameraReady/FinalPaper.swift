internal import Foundation
internal import Pages
internal import PeerReview
internal import Store

/// An accepted paper on its way to print, with everything that decides how far it is.
struct FinalPaper {
  let row: SubmissionRow
  let call: Call
  let facts: CameraReadyFacts
  /// As accepted: what changes are measured by.
  let accepted: CameraReady
  let saved: CameraReadyRow?
  let decision: DecisionRow
  let isShepherded: Bool
  let files: [ManuscriptRow]
  let verdict: CameraReadyWordRow?
  let shepherd: Person?
  let word: CameraReadyWordRow?

  var final: CameraReady { saved?.final ?? accepted }
  var changes: [FinalChange] { final.changes(from: accepted) }
  var slots: Set<FileSlot> { Set(files.map(\.slot)) }
  var due: Instant? { facts.due(call) }

  var missing: [FieldProblem] { CameraReadyRules.missing(final, slots: slots, call: call) }

  /// The word counts while no newer final manuscript came after it.
  var isSignedOff: Bool? {
    guard isShepherded else { return nil }
    guard let word, word.isYes else { return false }
    return files.filter { $0.slot == .final }.allSatisfy { $0.at <= word.at }
  }

  var state: CameraReadyState {
    CameraReadyState(
      isBegun: saved != nil || !slots.isEmpty, missing: missing.count, changes: changes.count, verdict: verdict?.isYes,
      isSignedOff: isSignedOff)
  }
}

extension Act {
  /// Refuses as not found what is not accepted, before the release, and where the call asks for no final version. The caller
  /// has proven the right to the paper.
  func finalPaper(_ row: SubmissionRow, _ call: Call) throws -> FinalPaper {
    let decision = try session.decision(on: row.id)
    let kind = decision.flatMap { call.decision($0.kind) }
    let saved = try session.cameraReady(of: row.id)
    let facts = CameraReadyFacts(
      isAccepted: row.facts.state == .submitted && kind?.accepts ?? false, releasedAt: try session.releasedAt(row.call),
      extendedUntil: try session.cameraExtension(of: row.id), version: saved?.version ?? 0)
    try CameraReadyRules.look(facts, call: call)
    guard let decision, let version = try session.version(row.facts.version, of: row.id) else { throw Refusal.notFound }
    let authors = try session.authors(of: row.id, version: row.facts.version)
    return FinalPaper(
      row: row, call: call, facts: facts, accepted: CameraReady(accepted: version.content, authors: authors), saved: saved,
      decision: decision, isShepherded: kind?.isShepherded ?? false,
      files: try session.manuscripts(of: row.id).filter { $0.slot.isFinal },
      verdict: try saved.flatMap { try session.cameraVerdict(on: row.id, changes: $0.changes) },
      shepherd: try session.shepherd(of: row.id).flatMap { try session.person($0) },
      word: try session.shepherdWord(on: row.id))
  }

  /// The upload slots of a final version, newest version of each file first.
  func finalPanels(
    _ paper: FinalPaper, accepts: Bool, tellsWho: Bool, refused: (slot: FileSlot, problems: [FieldProblem])? = nil
  ) throws -> [FilePanel] {
    let slots: [FileSlot] = [.final, .finalAppendix] + (paper.call.cameraReady?.wantsSource == true ? [.source] : [])
    return try filePanels(paper.row, paper.call, slots: slots, accepts: accepts, tellsWho: tellsWho, refused: refused)
  }

  func progress(_ paper: FinalPaper) -> FinalProgress {
    FinalProgress(
      state: paper.state, missing: paper.missing, due: paper.due, changes: paper.changes,
      verdict: paper.verdict.map { .init(isYes: $0.isYes, note: $0.note, at: $0.at) },
      shepherd: paper.isShepherded ? paper.shepherd?.displayName ?? "" : nil,
      word: paper.word.map { .init(isYes: $0.isYes, note: $0.note, at: $0.at) }, isSignedOff: paper.isSignedOff)
  }
}

extension CameraReady {
  /// The same text for the same changed facts: what a chair's word is about.
  func changesKey() throws -> String {
    let encoder = JSONEncoder()
    let words = [title, abstract].map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    return Token.hash(
      String(decoding: try encoder.encode(words + authors.flatMap { [$0.email, $0.name] }), as: UTF8.self))
  }

  /// White space at the ends goes, addresses are folded, empty rows go; the presenter stays the same person.
  func tidied() -> CameraReady {
    var tidied = self
    tidied.title = title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    tidied.abstract = trimmed(abstract)
    let rows = authors.map { author in
      FinalAuthor(
        name: trimmed(author.name), familyName: trimmed(author.familyName),
        email: EmailAddress(trimmed(author.email))?.folded ?? trimmed(author.email), affiliation: trimmed(author.affiliation),
        orcid: ORCID(trimmed(author.orcid))?.text ?? trimmed(author.orcid))
    }
    let kept = rows.indices.filter { rows[$0] != FinalAuthor() }
    tidied.authors = kept.map { rows[$0] }
    tidied.presenter = presenter.flatMap { kept.firstIndex(of: $0) }
    tidied.forms = forms.filter { !$0.value.isEmpty }
    return tidied
  }
}
