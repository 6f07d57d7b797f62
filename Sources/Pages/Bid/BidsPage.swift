public import PeerReview

/// Papers to bid on.
///
/// Form: `POST /bids`: `bids.SUBMISSION` (a level's key, empty for none), one per row shown. By `fetch` a single one of these
/// goes with `X-Requested-With: fetch` as soon as it is chosen, answered by 204.
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
  public init(
    listing: Listing = .init(), vocabulary: SearchVocabulary, problem: SearchProblem? = nil, columns: [String] = [],
    levels: [Bidding.Level], papers: [Row], topics: [Topic], page: Int = 1, found: Int, given: Int,
    total: Int, period: Period, accepts: Bool
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
      <p class="soft">Download all \(count(found, "paper")) of the list: <a href="\(address(format: "csv"))">CSV</a>,
      <a href="\(address(format: "json"))">JSON</a>.</p>
      """ })
    \(pages)
    """
  }

  private func list(_ layout: Layout) -> HTML {
    layout.form("/bids", guarded: true) {
      """
      <ul class="papers bids" id="bid-list">\(each(papers) { card($0) })</ul>
      \(when(accepts) { saving })
      """
    }
  }

  private var pages: HTML { pageLinks(page, found: found, size: Self.pageSize, address) }

  private func address(_ page: Int) -> Link {
    """
    /bids?q=\(listing.query)&topic=\(listing.topic)&bid=\(listing.bid.rawValue)&sort=\(listing.order.rawValue)&page=\(page)
    """
  }

  private func address(format: String) -> Link {
    """
    /bids?q=\(listing.query)&topic=\(listing.topic)&bid=\(listing.bid.rawValue)&sort=\(listing.order.rawValue)&format=\(format)
    """
  }

  private var saving: HTML {
    """
    <div class="actions sticky"><button>Save bids</button><span class="soft" role="status" data-saved>\
    \(count(given, "bid")) on \(count(total, "paper"))</span></div>
    """
  }

  private func standing(_ layout: Layout) -> HTML {
    if accepts {
      return """
        <p>Say how gladly you would review each paper. Bids help the matching; they promise nothing.
        Bidding closes \(layout.deadline(period.closes)).</p>
        <p class="soft" data-keys hidden>Keys: <kbd>j</kbd> and <kbd>k</kbd> go to the next and the last paper, \
        \(each(levels.enumerated()) { "<kbd>\($0 + 1)</kbd> is “\($1.label)”, " })<kbd>0</kbd> is no bid, <kbd>a</kbd> opens the abstract.</p>
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
    let list = levels.map { Fields.Choice(value: $0.key, label: $0.label) } + [Fields.Choice(value: "", label: "No bid")]
    return Fields().choice("bids.\(row.id.text)", "Your bid on \(row.number)", list, chosen: row.level, inline: true)
  }
}
