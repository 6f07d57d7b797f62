import Conference
import Hummingbird
import Pages
import PeerReview

/// What reviewers wish for, before papers are given out.
struct BidRoutes {
  let house: House

  func add(to router: RouterGroup<WebContext>) {
    router.get("/bids", use: bids)
    router.post("/bids", use: bid)
  }

  @Sendable private func bids(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let listing = BidsPage.Listing(
      query: request.asked("q"), topic: request.asked("topic"), bid: .init(rawValue: request.asked("bid")) ?? .any,
      order: .init(rawValue: request.asked("sort")) ?? .near)
    let desk = try visit.reviewerDesk()
    if let format = request.askedFormat {
      return try .list(try await desk.bidTable(listing), as: format, named: "papers.csv")
    }
    return visit.answer(try await desk.bids(listing, page: Int(request.asked("page")) ?? 1))
  }

  /// All the bids of the page, perhaps one level for many of them, or a single one that a script sends as soon as it is chosen.
  @Sendable private func bid(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.reviewerDesk()
    let form = try await request.readForm()
    let (listing, page, typed) = (BidsPage.Listing(form), form.number("page") ?? 1, BidsPage.Typed(form))
    var levels = typed.levels
    do {
      switch form["action"] {
      case "ticked": levels = try BidRules.set(typed.level, on: typed.ticked, over: levels)
      case "shown": levels = try BidRules.set(typed.level, on: Set(levels.keys), over: levels)
      default: break
      }
      try await desk.bid(levels, conflictKind: typed.kind)
    } catch Refusal.invalid(let problems) {
      let answer = try await desk.bids(listing, page: page, typed: typed, problems: problems)
      return visit.answer(answer, status: .unprocessableContent)
    }
    if request.isFetch { return Response(status: .noContent) }
    let done: DoneNotice = levels.values.contains(BidRules.conflictChoice) ? .bidAndConflict : .bid
    if listing == BidsPage.Listing() && page == 1 { return .seeOther("/bids", did: done) }
    return .seeOther(listing.address(page: page).text, did: done)
  }
}

extension BidsPage.Listing {
  /// The list a form was sent from.
  fileprivate init(_ form: SubmittedForm) {
    self.init(
      query: form["q"] ?? "", topic: form["topic"] ?? "", bid: .init(rawValue: form["bid"] ?? "") ?? .any,
      order: .init(rawValue: form["sort"] ?? "") ?? .near)
  }
}

extension BidsPage.Typed {
  fileprivate init(_ form: SubmittedForm) {
    let levels = form.texts("bids").map { (ID<Submission>($0.key), $0.value) }
    self.init(
      levels: Dictionary(levels, uniquingKeysWith: { $1 }), ticked: Set(form.all("ticked").map { ID<Submission>($0) }),
      level: form["level"] ?? "", kind: form["kind"] ?? "")
  }
}
