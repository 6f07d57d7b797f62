public import PeerReview

/// Coverage, the matcher, and its draft plans.
///
/// Form: `POST /chair/assignment/run`: `seed`, `reviewsPerSubmission`, `loadMinimum`, `loadMaximum`, `method`,
/// `limit`, `perturbation`.
public struct AssignmentPage: Page {
  public let coverage: Coverage
  public let seed: Int
  public let reviewsPerSubmission: Int
  public let loadMinimum: Int
  public let loadMaximum: Int
  /// The method's name, its probability limit and its perturbation, as typed.
  public let method: String
  public let limit: String
  public let perturbation: String
  /// Whether the matcher can run now; `closedReason` says why not.
  public let accepts: Bool
  public let closedReason: String
  public let plans: [PlanRow]
  public let problems: [FieldProblem]
  /// Why the last run found no assignment: one sentence per shortage.
  public let infeasible: [String]
  /// Whether the call has meta-reviews.
  public let hasMetareviews: Bool
  /// Whether reviewers may have others write for them.
  public let hasDelegations: Bool
  public init(
    coverage: Coverage, seed: Int, reviewsPerSubmission: Int, loadMinimum: Int, loadMaximum: Int,
    method: String = PlanMethod.Kind.optimal.rawValue, limit: String = "0.5",
    perturbation: String = "0.5", accepts: Bool,
    closedReason: String = "", plans: [PlanRow], problems: [FieldProblem] = [], infeasible: [String] = [],
    hasMetareviews: Bool = false, hasDelegations: Bool = false
  ) {
    self.coverage = coverage
    self.seed = seed
    self.reviewsPerSubmission = reviewsPerSubmission
    self.loadMinimum = loadMinimum
    self.loadMaximum = loadMaximum
    self.method = method
    self.limit = limit
    self.perturbation = perturbation
    self.accepts = accepts
    self.closedReason = closedReason
    self.plans = plans
    self.problems = problems
    self.infeasible = infeasible
    self.hasMetareviews = hasMetareviews
    self.hasDelegations = hasDelegations
  }

  public struct Coverage: Hashable, Sendable {
    public let submissions: Int
    public let reviewers: Int
    public let reviewsNeeded: Int
    public let reviewsPossible: Int
    public let reviewersWithBids: Int
    public let reviewersWithExpertise: Int
    public let conflicts: Int
    /// Papers that fewer reviewers can take than reviews are needed.
    public let scarce: [Scarce]
    public init(
      submissions: Int, reviewers: Int, reviewsNeeded: Int, reviewsPossible: Int, reviewersWithBids: Int,
      reviewersWithExpertise: Int, conflicts: Int, scarce: [Scarce] = []
    ) {
      self.submissions = submissions
      self.reviewers = reviewers
      self.reviewsNeeded = reviewsNeeded
      self.reviewsPossible = reviewsPossible
      self.reviewersWithBids = reviewersWithBids
      self.reviewersWithExpertise = reviewersWithExpertise
      self.conflicts = conflicts
      self.scarce = scarce
    }
  }

  public struct Scarce: Sendable, Hashable {
    public let id: ID<Submission>
    public let number: SubmissionNumber
    public let title: String
    public let eligible: Int
    public init(id: ID<Submission>, number: SubmissionNumber, title: String, eligible: Int) {
      self.id = id
      self.number = number
      self.title = title
      self.eligible = eligible
    }
  }

  public struct PlanRow: Sendable {
    public let id: ID<Plan>
    public let madeAt: Instant
    public let madeBy: String
    public let state: Badge
    public let pairs: Int
    public let meanAffinity: Double
    public init(id: ID<Plan>, madeAt: Instant, madeBy: String, state: Badge, pairs: Int, meanAffinity: Double) {
      self.id = id
      self.madeAt = madeAt
      self.madeBy = madeBy
      self.state = state
      self.pairs = pairs
      self.meanAffinity = meanAffinity
    }
  }

  public var title: String { "Assignment" }
  public var section: Section? { .assignment }

  public func content(in layout: Layout) -> HTML {
    """
    <div class="title-row"><h1>Assignment</h1><a class="button quiet" href="/chair/assignment/table">Assign by a table</a>
    \(when(hasMetareviews) { "<a class=\"button quiet\" href=\"/chair/metareviews\">Meta-reviews</a>" })
    \(when(hasDelegations) { "<a class=\"button quiet\" href=\"/chair/delegations\">Delegated reviews</a>" })</div>
    \(infeasible.isEmpty ? .empty : """
      <section class="notice bad" role="alert" aria-labelledby="infeasible"><h2 id="infeasible">No assignment meets these
      numbers</h2>
      <ul>\(each(infeasible) { "<li>\($0)</li>" })</ul></section>
      """)
    \(problemList(problems, heading: "The matcher did not run"))
    \(part("coverage", "Coverage") { coveragePart })
    <p><a href="/chair/expertise">Expertise from papers</a></p>
    \(part("run", "Match papers and reviewers") { runForm(layout) })
    \(part("plans", "Plans") { plans.isEmpty ? nothing("No plan has been made yet.") : planTable(layout) })
    """
  }

