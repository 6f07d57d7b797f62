public import PeerReview

/// Papers to bid on.
///
/// Form: `POST /bids`: `bids.SUBMISSION` (a level's key, empty for none), one per row shown. By `fetch` a single one of these
/// goes with `X-Requested-With: fetch` as soon as it is chosen, answered by 204.
/// Filter: `GET /bids?q=&topic=`.
public struct BidsPage: Page {
  public let levels: [Bidding.Level]
  public let papers: [Row]
  public let topics: [Topic]
  public let query: String
  public let topic: String
  public let period: Period
  /// Whether bids can be saved now.
  public let accepts: Bool
  public init(
    levels: [Bidding.Level], papers: [Row], topics: [Topic], query: String = "", topic: String = "", period: Period,
    accepts: Bool
  ) {
    self.levels = levels
    self.papers = papers
    self.topics = topics
    self.query = query
    self.topic = topic
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
    public init(
      id: ID<Submission>, number: SubmissionNumber, title: String, abstract: String, track: String, topics: [String],
      level: String
    ) {
      self.id = id
      self.number = number
      self.title = title
      self.abstract = abstract
      self.track = track
      self.topics = topics
      self.level = level
    }
  }

  public var title: String { "Bids" }
  public var section: Section? { .bids }

  public func content(in layout: Layout) -> HTML {
    """
    <h1>Bids</h1>
    \(standing(layout))
    \(layout.filter("/bids", query: query, label: "Find papers", table: "bid-list", """
      <div class="field"><label for="topic">Topic</label><select id="topic" name="topic">
      \(options(topics.map { ($0.key, $0.name) }, chosen: topic, empty: "All topics"))</select></div>
      """))
    \(papers.isEmpty ? nothing("No paper matches.") : layout.form("/bids", guarded: true) { """
      <ul class="papers bids" id="bid-list">\(each(papers) { card($0) })</ul>
      \(when(accepts) { saving })
      """ })
    """
  }

  private var saving: HTML {
    """
    <div class="actions sticky"><button>Save bids</button><span class="soft" role="status" data-saved>\
    \(count(papers.count { !$0.level.isEmpty }, "bid")) on \(count(papers.count, "paper"))</span></div>
    """
  }

  private func standing(_ layout: Layout) -> HTML {
    if accepts {
      return """
        <p>Say how gladly you would review each paper. Bids help the matching; they promise nothing.
        Bidding closes \(layout.deadline(period.closes)).</p>
        """
    }
    if layout.now < period.opens { return "<p>Bidding opens \(layout.deadline(period.opens)).</p>" }
    return "<p>Bidding closed \(layout.moment(period.closes)).</p>"
  }

  private func card(_ row: Row) -> HTML {
    """
    <li class="card paper" data-row><p class="over"><span class="number">\(row.number)</span> \(row.track)</p><h2>\(row.title)\
    </h2>
    <ul class="topics">\(each(row.topics) { "<li>\($0)</li>" })</ul>
    \(folded("Abstract", prose(row.abstract)))
    \(accepts ? choice(row) : "<p>Your bid: \(levels.first { $0.key == row.level }?.label ?? "none")</p>")</li>
    """
  }

  private func choice(_ row: Row) -> HTML {
    let list = levels.map { Fields.Choice(value: $0.key, label: $0.label) } + [Fields.Choice(value: "", label: "No bid")]
    return Fields().choice("bids.\(row.id.text)", "Your bid on \(row.number)", list, chosen: row.level, inline: true)
  }
}
