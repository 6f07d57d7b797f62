internal import Pages
internal import PeerReview
internal import Store

/// The tags of papers as one viewer may see them: what others keep for themselves left out, votes counted, ranks told as
/// places among the papers the viewer may know of.
struct TagBoard {
  private(set) var tags: [ID<Submission>: [Tag]] = [:]
  /// Who cast which votes.
  private(set) var votes: [VoteRow] = []
  /// Orders of the papers, by the tag's name.
  private(set) var rankings: [String: Ranking<ID<Submission>>] = [:]

  /// `joint` names what is one order put together from everyone's own; of these `votes` are over all papers the viewer may know of, and
  /// those on other papers than `shown`, if that is not nil, only count.
  fileprivate init(_ rows: [TagRow], ranks: [TagRow], votes: [VoteRow], joint: [String], shown: [ID<Submission>]? = nil) {
    let shown = shown.map(Set.init)
    let votes = votes.filter { !joint.contains($0.name) } + Self.withoutGaps(votes.filter { joint.contains($0.name) })
    self.votes = votes.filter { shown?.contains($0.submission) ?? true }
    rankings = Dictionary(grouping: ranks, by: \.key.name).mapValues { rows in
      Ranking(rows.map { (paper: $0.submission, key: $0.value ?? .max) })
    }
    let places = rankings.mapValues(\.places)
    for row in rows {
      let place = row.key.scope == .committee ? places[row.key.name]?[row.submission] : nil
      let value = place.map(Double.init) ?? row.value.map { Double($0) / 1_000 }
      tags[row.submission, default: []].append(Tag(row.key, value: value))
    }
    for name in joint {
      for (paper, place) in Self.places(votes.filter { $0.name == name }) where shown?.contains(paper) ?? true {
        tags[paper, default: []].append(Tag(TagKey(.committee, name), value: Double(place)))
      }
    }
    for (paper, votes) in Dictionary(grouping: self.votes, by: \.submission) {
      for (name, cast) in Dictionary(grouping: votes, by: \.name) where !joint.contains(name) {
        let sum = cast.reduce(0) { $0 + Double($1.value) / 1_000 }
        tags[paper, default: []].append(Tag(TagKey(.committee, name), value: sum))
      }
    }
    tags = tags.mapValues { $0.sorted { $0.key < $1.key } }
  }

  /// Everyone's own places among these papers: a gap would tell that they placed a paper which is not told.
  private static func withoutGaps(_ votes: [VoteRow]) -> [VoteRow] {
    Dictionary(grouping: votes) { [$0.name, $0.person.text] }.values.flatMap { own in
      let order = Set(own.map(\.value)).sorted()
      let places = Dictionary(order.enumerated().map { ($1, Int64($0) + 1) }, uniquingKeysWith: { first, _ in first })
      return own.map {
        VoteRow(submission: $0.submission, name: $0.name, person: $0.person, value: (places[$0.value] ?? 0) * 1_000)
      }
    }
  }

  private static func places(_ votes: [VoteRow]) -> [ID<Submission>: Int] {
    let ballots = Dictionary(grouping: votes, by: \.person).values.map { own in
      Dictionary(own.map { ($0.submission, $0.value) }, uniquingKeysWith: { first, _ in first })
    }
    return SchulzeMethod.places(Array(ballots))
  }

  /// What there is on a paper; empty for papers that are not shown.
  func tags(of paper: ID<Submission>) -> [Tag] { tags[paper] ?? [] }

  /// Every name in use, as it is written, sorted.
  var names: [TagKey] { Set(tags.values.joined().map(\.key)).sorted() }

  mutating func rank(_ paper: ID<Submission>, _ name: String, at place: Int?) -> Int64 {
    rankings[name, default: Ranking([])].put(paper, at: place)
  }

  mutating func unrank(_ paper: ID<Submission>, _ name: String) { rankings[name]?.remove(paper) }
}

