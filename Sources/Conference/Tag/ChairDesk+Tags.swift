public import Pages
public import PeerReview
internal import Store

extension ChairDesk {
  /// Tags in use on papers this chair may know of; and, where words are given, what they would change on the papers that the
  /// search finds. Nothing is changed.
  public func tags(query: String = "", words: String = "", problems: [FieldProblem] = []) async throws -> TagsPage {
    try await lookOnRecord("tags", .papers) { act, reveal in
      let call = try load(act, .papers).call
      let board = try act.tagBoard(of: viewer, call, reveal.secrecy)
      let vocabulary = PaperSearch.vocabulary(call, for: viewer, tags: board.names.map(\.text))
      func page(_ preview: TagsPage.Preview?, _ problem: SearchProblem? = nil, _ problems: [FieldProblem]) -> TagsPage {
        TagsPage(
          tags: rows(board, call), query: query, words: words, vocabulary: vocabulary, problem: problem, problems: problems,
          preview: preview)
      }
      if trimmed(words).isEmpty || !problems.isEmpty { return page(nil, nil, problems) }
      do {
        return page(try preview(query, words, board, call, act, reveal), nil, [])
      } catch let problem as SearchProblem {
        return page(nil, problem, [])
      } catch Refusal.invalid(let problems) {
        return page(nil, nil, problems)
      }
    }
  }

  /// Tags every paper the search finds, all in one act and each on record. Returns how many papers changed.
  ///
  /// `seen` is what the preview rested on: refused as `stale` when other papers, or their other tags, are found by now.
  /// Refuses `invalid` what the rules refuse and a search that is not understood.
  @discardableResult
  public func changeTags(_ words: String, where query: String, seen: String) async throws -> Int {
    try await conference.act { act in
      let call = try load(act, .papers).call
      let reveal = Reveal(
        .chair, at: DisclosureMoment(call: call, releasedAt: try act.session.releasedAt(self.call), now: act.now))
      var board = try act.tagBoard(of: viewer, call, reveal.secrecy)
      let found: [SubmissionRow]
      do {
        found = try self.found(.init(query: query), call, act, reveal).rows
      } catch let problem as SearchProblem {
        throw Refusal.invalid([FieldProblem("q", problem.message)])
      }
      if Self.seen(found, board) != seen { throw Refusal.stale }
      let changes = try TagRules.changes(words)
      try TagRules.chair(changes, call: call)
      var changed = 0
      let ranks = Self.ranksAnew(changes, call)
      for row in found where !ranks.isEmpty { for name in ranks { board.unrank(row.id, name) } }
      for row in found where try act.change(changes, on: row, by: viewer, call, &board) { changed += 1 }
      try requireVotes(call, act)
      return changed
    }
  }

  /// Changes the tags of one paper, on record but for those the chair keeps to themself. Refuses `invalid` what the rules refuse.
  public func changeTags(_ words: String, on id: ID<Submission>) async throws {
    try await conference.act { act in
      let (row, versioned) = try load(id, act)
      let changes = try TagRules.changes(words)
      try TagRules.chair(changes, call: versioned.call)
      var board = try act.tagBoard(of: viewer, versioned.call) { _ in nil }
      try act.change(changes, on: row, by: viewer, versioned.call, &board)
      try requireVotes(versioned.call, act)
    }
  }

  func tagPanel(
    _ row: SubmissionRow, _ call: Call, _ reveal: Reveal, typed: String, problems: [FieldProblem], _ act: Act
  ) throws -> TagPanel {
    let board = try act.tagBoard(of: viewer, call, reveal.secrecy, among: [row.id])
    let tags = board.tags(of: row.id)
    let people = reveal.hides(.reviewerIdentity) ? [:] : try act.session.people(board.votes.map(\.person))
    let votes = Dictionary(grouping: board.votes, by: \.name).sorted { $0.key < $1.key }.map { name, cast in
      let names = cast.map { vote in
        "\(people[vote.person]?.displayName ?? "someone") \(Tag.number(Double(vote.value) / 1_000))"
      }
      return "\(name): \(names.sorted().joined(separator: ", "))"
    }
    return TagPanel(
      shared: .unless(reveal.secrecy(of: .tags)) { tags.filter { $0.key.scope != .own }.map { $0.badge(call) } },
      own: tags.filter { $0.key.scope == .own }.map { $0.badge(call) }, votes: votes,
      words: call.tags.map { TagPanel.Word(text: $0.counting.isPoll ? "~\($0.name)" : $0.name, meaning: $0.meaning) },
      isForChairs: true, typed: typed, problems: problems.filter { $0.field == "tags" })
  }

