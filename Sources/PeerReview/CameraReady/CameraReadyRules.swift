/// What decides over a final version, beside what its authors typed.
public struct CameraReadyFacts: Hashable, Sendable {
  /// The released decision accepts the paper.
  public let isAccepted: Bool
  public let releasedAt: Instant?
  /// A chair gave this paper more time.
  public let extendedUntil: Instant?
  /// Number of the last saved form; 0 before the first.
  public let version: Int

  public init(isAccepted: Bool, releasedAt: Instant?, extendedUntil: Instant?, version: Int) {
    self.isAccepted = isAccepted
    self.releasedAt = releasedAt
    self.extendedUntil = extendedUntil
    self.version = version
  }

  /// Until when its authors may change it; nil when the call asks for no final version.
  public func due(_ call: Call) -> Instant? {
    call.calendar.cameraReady.map { max($0, extendedUntil ?? $0) }
  }
}

/// What may be done with final versions, and when.
public enum CameraReadyRules {
  public static let noteCharacters = 5_000
  /// The most days a chair gives at once.
  public static let extensionDays = 1...60

  /// Looking at it: of accepted papers, once decisions are released. Anything else is not found, so that the answer tells
  /// nothing of a decision.
  public static func look(_ facts: CameraReadyFacts, call: Call) throws(Refusal) {
    guard facts.isAccepted, facts.releasedAt != nil, call.cameraReady != nil else { throw .notFound }
  }

  /// Saving the form or a file: until it is due. Refuses `stale` when another tab or author saved first.
  public static func save(_ facts: CameraReadyFacts, basedOn version: Int, call: Call, at now: Instant) throws(Refusal) {
    try upload(facts, call: call, at: now)
    if facts.version != version { throw .stale }
  }

  public static func upload(_ facts: CameraReadyFacts, call: Call, at now: Instant) throws(Refusal) {
    try look(facts, call: call)
    if let due = facts.due(call), now >= due { throw .closed(since: due) }
  }

  /// What can't be stored even while it is incomplete.
  public static func check(_ final: CameraReady, call: Call) throws(Refusal) {
    let content = SubmissionContent(title: final.title, abstract: final.abstract)
    let authors = final.authors.map {
      Author(name: $0.name, email: $0.email, affiliation: $0.affiliation, orcid: $0.orcid)
    }
    var problems: [FieldProblem] = []
    do { try ContentRules.check(content, authors: authors, conflicts: [], call: call) } catch {
      if case .invalid(let found) = error { problems = found }
    }
    for (index, author) in final.authors.enumerated() where !author.familyName.isEmpty {
      let words = author.name.split(whereSeparator: \.isWhitespace)
      let family = author.familyName.split(whereSeparator: \.isWhitespace)
      if !words.starts(with: family), Array(words.suffix(family.count)) != family {
        problems.append(
          FieldProblem(
            "authors.\(index).family",
            "Write the family name as it stands at the beginning or the end of the name, or leave it empty."))
      }
    }
    if let presenter = final.presenter, !final.authors.indices.contains(presenter) {
      problems.append(FieldProblem("presenter", "Choose one of the authors."))
    }
    for (key, given) in final.forms.sorted(by: { $0.key < $1.key }) where !given.isEmpty {
      if !isOffered(given, for: key, call) { problems.append(FieldProblem("forms.\(key)", "Choose one of the answers offered.")) }
    }
    if !problems.isEmpty { throw .invalid(problems) }
  }

  private static func isOffered(_ given: String, for key: String, _ call: Call) -> Bool {
    guard let form = call.cameraReady?.forms.first(where: { $0.key == key }) else { return false }
    return switch form.answer {
    case .confirm: given == "yes"
    case .choose(let options): options.contains { $0.key == given }
    }
  }

