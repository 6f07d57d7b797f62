public import Pages
public import PeerReview
internal import Store

extension ChairDesk {
  /// A paper as somebody with a part in it sees it at this moment, under that person's rights and never more: drafts, own tags and what
  /// follows from other papers are left out. On record before anything is shown.
  ///
  /// Not found for papers the chair may not know of, for parts nobody has, and where that person finds nothing; refused as closed once the
  /// call's retention rules close any of it to chairs.
  public func viewing(_ id: ID<Submission>, as part: PaperPart) async throws -> ViewAsPage {
    try await conference.act { act in
      let (row, versioned) = try load(id, act)
      let reveal = try reveal(versioned.call, act)
      reveal.papers = [row.number]
      try reveal.require(
        .authors, .assignments, .reviewerIdentity, .reviews, .reviewsForChairs, .discussion, .response, .metareviewForChairs)
      let seen = try seen(as: part, row, act)
      try act.record("view-as", by: viewer, at: call, about: id.text, "\(part.office) \(part.place)")
      if let look = reveal.row(page: "view as \(part.office)", by: viewer, at: call, now: act.now) {
        try act.session.record(look)
      }
      return ViewAsPage(paper: id, number: row.number, name: seen.name, part: part, seen: seen.page)
    }
  }

  /// An author's page rests on the address alone, so that nothing tells who has an account.
  private func seen(as part: PaperPart, _ row: SubmissionRow, _ act: Act) throws -> (name: String, page: any Page) {
    func desk(of id: ID<Person>) throws -> ReviewerDesk {
      guard let person = try act.session.person(id) else { throw Refusal.notFound }
      return ReviewerDesk(conference: conference, call: call, viewer: person, isForChair: true)
    }
    switch part {
    case .author(let place):
      let authors = try act.session.authors(of: row.id, version: row.facts.version)
      guard authors.indices.contains(place - 1) else { throw Refusal.notFound }
      let author = authors[place - 1]
      let person = try act.session.person(email: author.email) ?? Person.withoutAccount(author.email)
      let desk = AuthorDesk(conference: conference, call: call, viewer: person, isForChair: true)
      return (author.name, try desk.page(row.id, act))
    case .reviewer(let pseudonym):
      guard let assignment = try act.session.assignments(of: row.id).first(where: { $0.pseudonym == pseudonym }) else {
        throw Refusal.notFound
      }
      let desk = try desk(of: assignment.person)
      return (desk.viewer.displayName, try desk.page(desk.task(assignment.id, act), act))
    case .metareviewer:
      guard let task = try act.session.metareviewTask(of: row.id) else { throw Refusal.notFound }
      let desk = try desk(of: task.person)
      return (desk.viewer.displayName, try desk.page(desk.metareviewTask(task.id, act), act))
    }
  }
}
