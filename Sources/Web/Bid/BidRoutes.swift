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
    switch request.asked("format") {
    case "csv": return .file(named: "papers.csv", type: "text/csv; charset=utf-8", try await desk.bidTable(listing).csv)
    case "json": return try .json(try await desk.bidTable(listing).entries)
    default: return visit.answer(try await desk.bids(listing, page: Int(request.asked("page")) ?? 1))
    }
  }

  /// All the bids of the page, or a single one that a script sends as soon as it is chosen.
  @Sendable private func bid(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    var levels: [ID<Submission>: String] = [:]
    for (id, level) in try await request.readForm().texts("bids") { levels[ID(id)] = level }
    try await visit.reviewerDesk().bid(levels)
    return request.isFetch ? Response(status: .noContent) : .seeOther("/bids", did: .bid)
  }
}