  /// What the authors still owe. Empty exactly when nothing is. `slots` are those that hold a file.
  public static func missing(_ final: CameraReady, slots: Set<FileSlot>, call: Call) -> [FieldProblem] {
    guard let policy = call.cameraReady else { return [] }
    var missing: [FieldProblem] = []
    if Words.isBlank(final.title) { missing.append(FieldProblem("title", "Give the title.")) }
    if Words.isBlank(final.abstract) { missing.append(FieldProblem("abstract", "Give the abstract.")) }
    if final.authors.isEmpty { missing.append(FieldProblem("authors", "List the authors in order.")) }
    for (index, author) in final.authors.enumerated() {
      let who = Words.isBlank(author.name) ? "Author \(index + 1)" : author.name
      if Words.isBlank(author.name) { missing.append(FieldProblem("authors.\(index).name", "\(who): give the name.")) }
      if Words.isBlank(author.affiliation) {
        missing.append(FieldProblem("authors.\(index).affiliation", "\(who): give the affiliation, or write “independent”."))
      }
      if policy.wantsORCID, author.orcid.isEmpty {
        missing.append(FieldProblem("authors.\(index).orcid", "\(who): give the ORCID iD (orcid.org registers one in a minute)."))
      }
    }
    if policy.wantsPresenter, final.presenter == nil {
      missing.append(FieldProblem("presenter", "Say who presents the paper."))
    }
    for form in policy.forms where (final.forms[form.key] ?? "").isEmpty {
      let what = form.answer == .confirm ? "Confirm this" : "Choose an answer"
      missing.append(FieldProblem("forms.\(form.key)", "\(what): \(form.text)"))
    }
    if !slots.contains(.final) { missing.append(FieldProblem("final", "Upload the final version as a PDF.")) }
    if policy.wantsSource, !slots.contains(.source) {
      missing.append(FieldProblem("source", "Upload the archive of the sources."))
    }
    return missing
  }

  /// A chair's word on changes: there are some, and these are the ones the chair read. A refusal needs its reason.
  public static func judge(
    _ changes: [FinalChange], version: Int, basedOn shown: Int, approved: Bool, note: String
  ) throws(Refusal) {
    if version != shown { throw .stale }
    if changes.isEmpty {
      throw .invalid([FieldProblem("", "There is nothing to approve: nothing differs from the accepted paper.")])
    }
    try checkNote(note, isNeeded: !approved, "Say what the authors should change back.")
  }

  /// Naming a shepherd: of a paper whose released decision asks for one, somebody who has it to review.
  public static func appoint(
    _ facts: CameraReadyFacts, isShepherded: Bool, to standing: Standing, call: Call
  ) throws(Refusal) {
    try look(facts, call: call)
    if !isShepherded { throw .invalid([FieldProblem("shepherd", "The decision on this paper asks for no shepherd.")]) }
    guard case .reviewer = standing else {
      throw .invalid([FieldProblem("shepherd", "Choose a reviewer of this paper.")])
    }
  }

  /// A shepherd's word. Asking for more needs a note; signing off needs a final manuscript to have been read.
  public static func signOff(isSatisfied: Bool, note: String, hasFinal: Bool) throws(Refusal) {
    if isSatisfied, !hasFinal {
      throw .invalid([
        FieldProblem("", "There is no final version to sign off yet. The authors are told by letter what you ask for.")
      ])
    }
    try checkNote(note, isNeeded: !isSatisfied, "Say what the authors still have to change.")
  }

  /// More time for one paper.
  public static func extend(_ facts: CameraReadyFacts, days: Int, call: Call) throws(Refusal) {
    try look(facts, call: call)
    if !extensionDays.contains(days) {
      throw .invalid([
        FieldProblem("days", "Give from \(extensionDays.lowerBound) to \(extensionDays.upperBound) days from now.")
      ])
    }
  }

  private static func checkNote(_ note: String, isNeeded: Bool, _ sentence: String) throws(Refusal) {
    if isNeeded, Words.isBlank(note) { throw .invalid([FieldProblem("note", sentence)]) }
    if note.count > noteCharacters {
      throw .invalid([FieldProblem("note", "The note has more than \(noteCharacters) characters. Shorten it.")])
    }
  }
}

/// How far a final version is, most pressing first.
public enum CameraReadyState: String, Hashable, CaseIterable, Sendable {
  /// Nothing was saved yet.
  case notBegun = "not begun"
  case incomplete
  /// A chair refused its changes; the authors change them back or explain.
  case refused = "changes refused"
  /// Complete, and a chair has to look at what changed.
  case waitsForChair = "waits for a chair"
  case waitsForShepherd = "waits for the shepherd"
  case complete

  /// `verdict` is the chairs' last word on these very changes, `isSignedOff` nil for papers without a shepherd.
  public init(isBegun: Bool, missing: Int, changes: Int, verdict: Bool?, isSignedOff: Bool?) {
    if !isBegun {
      self = .notBegun
    } else if changes > 0, verdict == false {
      self = .refused
    } else if missing > 0 {
      self = .incomplete
    } else if changes > 0, verdict == nil {
      self = .waitsForChair
    } else if isSignedOff == false {
      self = .waitsForShepherd
    } else {
      self = .complete
    }
  }
}

/// A noun: who sees to it that an accepted paper becomes what its reviewers asked for.
public enum Shepherd {}