extension Act {
  /// Of papers a chair may know of, or those `among` them; places are counted among all the chair may know of, which are asked only when
  /// one of those has a place.
  func tagBoard(
    of chair: Person, _ call: Call, _ secrecy: (Secret) -> Secrecy?, among papers: [ID<Submission>]? = nil
  ) throws -> TagBoard {
    let scopes = Self.scopes(secrecy)
    let rows = try session.tags(in: call.id, chairedBy: chair.email, among: papers, scopes, owner: chair.id)
    if !scopes.contains(.committee) { return TagBoard(rows, ranks: [], votes: [], joint: []) }
    let isRank = { (row: TagRow) in row.key.scope == .committee && call.rankings.contains(row.key.name) }
    var ranks = rows.filter(isRank)
    let joint = call.jointOrders
    var votes = try session.votes(in: call.id, chairedBy: chair.email, among: papers, named: call.polls)
    if papers != nil {
      if !ranks.isEmpty {
        ranks = try session.tags(in: call.id, chairedBy: chair.email, [.committee], owner: chair.id).filter(isRank)
      }
      if votes.contains(where: { joint.contains($0.name) }) {
        votes.removeAll { joint.contains($0.name) }
        votes += try session.votes(in: call.id, chairedBy: chair.email, named: joint)
      }
    }
    return TagBoard(rows, ranks: ranks, votes: votes, joint: joint, shown: papers)
  }

  private static func scopes(_ secrecy: (Secret) -> Secrecy?) -> [TagKey.Scope] {
    var scopes: [TagKey.Scope] = [.own]
    if secrecy(.tags) == nil { scopes.append(.committee) }
    if secrecy(.chairTags) == nil { scopes.append(.chairs) }
    return scopes
  }

  /// Tags a chair can meet or that the call speaks of, as they are written, sorted.
  func tagWords(of chair: Person, _ call: Call, _ secrecy: (Secret) -> Secrecy?) throws -> [String] {
    let used = try session.tagNames(in: call.id, chairedBy: chair.email, Self.scopes(secrecy), owner: chair.id)
    let known = call.tags.flatMap { kind in
      [TagKey(.committee, kind.name)] + (kind.counting.isPoll ? [TagKey(.own, kind.name)] : [])
    }
    return Set(used + known).sorted().map(\.text)
  }

  /// Of a reviewer's papers. `readable` are those of which the rules let them read the committee's tags.
  func tagBoard(
    of reviewer: Person, _ call: Call, papers: [ID<Submission>], readable: [ID<Submission>]
  ) throws -> TagBoard {
    let own = try session.tags(on: papers, [.own], owner: reviewer.id)
    let shared = try session.tags(on: readable, [.committee], owner: reviewer.id)
    return TagBoard(
      own + shared, ranks: shared.filter { call.rankings.contains($0.key.name) },
      votes: try session.votes(on: readable, named: call.polls), joint: call.jointOrders)
  }

  /// Puts and takes away tags of one paper, on record but for what people keep for themselves. Returns whether anything
  /// changed. Callers have asked the rules.
  @discardableResult
  func change(_ changes: [TagChange], on row: SubmissionRow, by person: Person, _ call: Call, _ board: inout TagBoard) throws
    -> Bool
  {
    let standing = Dictionary(board.tags(of: row.id).map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    var done: [TagChange] = []
    for change in changes {
      let kind = call.tagKind(change.key.name)
      switch change {
      case .remove(let key):
        if standing[key] == nil { continue }
        try session.removeTag(key, from: row.id, owner: person.id)
        board.unrank(row.id, key.name)
      case .put(let key, let value):
        if key.scope == .committee, kind?.counting == .ranks {
          let place = value.map { Int($0) }
          if place != nil, standing[key]?.value == value { continue }
          try session.put(
            TagRow(submission: row.id, key: key, value: board.rank(row.id, key.name, at: place)), owner: person.id, by: person.id,
            at: now)
        } else {
          if let standing = standing[key], standing.value == value { continue }
          let thousandths = value.map { Int64(($0 * 1_000).rounded()) }
          try session.put(TagRow(submission: row.id, key: key, value: thousandths), owner: person.id, by: person.id, at: now)
        }
      }
      done.append(change)
    }
    let told = done.filter { $0.key.scope != .own || call.polls.contains($0.key.name) }
    if !told.isEmpty { try record("tag", by: person, at: row.call, about: row.id.text, told.map(\.text).joined(separator: " ")) }
    return !done.isEmpty
  }

  /// Refuses more votes than a person has, over the papers they may know of: `own` are their tags there after the change.
  func requireVotes(_ own: [TagRow], _ call: Call) throws {
    for kind in call.tags where kind.counting.isPoll {
      let votes = own.filter { $0.key == TagKey(.own, kind.name) }.map { Double($0.value ?? 1_000) / 1_000 }
      try TagRules.votes(votes, of: kind)
    }
  }
}

extension Tag {
  func badge(_ call: Call) -> TagBadge { TagBadge(text: text, key: key.text, colour: call.tagColour(key)) }
}
