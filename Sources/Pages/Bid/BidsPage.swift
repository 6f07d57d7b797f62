public import PeerReview

/// Papers to bid on.
///
/// Form: `POST /bids`: `bids.SUBMISSION` (a level's key, empty for none, `*conflict` for a conflict of the kind `kind`), one per
/// row shown; with `action` `ticked` or `shown`, `level` (a level's key, `*none` for none) for the papers of `ticked` (repeated
/// ids) or for all of the form; and the filter, to come back to. By `fetch` a single bid goes with `X-Requested-With: fetch` as
/// soon as it is chosen, answered by 204.
/// Filter: `GET /bids?q=&topic=&bid=&sort=&page=`, `q` in the search language, with `bid` one of `given`, `open`, and `sort` `number` or nothing;
/// `format=csv` or `format=json` is a file of all rows.
public struct BidsPage: Page {
  public static let pageSize = 100

  public enum Order: String, Hashable, CaseIterable, Sendable {
    /// The nearest to what the viewer knows first.
    case near = ""
    case number
  }

  public enum Standing: String, Hashable, CaseIterable, Sendable {
    case any = ""
    case given
    case open
  }

  /// Which papers the list is asked for, and in which order.
  public struct Listing: Hashable, Sendable {
    /// In the search language.
    public let query: String
    /// A topic's key; empty for all.
    public let topic: String
    public let bid: Standing
    public let order: Order
    public init(query: String = "", topic: String = "", bid: Standing = .any, order: Order = .near) {
      self.query = query
      self.topic = topic
      self.bid = bid
      self.order = order
    }

    public func address(page: Int) -> Link {
      "/bids?q=\(query)&topic=\(topic)&bid=\(bid.rawValue)&sort=\(order.rawValue)&page=\(page)"
    }

    func address(format: String) -> Link {
      "/bids?q=\(query)&topic=\(topic)&bid=\(bid.rawValue)&sort=\(order.rawValue)&format=\(format)"
    }
  }

  /// What came back with bids that were refused.
  public struct Typed: Sendable {
    public let levels: [ID<Submission>: String]
    public let ticked: Set<ID<Submission>>
    /// For many papers at once.
    public let level: String
    /// Of the conflicts chosen.
    public let kind: String
    public init(
      levels: [ID<Submission>: String] = [:], ticked: Set<ID<Submission>> = [], level: String = "", kind: String = ""
    ) {
      self.levels = levels
      self.ticked = ticked
      self.level = level
      self.kind = kind
    }
  }

  public let listing: Listing
  public let vocabulary: SearchVocabulary
  public let problem: SearchProblem?
  /// Names of the columns the search asked for.
  public let columns: [String]
  public let levels: [Bidding.Level]
  public let papers: [Row]
  public let topics: [Topic]
  /// From 1.
  public let page: Int
  /// Papers with the filter, on all pages.
  public let found: Int
  /// The viewer's bids, on all papers.
  public let given: Int
  public let total: Int
  public let period: Period
  /// Whether bids can be saved now.
  public let accepts: Bool
  /// Of conflicts.
  public let kinds: [ConflictKind]
  public let typed: Typed
  public let problems: [FieldProblem]
  public init(
    listing: Listing = .init(), vocabulary: SearchVocabulary, problem: SearchProblem? = nil, columns: [String] = [],
    levels: [Bidding.Level], papers: [Row], topics: [Topic], page: Int = 1, found: Int, given: Int,
    total: Int, period: Period, accepts: Bool, kinds: [ConflictKind] = [], typed: Typed = .init(), problems: [FieldProblem] = []
  ) {
    self.listing = listing
    self.vocabulary = vocabulary
    self.problem = problem
    self.columns = columns
    self.levels = levels
    self.papers = papers
    self.topics = topics
    self.page = page
    self.found = found
    self.given = given
    self.total = total
    self.period = period
    self.accepts = accepts
    self.kinds = kinds
    self.typed = typed
    self.problems = problems
  }

  public struct Row: Sendable {
    public let id: ID<Submission>
    public let number: SubmissionNumber
    public let title: String
    public let abstract: String
    public let track: String
    public let topics: [String]
    /// A level's key; empty for none.
    public let level: String
    /// How near it is to what the viewer knows, from 0 to 100; nil when nothing is known.
    public let nearness: Int?
    /// Values of the page's extra columns.
    public let extra: [Double?]
    public init(
      id: ID<Submission>, number: SubmissionNumber, title: String, abstract: String, track: String, topics: [String],
      level: String, nearness: Int? = nil, extra: [Double?] = []
    ) {
      self.extra = extra
      self.id = id
      self.number = number
      self.title = title
      self.abstract = abstract
      self.track = track
      self.topics = topics
      self.level = level
      self.nearness = nearness
    }
  }

  public var title: String { "Bids" }
  public var section: Section? { .bids }