  private func requireVotes(_ call: Call, _ act: Act) throws {
    try act.requireVotes(
      try act.session.tags(in: self.call, chairedBy: viewer.email, [.own], owner: viewer.id), call)
  }

  private func rows(_ board: TagBoard, _ call: Call) -> [TagsPage.Row] {
    let counts = Dictionary(board.tags.values.joined().map { ($0.key, 1) }, uniquingKeysWith: +)
    return board.names.map { key in
      TagsPage.Row(
        tag: Tag(key).badge(call), meaning: call.tagKind(key.name)?.meaning ?? "", papers: counts[key] ?? 0)
    }
  }

  private func preview(
    _ query: String, _ words: String, _ board: TagBoard, _ call: Call, _ act: Act, _ reveal: Reveal
  ) throws -> TagsPage.Preview {
    let changes = try TagRules.changes(words)
    try TagRules.chair(changes, call: call)
    let found = try self.found(.init(query: query), call, act, reveal).rows
    var ranked = board
    for name in Self.ranksAnew(changes, call) { for row in found { ranked.unrank(row.id, name) } }
    let all = found.map { row in
      let before = board.tags(of: row.id)
      return (row: row, before: before, after: ranked.preview(changes, on: row.id, before, call))
    }
    let changing = all.filter { $0.before != $0.after }
    return TagsPage.Preview(
      changes: changing.prefix(TagsPage.previewSize).map { change in
        TagsPage.Change(
          id: change.row.id, number: change.row.number, title: change.row.title,
          before: change.before.map { $0.badge(call) }, after: change.after.map { $0.badge(call) })
      }, changing: changing.count, unchanged: found.count - changing.count, seen: Self.seen(found, board))
  }

  /// Orders whose papers found are placed anew, in the order the search found them.
  private static func ranksAnew(_ changes: [TagChange], _ call: Call) -> [String] {
    changes.compactMap { change in
      guard case .put(let key, nil) = change, key.scope == .committee, call.rankings.contains(key.name) else { return nil }
      return key.name
    }
  }

  private static func seen(_ found: [SubmissionRow], _ board: TagBoard) -> String {
    Token.hash(found.map { "\($0.id) \(board.tags(of: $0.id).map(\.text).joined(separator: " "))" }.joined(separator: "\n"))
  }
}

extension TagBoard {
  /// The tags a paper would have.
  fileprivate mutating func preview(
    _ changes: [TagChange], on paper: ID<Submission>, _ before: [Tag], _ call: Call
  ) -> [Tag] {
    var tags = Dictionary(before.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    for change in changes {
      switch change {
      case .remove(let key): tags[key] = nil
      case .put(let key, let value):
        if key.scope == .committee, call.rankings.contains(key.name) {
          _ = rank(paper, key.name, at: value.map { Int($0) })
          tags[key] = Tag(key, value: value ?? rankings[key.name]?.places[paper].map(Double.init))
        } else {
          tags[key] = Tag(key, value: value)
        }
      }
    }
    return tags.values.sorted { $0.key < $1.key }
  }
}

extension TagKind {
  /// What the call says of it, and how it is used.
  var meaning: String {
    switch counting {
    case .nothing: label
    case .approvals: "\(label): approve by “~\(name)”"
    case .votes(let each): "\(label): \(counted(each, "vote", "votes")) for all papers together, by “~\(name)#2”"
    case .ranks: "\(label): a place among the papers"
    case .preferences:
      "\(label): one order of at most \(SchulzeMethod.limitPapers) papers from everyone's own, by “~\(name)#1”, “~\(name)#2” and so on"
    }
  }
}
