internal import Foundation
public import PeerReview
internal import Proceedings
internal import Screening
internal import Store

/// The proceedings as they are to be written: files by name, and stored files to be copied beside them.
public struct WrittenProceedings: Sendable {
  public let files: [(path: String, text: String)]
  /// From a file of this server to a path in the site.
  public let copies: [(path: String, from: String)]
  public let papers: Int
  /// Accepted papers that are not in it, each with why.
  public let leftOut: [(number: SubmissionNumber, reason: String)]
  /// Papers whose PDF is in it as its authors made it, each with why it could not be stamped.
  public let unstamped: [(key: String, reason: String)]
}

extension Conference {
  /// The proceedings of a call, of every paper whose final version is complete. For whoever holds the data folder: it is
  /// blind to nobody. Refuses before the release, and without a `proceedings` section in the call file.
  ///
  /// With `stamping`, the papers' own PDFs are copied with the volume's metadata, page numbers and head line in them; without, and
  /// where a PDF can't be stamped, as their authors made them.
  public func proceedings(of id: ID<Call>, stamping: PaperStamping? = nil) async throws -> WrittenProceedings {
    var made = try await volumeOnRecord(of: id)
    var unstamped: [(key: String, reason: String)] = []
    if let stamping { unstamped = try await stamp(&made.volume, &made.copies, stamping) }
    // OAI-PMH takes whole seconds.
    let builtAt = Instant(seconds: made.builtAt.seconds).iso8601
    let site = made.volume.site(builtAt: builtAt, depositor: made.depositor)
    return WrittenProceedings(
      files: site.map { ($0.path, $0.text) }, copies: made.copies, papers: made.volume.papers.count, leftOut: made.leftOut,
      unstamped: unstamped)
  }

  private struct MadeVolume: Sendable {
    var volume: Volume
    var copies: [(path: String, from: String)]
    let leftOut: [(number: SubmissionNumber, reason: String)]
    let depositor: CrossrefDepositor
    let builtAt: Instant
  }

  private func volumeOnRecord(of id: ID<Call>) async throws -> MadeVolume {
    try await act { act in
      let call = try act.call(id).call
      guard let policy = call.proceedings, call.cameraReady != nil else {
        throw Refusal.invalid([
          FieldProblem("call", "The call file has no sections `camera-ready` and `proceedings`; add them, then store it again.")
        ])
      }
      guard try act.session.releasedAt(id) != nil else { throw Refusal.notYetOpen(opens: call.calendar.notification) }
      let made = try act.volume(call, policy)
      let depositor = CrossrefDepositor(
        name: call.name, email: call.contactEmail, registrant: policy.publisher, batch: "\(call.id)-\(act.now.digits)",
        timestamp: act.now.digits)
      try act.record("write proceedings", bySystem: "command line", at: id, about: id.text)
      return MadeVolume(
        volume: made.volume, copies: made.copies, leftOut: made.leftOut, depositor: depositor, builtAt: act.now)
    }
  }

  /// Puts stamped copies in the place of the papers' own PDFs, in the volume and among what is to be copied. Opens files: not within
  /// a transaction.
  private func stamp(
    _ volume: inout Volume, _ copies: inout [(path: String, from: String)], _ stamping: PaperStamping
  ) async throws -> [(key: String, reason: String)] {
    var unstamped: [(key: String, reason: String)] = []
    let places = Dictionary(copies.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
    for session in volume.sessions.indices {
      for index in volume.sessions[session].papers.indices {
        let paper = volume.sessions[session].papers[index]
        guard let file = paper.files.firstIndex(where: { $0.kind == .article }), let place = places[paper.files[file].path]
        else { continue }
        switch try await stamping.stamp(paper, of: volume, file: copies[place].from) {
        case .stamped(let path, let sizeBytes):
          copies[place].from = path
          volume.sessions[session].papers[index].files[file].sizeBytes = sizeBytes
        case .untouched(let reason): unstamped.append((paper.key, reason))
        }
      }
    }
    return unstamped
  }
}

extension Act {
  fileprivate func volume(_ call: Call, _ policy: ProceedingsPolicy) throws -> (
    volume: Volume, copies: [(path: String, from: String)], leftOut: [(number: SubmissionNumber, reason: String)]
  ) {
    var made: (volume: Volume, copies: [(path: String, from: String)], leftOut: [(number: SubmissionNumber, reason: String)])
    made = (volume: try emptyVolume(call, policy), copies: [], leftOut: [])
    let decisions = try session.decisions(in: call.id)
    var placed: [(placement: Placement, paper: FinalPaper, pages: Int)] = []
    for row in try session.submissionsUnderReview(in: call.id)
    where decisions[row.id].flatMap({ call.decision($0.kind) })?.accepts == true {
      let paper = try finalPaper(row, call)
      guard paper.state == .complete else {
        made.leftOut.append((row.number, "its final version is \(paper.state.rawValue)"))
        continue
      }
      guard let pages = try finalPages(paper), pages > 0 else {
        made.leftOut.append((row.number, "its final PDF could not be read, or is waiting to be: see its screening"))
        continue
      }
      placed.append((try session.placement(of: row.id), paper, pages))
    }
    placed.sort { left, right in
      let (one, other) = (left.placement.rank, right.placement.rank)
      if one != other { return (one == 0 ? Int.max : one) < (other == 0 ? Int.max : other) }
      return left.paper.row.number < right.paper.row.number
    }
    var next = 1
    let titles = try session.sessionTitles(of: call.id).titles
    let known = Set(titles.map(\.key))
    // Papers without a session stand by track, after all others.
    let tracks = call.tracks.map { track in
      (
        key: "track-\(track.key)", title: track.name,
        members: placed.filter { !known.contains($0.placement.session) && $0.paper.row.facts.track == track.key }
      )
    }
    let sessions = titles.map { title in
      (key: title.key, title: title.title, members: placed.filter { $0.placement.session == title.key })
    }
    for section in sessions + tracks where !section.members.isEmpty {
      var printed = Volume.Session(key: section.key, title: section.title, papers: [])
      for member in section.members {
        let range = Volume.PageRange(first: next, last: next + member.pages - 1)
        printed.papers.append(try published(member.paper, pages: range, policy, &made.copies))
        next += member.pages
      }
      made.volume.sessions.append(printed)
    }
    return made
  }

