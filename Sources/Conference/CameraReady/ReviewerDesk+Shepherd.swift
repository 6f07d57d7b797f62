public import Pages
public import PeerReview
internal import Store

extension ReviewerDesk {
  /// A paper the viewer shepherds: what was asked for, what changed, the final files. Anything else is not found.
  public func shepherding(
    _ id: ID<Submission>, note: String = "", problems: [FieldProblem] = []
  ) async throws -> ShepherdingPage {
    try await conference.lookOnRecord { act in
      let (paper, reveal) = try loadShepherded(id, act)
      let page = ShepherdingPage(
        id: id, number: paper.row.number, paperTitle: paper.final.title, authors: paper.final.authors.map(\.name),
        decisionNote: paper.decision.note, progress: act.progress(paper),
        files: try act.finalPanels(paper, accepts: false, tellsWho: false).filter { !$0.slot.isArchive }, note: note,
        problems: problems)
      return (page, reveal.row(page: "shepherding", by: viewer, at: call, now: act.now))
    }
  }

  /// Any version of the final manuscript or its appendix.
  public func finalFile(_ slot: FileSlot, version: Int, of id: ID<Submission>) async throws -> StoredCopy {
    try await conference.lookOnRecord { act in
      let (paper, reveal) = try loadShepherded(id, act)
      guard slot.isFinal, !slot.isArchive else { throw Refusal.notFound }
      let copy = try act.copy(of: slot, version: version, paper.row)
      return (copy, reveal.row(page: "file", by: viewer, at: call, now: act.now))
    }
  }

  /// Signs the final version off, or says what is still to be done; the authors get the note by letter, the chairs see it. A
  /// new final manuscript asks for a new word.
  public func saySoAsShepherd(_ id: ID<Submission>, isSatisfied: Bool, note: String) async throws {
    try await conference.act { act in
      let paper = try loadShepherded(id, act).paper
      let note = trimmed(note)
      try CameraReadyRules.signOff(isSatisfied: isSatisfied, note: note, hasFinal: paper.slots.contains(.final))
      try act.session.addShepherdWord(isSatisfied: isSatisfied, note: note, on: id, by: viewer.id, at: act.now)
      try act.record(isSatisfied ? "sign off" : "ask for changes", by: viewer, at: call, about: id.text)
      try act.tellContacts(of: paper, kind: "shepherd-word") { name in
        ShepherdWordLetter(
          head: act.letterhead(paper.call), name: name, number: paper.row.number, title: paper.row.title,
          shepherd: viewer.displayName, isSatisfied: isSatisfied, note: note, due: paper.due, path: "/submissions/\(id)/final")
      }
    }
  }

  private func loadShepherded(_ id: ID<Submission>, _ act: Act) throws -> (paper: FinalPaper, reveal: Reveal) {
    try requireOffice(act)
    let versioned = try act.call(call)
    guard let row = try act.session.shepherded(by: viewer, in: call).first(where: { $0.id == id }) else { throw Refusal.notFound }
    let moment = DisclosureMoment(
      call: versioned.call, releasedAt: try act.session.releasedAt(call), now: act.now, opened: [.finalVersion])
    // A chair who shepherds is the paper's reviewer here, as at every other place of this desk.
    var standing = try act.session.standing(of: viewer, toward: id)
    if case .chair = standing { standing = .reviewer(ownReviewIn: true) }
    let reveal = Reveal(standing, at: moment)
    reveal.papers = [row.number]
    try reveal.require(.finalVersion)
    return (try act.finalPaper(row, versioned.call), reveal)
  }
}