  public func content(in layout: Layout) -> HTML {
    """
    <h1>Bids</h1>
    \(problemList(problems, heading: "Your bids were not saved", prefix: accepts ? "f-" : nil))
    \(standing(layout))
    \(layout.search("/bids", query: listing.query, label: "Find papers", vocabulary, problem, """
      <div class="field"><label for="topic">Topic</label><select id="topic" name="topic">
      \(options(topics.map { ($0.key, $0.name) }, chosen: listing.topic, empty: "All topics"))</select></div>
      <div class="field"><label for="bid">Bids</label><select id="bid" name="bid">
      \(options([("open", "Without a bid"), ("given", "With a bid")], chosen: listing.bid.rawValue, empty: "All papers"))</select></div>
      <div class="field"><label for="sort">Order</label><select id="sort" name="sort">
      \(options([("number", "By number")], chosen: listing.order.rawValue, empty: "Nearest to me first"))</select></div>
      """))
    \(papers.isEmpty ? (problem == nil ? nothing("No paper matches.") : .empty) : list(layout))
    \(when(found > 0) { """
      <p class="soft">Download all \(count(found, "paper")) of the list: <a href="\(listing.address(format: "csv"))">CSV</a>,
      <a href="\(listing.address(format: "json"))">JSON</a>.</p>
      """ })
    \(pages)
    """
  }

  private func list(_ layout: Layout) -> HTML {
    layout.form("/bids", guarded: true) {
      """
      \(hidden("q", listing.query))\(hidden("topic", listing.topic))\(hidden("bid", listing.bid.rawValue))\
      \(hidden("sort", listing.order.rawValue))\(hidden("page", page))
      <ul class="papers bids" id="bid-list">\(each(papers) { card($0) })</ul>
      \(when(accepts) { saving + more })
      """
    }
  }

  private var pages: HTML { pageLinks(page, found: found, size: Self.pageSize, listing.address) }

  private var saving: HTML {
    """
    <div class="actions sticky"><button>Save bids</button><span class="soft" role="status" data-saved>\
    \(count(given, "bid")) on \(count(total, "paper"))</span></div>
    """
  }

  /// Behind the button that saves, so that the Enter key saves.
  private var more: HTML {
    let fields = Fields(problems: problems)
    return folded(
      "Conflicts, and many papers at once",
      """
      \(fields.select("kind", "Kind of the conflicts chosen", kinds.map { ($0.key, $0.label) }, chosen: typed.kind,
        empty: "Choose a kind"))
      \(fields.select("level", "One level for many papers", bulkLevels, chosen: typed.level, empty: "Choose a level"))
      <p class="actions"><button class="quiet" name="action" value="ticked">Set the ticked</button>
      <button class="quiet" name="action" value="shown">Set all shown</button></p>
      """, open: !problems.isEmpty)
  }

  private var bulkLevels: [(value: String, label: String)] {
    levels.map { ($0.key, $0.label) } + [(BidRules.noBidChoice, "No bid")]
  }

  private func standing(_ layout: Layout) -> HTML {
    if accepts {
      return """
        <p>Say how gladly you would review each paper. Bids help the matching; they promise nothing.
        Bidding closes \(layout.deadline(period.closes)).</p>
        <p>Choose “Conflict” where you must not review a paper. Once you save, it is gone from this list; until bidding closes you
        can take that back under <a href="/conflicts">Conflicts of interest</a>.</p>
        <p class="soft" data-keys hidden>Keys: <kbd>j</kbd> and <kbd>k</kbd> go to the next and the previous paper, \
        \(each(levels.enumerated()) { "<kbd>\($0 + 1)</kbd> is “\($1.label)”, " })\
        \(when(levels.count < 9) { "<kbd>\(levels.count + 1)</kbd> is “Conflict”, " })\
        <kbd>0</kbd> is no bid, <kbd>x</kbd> ticks the paper, <kbd>a</kbd> opens the abstract.</p>
        """
    }
    if layout.now < period.opens { return "<p>Bidding opens \(layout.deadline(period.opens)).</p>" }
    return "<p>Bidding closed \(layout.moment(period.closes)).</p>"
  }

  private func card(_ row: Row) -> HTML {
    """
    <li class="card paper" data-row><p class="over"><span class="number">\(row.number)</span> \(row.track)\
    \(with(row.nearness) { " · <span title=\"By your topics, keywords and papers\">near to you: \($0) of 100</span>" })</p><h2>\(row.title)\
    </h2>
    <ul class="topics">\(each(row.topics) { "<li>\($0)</li>" })</ul>
    \(when(!columns.isEmpty) { "<p class=\"soft\">\(each(zip(columns, row.extra), column))</p>" })
    \(folded("Abstract", prose(row.abstract)))
    \(accepts ? choice(row) : "<p>Your bid: \(levels.first { $0.key == row.level }?.label ?? "none")</p>")</li>
    """
  }

  private func column(_ name: String, _ value: Double?) -> HTML {
    "\(name): \(value.map { decimal($0, places: 2) } ?? "unknown"). "
  }

  private func choice(_ row: Row) -> HTML {
    let id = row.id.text
    let others = [(BidRules.conflictChoice, "Conflict"), ("", "No bid")]
    let list = (levels.map { ($0.key, $0.label) } + others).map { Fields.Choice(value: $0.0, label: $0.1) }
    let chosen = typed.levels[row.id] ?? row.level
    return Fields().choice("bids.\(id)", "Your bid on \(row.number)", list, chosen: chosen, inline: true)
      + Fields().tick("ticked", "Tick \(row.number)", typed.ticked.contains(row.id), value: id, id: "tick-\(id)")
  }
}