  private func emptyVolume(_ call: Call, _ policy: ProceedingsPolicy) throws -> Volume {
    guard let starts = Volume.Day(policy.starts.day), let ends = Volume.Day(policy.ends.day),
      let published = Volume.Day(policy.published.day)
    else { throw Refusal.invalid([FieldProblem("call", "The days of the proceedings lie outside the years 1900 to 9999.")]) }
    return Volume(
      slug: call.id.text, acronym: call.name, conference: call.fullName, title: policy.title, series: policy.series,
      number: policy.volume, publisher: policy.publisher, place: policy.place, startsOn: starts, endsOn: ends,
      publishedOn: published, address: policy.address, doi: policy.doiPrefix, isbn: policy.isbn, issn: policy.issn,
      licence: policy.licence.map { .init(name: $0.name, address: $0.address) },
      editors: policy.editors.map { .init(name: PersonName(reading: $0)) }, sessions: [],
      committee: policy.printsCommittee ? try committee(of: call) : [])
  }

  /// Program chairs, publication chairs, metareviewers and reviewers, by name; people without a name are left out.
  private func committee(of call: Call) throws -> [Volume.CommitteeGroup] {
    let titles: [(Role, String)] = [
      (.chair, "Program chairs"), (.publicationChair, "Publication chairs"), (.metareviewer, "Metareviewers"),
      (.reviewer, "Program committee"),
    ]
    return try titles.map { role, title in
      let people = try session.offices(at: call.id, [role]).map(\.person).filter { !Words.isBlank($0.name) }
      return Volume.CommitteeGroup(
        title: title,
        members: people.map { .init(name: PersonName(reading: $0.name), affiliation: $0.affiliation, orcid: $0.orcid) })
    }
  }

  /// The paper with its files, which are added to what is to be copied.
  private func published(
    _ paper: FinalPaper, pages: Volume.PageRange?, _ policy: ProceedingsPolicy, _ copies: inout [(path: String, from: String)]
  ) throws -> Volume.Paper {
    let key = String(paper.row.number.value)
    var files: [Volume.File] = []
    let wanted: [(slot: FileSlot, kind: Volume.File.Kind, path: String)] = [
      (.final, .article, "papers/\(key).pdf"), (.finalAppendix, .appendix, "papers/\(key)-appendix.pdf"),
    ]
    for (slot, kind, path) in wanted {
      guard let newest = paper.files.first(where: { $0.slot == slot }) else { continue }
      files.append(.init(kind: kind, path: path, sizeBytes: newest.sizeBytes))
      copies.append((path, try conference.files.path(of: newest.sha256)))
    }
    let content = try session.version(paper.row.facts.version, of: paper.row.id)?.content
    return Volume.Paper(
      key: key, title: paper.final.title, abstract: paper.final.abstract, keywords: content?.keywords ?? [],
      authors: paper.final.authors.map { author in
        .init(
          name: PersonName(reading: author.name, family: author.familyName), affiliation: author.affiliation, orcid: author.orcid)
      },
      track: paper.call.track(paper.row.facts.track)?.name ?? "", pages: pages,
      doi: policy.doiPrefix.isEmpty ? "" : "\(policy.doiPrefix).\(key)", badges: try badges(of: paper), files: files)
  }

  /// In the call's words; where an artifact is archived stands beside “available”.
  private func badges(of paper: FinalPaper) throws -> [Volume.Badge] {
    try awardedBadges(of: paper.row.id, paper.call).map { badge, address in
      Volume.Badge(key: badge.rawValue, label: paper.call.artifacts?.label(badge) ?? badge.rawValue, address: address)
    }
  }

  /// Pages of the newest final PDF as the inspector counted them; nil before that, and when it could not.
  func finalPages(_ paper: FinalPaper) throws -> Int? {
    guard let newest = paper.files.first(where: { $0.slot == .final }) else { return nil }
    return try session.screening(of: newest.id).flatMap { try ScreeningReport(stored: $0.report).pages }
  }
}

extension Instant {
  /// `2026-05-18`, in UTC.
  fileprivate var day: String { String(iso8601.prefix(10)) }
  /// `20260518080000`, in UTC.
  fileprivate var digits: String { String(iso8601.filter(\.isNumber).prefix(14)) }
}
