public import Pages
public import PeerReview
internal import Screening
internal import Store

extension AuthorDesk {
  /// What screening noticed in the newest files of the viewer's own paper, with pictures of the places. What it found in
  /// common with other papers is not part of it.
  public func screening(_ id: ID<Submission>) async throws -> ScreeningPage {
    try await conference.look { act in
      let (row, call) = try loadForScreening(id, act)
      let isOpen = isAllowed { () throws(Refusal) in try SubmissionRules.upload(row.facts, call: call, at: act.now) }
      return ScreeningPage(
        id: id, number: row.number, paperTitle: row.title, files: try act.screenedFiles(of: id, picture: Self.picture(in: id)),
        changeableUntil: isOpen ? row.facts.period(call).closes : nil)
    }
  }

  /// The place of a finding in one of the viewer's own files. Not found where no place was drawn.
  public func picture(of finding: ID<ScreeningFinding>, in id: ID<Submission>) async throws -> PlacePicture {
    let (drawn, place) = try await conference.look { act in
      _ = try loadForScreening(id, act)
      return try act.place(of: finding, in: id)
    }
    return try conference.picture(drawn, of: place)
  }

  /// Where the place of a finding is shown to authors.
  static func picture(in id: ID<Submission>) -> (ID<ScreeningFinding>) -> Link {
    { "/submissions/\(id)/screening/\($0)" }
  }

  private func loadForScreening(_ id: ID<Submission>, _ act: Act) throws -> (row: SubmissionRow, call: Call) {
    let (row, versioned, isContact) = try load(id, act)
    let moment = DisclosureMoment(call: versioned.call, releasedAt: try act.session.releasedAt(call), now: act.now)
    try Reveal(.author(contact: isContact), at: moment).require(.screeningFindings, .originalFiles)
    return (row, versioned.call)
  }
}

extension Act {
  /// The newest file of each slot as screening left it. The caller has proven the right to its findings.
  func screenedFiles(
    of id: ID<Submission>, picture: (ID<ScreeningFinding>) -> Link
  ) throws -> [ScreeningPage.File] {
    let newest = try newestFiles(of: id)
    let pictures = try session.pagePictures(of: newest.map(\.id))
    return try newest.map { file in
      let screening = try session.screening(of: file.id)
      let report = try screening.map { try ScreeningReport(stored: $0.report) }
      return ScreeningPage.File(
        slot: file.slot, version: file.version,
        state: try file.deletedAt.map { .deleted(at: $0) } ?? state(of: file, screening, report), pages: report?.pages,
        mainPages: report?.mainPages,
        references: report?.references,
        findings: report?.identified(in: file.id).map {
          $0.shown(in: file.slot, pictures[file.id, default: [:]], picture: picture)
        } ?? [])
    }
  }

  /// In the order of the slots.
  func newestFiles(of id: ID<Submission>) throws -> [ManuscriptRow] {
    let all = try session.manuscripts(of: id)
    return FileSlot.allCases.compactMap { slot in all.first { $0.slot == slot } }
  }

  /// The drawn page of a finding in a paper's newest files; not found without one.
  fileprivate func place(of finding: ID<ScreeningFinding>, in id: ID<Submission>) throws -> (PagePictureRow, PlaceOnPage) {
    for file in try newestFiles(of: id) {
      guard let screening = try session.screening(of: file.id) else { continue }
      let all = try ScreeningReport(stored: screening.report).identified(in: file.id)
      guard let found = all.first(where: { $0.id == finding })?.finding, let page = found.page else { continue }
      guard let drawn = try session.pagePictures(of: [file.id])[file.id]?[page] else { continue }
      return (drawn, PlaceOnPage(drawn, box: found.box))
    }
    throw Refusal.notFound
  }
}
