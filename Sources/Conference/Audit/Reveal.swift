internal import PeerReview
internal import Store

/// Asks the rules of disclosure for one viewer of one page and remembers what they let through, so that nothing secret can
/// be shown by right of an office without going on record.
final class Reveal {
  private let moment: DisclosureMoment
  private let standing: Standing
  private var secrets: Set<Secret> = []
  /// Papers the page shows.
  var papers: Set<SubmissionNumber> = []
  /// Integrity cases the page shows: only chairs who may know of one are told that somebody looked at it.
  var cases: [ID<IntegrityCase>] = []

  init(_ standing: Standing, at moment: DisclosureMoment) {
    self.standing = standing
    self.moment = moment
  }

  /// Nil when the secret is shown, which is remembered.
  func secrecy(of secret: Secret) -> Secrecy? {
    let secrecy = DisclosureRules.secrecy(of: secret, for: standing, at: moment)
    if secrecy == nil, DisclosureRules.isRecorded(secret, at: moment) { secrets.insert(secret) }
    return secrecy
  }

  /// Whether there is nothing to be shown: for what only leads to the secret, as a link does.
  func hides(_ secret: Secret) -> Bool { DisclosureRules.secrecy(of: secret, for: standing, at: moment) != nil }

  /// Whether it is told who reviews which paper.
  var tellsReviewers: Bool { secrecy(of: .assignments) == nil && secrecy(of: .reviewerIdentity) == nil }

  /// For pages that are nothing without these. Refuses as not found when one of them is hidden, and as closed when the call's
  /// retention rules have closed it: that is no secret.
  func require(_ secrets: Secret...) throws(Refusal) {
    for secret in secrets {
      switch secrecy(of: secret) {
      case nil: continue
      case .sealed: throw moment.seals.since(secret, for: standing).map { .closed(since: $0) } ?? .notFound
      default: throw .notFound
      }
    }
  }

  /// Nil when nothing was shown that belongs on record.
  func row(page: String, by person: Person, at call: ID<Call>, now: Instant) -> RevealRow? {
    guard let entitlement, !secrets.isEmpty, !papers.isEmpty else { return nil }
    return RevealRow(
      at: now, call: call, person: person.id, entitlement: entitlement, page: CaseLook(page, cases).text, secrets: secrets,
      papers: papers)
  }

  /// What authors see of their own paper is no reveal.
  private var entitlement: String? {
    switch standing {
    case .chair: "chair"
    case .reviewer: "reviewer"
    case .metareviewer: "metareviewer"
    case .committee: "committee"
    case .publication: "publication chair"
    case .external: "external reviewer"
    case .author, .conflicted, .outsider: nil
    }
  }
}

/// A page on the record of reveals, with the integrity cases it showed.
struct CaseLook {
  let page: String
  let cases: [ID<IntegrityCase>]
  private static let mark = " · "

  init(_ page: String, _ cases: [ID<IntegrityCase>]) {
    self.page = page
    self.cases = cases
  }

  /// As the record has it.
  init(text: String) {
    let parts = text.split(separator: Self.mark, maxSplits: 1).map(String.init)
    page = parts.first ?? ""
    cases = parts.count < 2 ? [] : parts[1].split(separator: " ").map { ID(String($0)) }
  }

  var text: String { cases.isEmpty ? page : page + Self.mark + cases.map(\.text).joined(separator: " ") }
}

extension Conference {
  /// Looks, and puts what the page shows on record before anybody gets to see it.
  ///
  /// On a full disk the page is shown all the same and the entry waits in memory for room, as do at most
  /// `RevealBacklog.limit` of them; beyond that the page is refused.
  func lookOnRecord<Page: Sendable>(
    _ body: @escaping @Sendable (Act) throws -> (page: Page, reveal: RevealRow?)
  ) async throws -> Page {
    let (page, reveal) = try await look(body)
    guard let reveal else { return page }
    let waiting = revealBacklog.taken() + [reveal]
    do {
      try await database.writeReveals { session in for row in waiting { try session.record(row) } }
    } catch StoreFault.diskFull where waiting.count <= RevealBacklog.limit {
      revealBacklog.putBack(waiting)
    } catch {
      revealBacklog.putBack(Array(waiting.dropLast()))
      throw error
    }
    return page
  }
}
