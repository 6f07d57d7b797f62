import PeerReview
import Store

/// A leak that a conference system has had, put back where it showed: what the database holds reaches, in the same channel,
/// someone who asks. The product is untouched; what is tried is whether the two worlds would notice.
struct HistoricLeak: Sendable {
  enum Channel: Sendable {
    /// In the page or the file.
    case body
    case header(String)
    /// 403 instead of 404 where the answer is not nothing.
    case status
    /// Rows stepped through on the way.
    case work
    /// In every letter that leaves.
    case letter(String)
    /// In the letter's id.
    case messageID
  }

  /// The number in the list of cases the tests are drawn from, with where it happened.
  let number: Int
  let name: String
  let precedent: String
  let channel: Channel
  /// What the request's name must begin with; unused for letters.
  var requests = [""]
  /// What the request's name must hold.
  var holding = ""
  /// Whether it shows only where the product refuses.
  var onlyRefused = false
  /// One text; `caches` stands for the paper's id.
  let truth: SQL

  /// What leaks in this world now.
  func leaked(_ world: World) async throws -> String {
    let sql = truth
    return try await world.database.peek { try $0.rows(sql) { try $0.textOrNull(0) ?? "" }.joined(separator: " ") }
  }

  /// Whether it may show in the answer to this request at all.
  func isAsked(by probe: Probe) -> Bool {
    let name = probe.name
    return probe.method != "HEAD" && requests.contains { name.hasPrefix($0) } && (holding.isEmpty || name.contains(holding))
  }

  private func shows(in probe: Probe, _ reply: Reply) -> Bool {
    isAsked(by: probe) && (!onlyRefused || reply.status >= 400)
  }

  func put(into outcome: Outcome, of probe: Probe, _ world: World) async throws -> Outcome {
    guard shows(in: probe, outcome.reply) else { return outcome }
    let text = try await leaked(world)
    var (reply, work) = (outcome.reply, outcome.work)
    switch channel {
    case .body: reply = Reply(status: reply.status, headers: reply.headers, body: reply.body + Array(text.utf8))
    case .header(let name): reply = Reply(status: reply.status, headers: reply.headers + ["\(name): \(text)"], body: reply.body)
    case .status where text.isEmpty || text == "0": break
    case .status: reply = Reply(status: 403, headers: reply.headers, body: reply.body)
    case .work: work.note(truth, Int(text) ?? text.count)
    case .letter, .messageID: return outcome
    }
    return Outcome(reply: reply, work: work, letters: outcome.letters)
  }

  func put(into letters: [String], _ world: World) async throws -> [String] {
    switch channel {
    case .letter(let line):
      let text = try await leaked(world)
      return letters.map { $0 + "\(line)\(text)" }
    case .messageID:
      let text = try await leaked(world)
      return letters.map { $0.replacing("Message-ID: <", with: "Message-ID: <\(text).") }
    default: return letters
    }
  }
}
