/// Something a viewer could tell the two worlds apart by, though the secret is not theirs to know.
struct Difference: Sendable, CustomStringConvertible {
  enum Aspect: String, Sendable {
    case status, header, body, work, letter
  }

  let secret: WorldSecret
  let viewer: WorldViewer
  let phase: WorldPhase
  /// The request; for letters that came by themselves, their kind.
  let probe: String
  let aspect: Aspect
  let detail: String

  var description: String {
    "\(secret.rawValue) | \(viewer) | \(phase) | \(probe) | \(aspect.rawValue): \(detail)"
  }
}

extension Difference {
  /// The same for differences of one kind: whose, where and in what, without ids and queries.
  var shape: String {
    let path = probe.prefix { $0 != "?" && $0 != "[" && $0 != "{" }
    let route = path.split(separator: "/").map { $0.count == 26 ? "ID" : String($0) }.joined(separator: "/")
    return "\(secret.rawValue) | \(viewer) | \(route) | \(aspect.rawValue)"
  }
}

/// Everything one request did that its sender, or a watch, could notice.
struct Outcome: Hashable, Sendable {
  let reply: Reply
  let work: WorkTrace
  /// Letters to the sender that the request caused, as they would leave the house.
  let letters: [[UInt8]]
}

extension Outcome {
  /// How the other world's outcome differs; empty when nobody could tell.
  func differences(from other: Outcome) -> [(aspect: Difference.Aspect, detail: String)] {
    var found: [(aspect: Difference.Aspect, detail: String)] = []
    if reply.status != other.reply.status { found.append((.status, "\(reply.status) and \(other.reply.status)")) }
    if reply.headers != other.reply.headers {
      let ours = Set(reply.headers).subtracting(other.reply.headers).sorted()
      let theirs = Set(other.reply.headers).subtracting(reply.headers).sorted()
      found.append((.header, "\(ours) and \(theirs)"))
    }
    if reply.body != other.reply.body { found.append((.body, Self.parting(reply.body, other.reply.body))) }
    if work != other.work { found.append((.work, Self.parting(work, other.work))) }
    if letters != other.letters { found.append((.letter, "\(letters.count) and \(other.letters.count) letters, or other words")) }
    return found
  }

  /// The text around the first byte that differs.
  static func parting(_ left: [UInt8], _ right: [UInt8]) -> String {
    let common = zip(left, right).prefix { $0 == $1 }.count
    func piece(_ bytes: [UInt8]) -> String {
      let text = String(decoding: bytes.dropFirst(max(0, common - 60)).prefix(140), as: UTF8.self)
      return text.replacing("\n", with: "⏎")
    }
    return "…\(piece(left))… and …\(piece(right))…"
  }

  private static func parting(_ left: WorkTrace, _ right: WorkTrace) -> String {
    let common = zip(left.statements, right.statements).prefix { $0 == $1 }.count
    func piece(_ trace: WorkTrace) -> String {
      trace.statements.indices.contains(common) ? String("\(trace.statements[common])".prefix(400)) : "nothing more"
    }
    return "of \(left.statements.count) and \(right.statements.count) statements, \(piece(left)) and \(piece(right))"
      .replacing("\n", with: " ")
  }
}
