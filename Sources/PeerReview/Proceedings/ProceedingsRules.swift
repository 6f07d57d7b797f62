/// A session of the conference, in which papers are presented and printed together.
public struct SessionTitle: Hashable, Sendable, Codable {
  /// Drawn once and kept, whatever the session is called later.
  public var key: String
  public var title: String
  public init(key: String, title: String) {
    self.key = key
    self.title = title
  }
}

/// Where a paper stands in the proceedings.
public struct Placement: Hashable, Sendable {
  /// A session's key; empty while it has none.
  public var session: String
  /// Papers of a session stand by this, then by number; 0 when nobody said, which is after all others.
  public var rank: Int
  public init(session: String = "", rank: Int = 0) {
    self.session = session
    self.rank = rank
  }
}

public enum ProceedingsRules {
  public static let sessionsLimit = 200
  public static let titleCharacters = 200
  public static let rankLimit = 9_999

  /// Sessions as they may be stored. Refuses `stale` when another chair changed them since `shown`.
  public static func arrange(_ sessions: [SessionTitle], version: Int, basedOn shown: Int) throws(Refusal) {
    if version != shown { throw .stale }
    var problems: [FieldProblem] = []
    if sessions.count > sessionsLimit {
      problems.append(FieldProblem("sessions", "There can be at most \(sessionsLimit) sessions."))
    }
    var seen: Set<String> = []
    for (index, session) in sessions.enumerated() {
      if session.title.count > titleCharacters {
        problems.append(
          FieldProblem("sessions.\(index).title", "The title has more than \(titleCharacters) characters. Shorten it."))
      }
      if !seen.insert(session.title.lowercased()).inserted {
        problems.append(FieldProblem("sessions.\(index).title", "Two sessions have this title. Give each its own."))
      }
    }
    if !problems.isEmpty { throw .invalid(problems) }
  }

  public static func place(_ placement: Placement, sessions: [SessionTitle], field: String) throws(Refusal) {
    if !placement.session.isEmpty, !sessions.contains(where: { $0.key == placement.session }) {
      throw .invalid([FieldProblem("\(field).session", "Choose one of the sessions.")])
    }
    if !(0...rankLimit).contains(placement.rank) {
      throw .invalid([FieldProblem("\(field).rank", "Give a number from 1 to \(rankLimit), or leave it empty.")])
    }
  }
}
