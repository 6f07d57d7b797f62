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
      let viewed = try viewed(part, of: row, act)
      let page = try page(of: part, viewed.person, row, act)
      try act.record("view-as", by: viewer, at: call, about: id.text, "\(part.office) \(part.place)")
      if let look = reveal.row(page: "view as \(part.office)", by: viewer, at: call, now: act.now) {
        try act.session.record(look)
      }
      return ViewAsPage(paper: id, number: row.number, name: viewed.name, part: part, seen: page)
    }
  }

  /// An author's page rests on the address alone, so that nothing tells who has an account.
  private func viewed(_ part: PaperPart, of row: SubmissionRow, _ act: Act) throws -> (name: String, person: Person) {
    let id: ID<Person>?
    switch part {
    case .author(let place):
      let authors = try act.session.authors(of: row.id, version: row.facts.version)
      guard authors.indices.contains(place - 1) else { throw Refusal.notFound }
      let author = authors[place - 1]
      return (author.name, try act.session.person(email: author.email) ?? Person.withoutAccount(author.email))
    case .reviewer(let pseudonym):
      id = try act.session.assignments(of: row.id).first { $0.pseudonym == pseudonym }?.person
    case .metareviewer: id = try act.session.metareviewTask(of: row.id)?.person
    }
    guard let id, let person = try act.session.person(id) else { throw Refusal.notFound }
    return (person.displayName, person)
  }

  private func page(of part: PaperPart, _ person: Person, _ row: SubmissionRow, _ act: Act) throws -> any Page {
    let desk = ReviewerDesk(conference: conference, call: call, viewer: person, isForChair: true)
    switch part {
    case .author:
      return try AuthorDesk(conference: conference, call: call, viewer: person, isForChair: true).page(row.id, act)
    case .reviewer(let pseudonym):
      guard let assignment = try act.session.assignments(of: row.id).first(where: { $0.pseudonym == pseudonym }) else {
        throw Refusal.notFound
      }
      return try desk.page(desk.task(assignment.id, act), act)
    case .metareviewer:
      guard let task = try act.session.metareviewTask(of: row.id) else { throw Refusal.notFound }
      return try desk.page(desk.metareviewTask(task.id, act), act)
    }
  }
}
