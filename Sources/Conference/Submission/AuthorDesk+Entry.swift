internal import Foundation
internal import Pages
internal import PeerReview
internal import Store

extension AuthorDesk {
  /// White space at the ends goes, addresses are folded, what is listed twice stands once.
  static func tidied(_ entry: Entry) -> Entry {
    var tidied = entry
    tidied.content.title = entry.content.title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    tidied.content.abstract = trimmed(entry.content.abstract)
    tidied.content.answers.exemption = trimmed(entry.content.answers.exemption)
    tidied.content.keywords = unique(entry.content.keywords.map(trimmed).filter { !$0.isEmpty })
    tidied.content.topics = unique(entry.content.topics).sorted()
    tidied.authors = entry.authors.map { author in
      Author(
        name: trimmed(author.name), email: fold(author.email), affiliation: trimmed(author.affiliation),
        orcid: ORCID(trimmed(author.orcid))?.text ?? trimmed(author.orcid), contact: author.contact, serves: author.serves)
    }.filter { !($0.name.isEmpty && $0.email.isEmpty && $0.affiliation.isEmpty && $0.orcid.isEmpty) }
    var seen: Set<String> = []
    tidied.conflicts = entry.conflicts
      .map { DeclaredConflict(email: fold($0.email), name: trimmed($0.name), kind: $0.kind) }
      .filter { !($0.email.isEmpty && $0.name.isEmpty) && seen.insert($0.email).inserted }
      .sorted { $0.email < $1.email }
    return tidied
  }

  /// The author list with the viewer in it as a contact: added at the end when missing.
  func withViewer(_ authors: [Author]) -> [Author] {
    var authors = authors
    if let position = authors.firstIndex(where: { $0.email == viewer.email }) {
      if !authors.contains(where: { $0.contact && !$0.email.isEmpty }) { authors[position].contact = true }
    } else {
      authors.append(
        Author(
          name: viewer.name, email: viewer.email, affiliation: viewer.affiliation, orcid: viewer.orcid, contact: true))
    }
    return authors
  }

  /// What the last version says, with the conflicts the authors declare now.
  func storedEntry(_ row: SubmissionRow, _ act: Act) throws -> Entry {
    guard let version = try act.session.version(row.facts.version, of: row.id) else { throw Refusal.notFound }
    let conflicts = try act.session.conflicts(of: row.id).filter { $0.side == .author }
      .map { DeclaredConflict(email: $0.email, name: $0.name, kind: $0.kind) }
    return Entry(
      content: version.content, authors: try act.session.authors(of: row.id, version: row.facts.version),
      conflicts: conflicts)
  }

  /// Adds the version and brings the authors' declared conflicts up to it; ended ones stay on record.
  func store(_ entry: Entry, version: Int, of id: ID<Submission>, _ act: Act) throws {
    try act.session.add(
      SubmissionVersionRow(version: version, content: entry.content, by: viewer.id, at: act.now), authors: entry.authors,
      to: id)
    let standing = try act.session.conflicts(of: id).filter { $0.side == .author }
    for old in standing
    where !entry.conflicts.contains(where: { $0.email == old.email && $0.kind == old.kind && $0.name == old.name }) {
      try act.session.endConflict(submission: id, email: old.email, side: .author, at: act.now)
    }
    for conflict in entry.conflicts {
      try act.session.addConflict(
        id: act.newToken(), submission: id, email: conflict.email, name: conflict.name, kind: conflict.kind,
        side: .author, by: viewer.id, at: act.now)
    }
  }

  /// Whoever is listed for the first time learns of it. `known` are the addresses of every earlier version.
  func tellNewAuthors(
    known: Set<String>, listed: [Author], number: SubmissionNumber, title: String, id: ID<Submission>, _ act: Act
  ) throws {
    let known = known.union([viewer.email])
    let head = act.letterhead(try act.call(call).call)
    for author in listed where EmailAddress(author.email) != nil && !known.contains(author.email) {
      try act.post(
        CoauthorNoticeLetter(
          head: head, name: author.name, number: number, title: title, listedBy: viewer.displayName,
          path: "/submissions/\(id)"),
        kind: "coauthor-notice", to: author.email, name: author.name, call: call, about: id)
    }
  }

  /// What a file is screened by follows from the form: a new track, title, author list or statement asks for
  /// another look.
  func screenAgain(_ id: ID<Submission>, from old: Entry, to new: Entry, _ act: Act) throws {
    let isSame =
      old.content.track == new.content.track && old.content.title == new.content.title
      && old.authors == new.authors && old.content.answers.statements == new.content.answers.statements
    if isSame { return }
    let all = try act.session.manuscripts(of: id)
    for slot in FileSlot.allCases where !slot.isFinal {
      if let newest = all.first(where: { $0.slot == slot }) { try act.enqueue(.screen(newest.id)) }
    }
  }

  /// The receipt names every file with its hash.
  func sendReceipts(_ row: SubmissionRow, authors: [Author], call: Call, _ act: Act) throws {
    // Newest first within a slot: the first of each is the version that counts.
    var slots: Set<FileSlot> = []
    let files = try act.session.manuscripts(of: row.id).filter { slots.insert($0.slot).inserted }.map {
      SubmissionReceivedLetter.File(
        slot: $0.slot, version: $0.version, sizeBytes: $0.sizeBytes, sha256: $0.sha256, uploadedAt: $0.at)
    }
    for author in authors where author.contact {
      try act.post(
        SubmissionReceivedLetter(
          head: act.letterhead(call), number: row.number, title: row.title,
          track: call.track(row.facts.track)?.name ?? row.facts.track, version: row.facts.version, submittedAt: act.now,
          files: files, closes: row.facts.period(call).closes, path: "/submissions/\(row.id)"),
        kind: "submission-received", to: author.email, name: author.name, call: self.call, about: row.id)
    }
  }

  private static func fold(_ email: String) -> String {
    EmailAddress(trimmed(email))?.folded ?? trimmed(email)
  }

  private static func unique(_ items: [String]) -> [String] {
    var seen: Set<String> = []
    return items.filter { seen.insert($0).inserted }
  }
}

extension AuthorDesk.Entry {
  /// The same text for the same entry, whatever the order of its dictionaries: to know a form that is posted twice.
  func canonicalText() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let fields =
      [content.track, content.title, content.abstract] + content.keywords + content.topics
      + authors.flatMap { author in
        [author.name, author.email, author.affiliation, author.orcid, author.contact ? "contact" : ""]
          + (author.serves ? ["serves"] : [])
      }
      + conflicts.flatMap { [$0.email, $0.name, $0.kind] }
    return String(decoding: try encoder.encode(content.answers) + (try encoder.encode(fields)), as: UTF8.self)
  }
}