  private var coveragePart: HTML {
    """
    <ul class="figures">
    <li><span class="value">\(coverage.submissions)</span> <span class="label">papers</span></li>
    <li><span class="value">\(coverage.reviewers)</span> <span class="label">reviewers</span></li>
    <li><span class="value">\(coverage.reviewsNeeded)</span> <span class="label">reviews needed</span><span class="soft">\
    \(coverage.reviewsPossible) possible</span></li>
    <li><span class="value">\(coverage.reviewersWithBids)</span> <span class="label">reviewers with bids</span><span
    class="soft">\(coverage.reviewersWithExpertise) told their expertise</span></li>
    <li><span class="value">\(coverage.conflicts)</span> <span class="label">conflicts</span></li></ul>
    \(when(coverage.reviewsPossible < coverage.reviewsNeeded) {
      """
      <p class="notice warning">\(count(coverage.reviewsNeeded - coverage.reviewsPossible, "review")) more are needed than the
      reviewers can write. Invite reviewers or raise the load.</p>
      """
    })
    \(when(!coverage.scarce.isEmpty) { """
      <h3>Papers with too few possible reviewers</h3><ul class="rows">\(each(coverage.scarce) { paper in
        """
        <li><div><span class="number">\(paper.number)</span> <a href="\(Link.chairSubmission(paper.id))">\(paper.title)</a></div>
        <span class="soft">\(count(paper.eligible, "reviewer"))</span></li>
        """
      })</ul>
      """ })
    """
  }

  private func runForm(_ layout: Layout) -> HTML {
    guard accepts else { return "<p class=\"nothing\">\(closedReason.isEmpty ? "The matcher can't run now." : closedReason)</p>" }
    let fields = Fields(problems: problems)
    func figure(_ name: String, _ label: String, _ value: Int, _ help: String) -> HTML {
      fields.text(name, label, String(value), .init(type: "number", help: help, isRequired: true, inputMode: "numeric"))
    }
    return layout.form("/chair/assignment/run", classes: "stack card") {
      """
      <div class="columns">\(figure("reviewsPerSubmission", "Reviews per paper", reviewsPerSubmission, ""))
      \(figure("loadMinimum", "Least papers per reviewer", loadMinimum, ""))
      \(figure("loadMaximum", "Most papers per reviewer", loadMaximum, ""))
      \(figure("seed", "Seed", seed, "Breaks ties and draws lots; the same seed gives the same plan."))</div>
      \(fields.choice("method", "What the matcher goes by", methods, chosen: method, below: lots(fields)))
      <p>Every method keeps these numbers and pairs nobody with a paper they are in conflict with. It makes a draft plan;
      nobody is told.</p>
      <p class="actions"><button>Make a draft plan</button></p>
      """
    }
  }

  private var methods: [Fields.Choice] {
    PlanMethod.Kind.allCases.map { Fields.Choice(value: $0.rawValue, label: $0.label, help: $0.explanation) }
  }

  /// What the methods that draw lots ask for besides.
  private func lots(_ fields: Fields) -> HTML {
    """
    <div class="columns">\(fields.text(
      "limit", "Probability limit, by lot", limit,
      .init(
        help: "The most any pair's probability may be, such as 0.5. Lower is harder to guess and to game, and costs affinity.",
        inputMode: "decimal")))
    \(fields.text(
      "perturbation", "How evenly spread", perturbation,
      .init(help: "From 0, as by lot, to 0.5, as evenly as it goes.", inputMode: "decimal")))</div>
    """
  }

  private func planTable(_ layout: Layout) -> HTML {
    table(
      "Plans", id: "plans-table", head: ["Made (UTC)", "By", "State", "Pairs", "Mean affinity"],
      each(plans) { plan in
        """
        <tr><th scope="row"><a href="\(Link.plan(plan.id))">\(layout.brief(plan.madeAt))</a></th><td>\(plan.madeBy)</td><td>\
        \(plan.state.html)</td>
        <td class="figure">\(plan.pairs)</td><td class="figure">\(decimal(plan.meanAffinity))</td></tr>
        """
      })
  }
}

extension PlanMethod.Kind {
  fileprivate var label: String {
    switch self {
    case .optimal: "Greatest total affinity"
    case .fair: "The worst-served paper first"
    case .randomized: "By lot, under a probability limit"
    case .perturbed: "By lot, with probabilities spread evenly"
    }
  }

  fileprivate var explanation: String {
    switch self {
    case .optimal: "No other plan has more affinity in all. Whoever knows the bids can guess it."
    case .fair: "The paper with the least affinity gets as much as possible, then the total counts."
    case .randomized: "Nobody can be sure of a paper, whatever they bid: no pair is likelier than the limit."
    case .perturbed: "As by lot, with the same limit, and no few pairs stand out."
    }
  }
}
