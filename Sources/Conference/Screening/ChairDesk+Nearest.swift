public import Pages
public import PeerReview
internal import Store

extension ChairDesk {
  /// The submitted papers nearest in meaning to one, by titles and abstracts, of this and every other conference that the
  /// viewer chairs; papers the viewer may not know of are not read. Words alone are told: nothing follows from it by itself.
  public func nearestPapers(to id: ID<Submission>) async throws -> NearestPapersPage {
    let read = try await conference.look { act in
      let (row, _) = try load(id, act)
      let others = try act.session.callsChaired(by: viewer.id).flatMap { try act.textsKnown(to: viewer, at: $0) }
      let own = try act.session.version(row.facts.version, of: id)?.content
      return (row: row, text: MeaningShelf.Text(row, own?.abstract ?? ""), others: others.filter { $0.row.id != id })
    }
    let near = await conference.meanings.nearest(
      to: read.text, among: read.others.map { .init($0.row, $0.abstract) }, limit: Self.nearestLimit)
    return NearestPapersPage(
      id: id, number: read.row.number, name: read.row.title,
      papers: near?.map { near in
        let other = read.others[near.place]
        return NearestPapersPage.Paper(
          id: other.row.id, number: other.row.number, title: other.row.title, abstract: other.abstract,
          conference: other.row.call == call ? nil : other.conference, closeness: near.closeness)
      })
  }

  private static let nearestLimit = 10
}

private struct KnownText: Sendable {
  let row: SubmissionRow
  let abstract: String
  let conference: String
}

extension MeaningShelf.Text {
  fileprivate init(_ row: SubmissionRow, _ abstract: String) {
    self.init(submission: row.id, version: row.facts.version, words: "\(row.title)\n\(abstract)")
  }
}

extension Act {
  fileprivate func textsKnown(to chair: Person, at id: ID<Call>) throws -> [KnownText] {
    let name = try call(id).call.name
    let abstracts = try session.abstracts(in: id, chairedBy: chair.email)
    return try session.submissions(chairedBy: chair.email, in: id).filter { $0.facts.state == .submitted }.map {
      KnownText(row: $0, abstract: abstracts[$0.id] ?? "", conference: name)
    }
  }
}
