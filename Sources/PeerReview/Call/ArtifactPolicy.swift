/// Artifact evaluation (C18): voluntary, after decisions, without influence on them.
public struct ArtifactPolicy: Hashable, Sendable {
  public struct Badge: Hashable, Sendable {
    public let kind: ArtifactBadge
    public let label: String
    /// What has to hold before an evaluator may recommend it.
    public let checklist: [Check]
    public init(kind: ArtifactBadge, label: String, checklist: [Check]) {
      self.kind = kind
      self.label = label
      self.checklist = checklist
    }
  }
  public struct Check: Hashable, Sendable {
    public let key: String
    public let text: String
    public init(key: String, text: String) {
      self.key = key
      self.text = text
    }
  }
  public let policy: String
  public let voluntary: Bool
  public let calendar: ArtifactCalendar
  public let evaluatorsPerArtifact: Int
  /// The most artifacts of one evaluator.
  public let loadMaximum: Int
  public let archiveBytes: Int64
  public let badges: [Badge]
  public init(
    policy: String, voluntary: Bool, calendar: ArtifactCalendar, evaluatorsPerArtifact: Int, loadMaximum: Int,
    archiveBytes: Int64, badges: [Badge]
  ) {
    self.policy = policy
    self.voluntary = voluntary
    self.calendar = calendar
    self.evaluatorsPerArtifact = evaluatorsPerArtifact
    self.loadMaximum = loadMaximum
    self.archiveBytes = archiveBytes
    self.badges = badges
  }

  public func badge(_ kind: ArtifactBadge) -> Badge? { badges.first { $0.kind == kind } }

  /// In the call's words.
  public func label(_ kind: ArtifactBadge) -> String { badge(kind)?.label ?? kind.rawValue }

  /// The same with every date moved.
  func shifted(by span: Span) -> ArtifactPolicy {
    ArtifactPolicy(
      policy: policy, voluntary: voluntary, calendar: calendar.shifted(by: span), evaluatorsPerArtifact: evaluatorsPerArtifact,
      loadMaximum: loadMaximum, archiveBytes: archiveBytes, badges: badges)
  }
}

/// The dates of artifact evaluation, each the first moment at which its step is over. Registration opens with the release of
/// decisions.
public struct ArtifactCalendar: Hashable, Sendable {
  public let registration: Instant
  /// Artifacts are due; evaluation begins.
  public let artifact: Instant
  public let kickTheTires: Instant
  /// Authors' answers to evaluators are due.
  public let answers: Instant
  public let evaluation: Instant
  /// Badges are not released earlier.
  public let badges: Instant
  public init(
    registration: Instant, artifact: Instant, kickTheTires: Instant, answers: Instant, evaluation: Instant, badges: Instant
  ) {
    self.registration = registration
    self.artifact = artifact
    self.kickTheTires = kickTheTires
    self.answers = answers
    self.evaluation = evaluation
    self.badges = badges
  }

  func shifted(by span: Span) -> ArtifactCalendar {
    ArtifactCalendar(
      registration: registration.adding(span), artifact: artifact.adding(span), kickTheTires: kickTheTires.adding(span),
      answers: answers.adding(span), evaluation: evaluation.adding(span), badges: badges.adding(span))
  }

  /// Every date with what happens then, earliest first.
  var rows: [(String, Instant)] {
    [
      ("Registration of artifacts closes", registration), ("Artifacts are due", artifact),
      ("Kick-the-tires reports are due", kickTheTires), ("Authors' answers to evaluators are due", answers),
      ("Artifact evaluations are due", evaluation), ("Badges are released", badges),
    ]
  }
}

extension CallFileReader {
  func artifacts(_ file: CallFileSection, calendar: Calendar) -> ArtifactPolicy? {
    guard file.field("artifacts") != nil else { return nil }
    let section = file.section(
      "artifacts", required: ["policy", "voluntary", "calendar", "evaluators-per-artifact", "load-maximum", "badges"],
      optional: ["limit-archive"])
    return ArtifactPolicy(
      policy: section.line("policy"), voluntary: section.flag("voluntary"),
      calendar: artifactCalendar(
        section, after: calendar.notification, zone: Zone(file.field("time-zone")?.scalar ?? "") ?? .utc),
      evaluatorsPerArtifact: section.integer("evaluators-per-artifact", in: 1...10),
      loadMaximum: section.integer("load-maximum", in: 1...50),
      archiveBytes: section.field("limit-archive") == nil ? 500_000_000 : section.sizeBytes("limit-archive"),
      badges: badges(section))
  }

  private func badges(_ section: CallFileSection) -> [ArtifactPolicy.Badge] {
    let known = ArtifactBadge.allCases.map(\.rawValue)
    let badges = labelled(section, "badges", required: ["label", "checklist"]) { key, entry in
      (kind: ArtifactBadge(rawValue: key), label: entry.line("label"), checklist: labels(entry, "checklist"))
    }
    for (key, field) in section.field("badges") == nil ? [] : section.entries("badges") where !known.contains(key) {
      let advice =
        nearestName(to: key, among: known).map { "did you mean `\($0)`?" } ?? "there are \(known.joined(separator: ", "))."
      notes.add(field.keyPlace, "`\(key.prefix(60))` is no badge of ACM Artifact Review and Badging 1.1; \(advice)")
    }
    return badges.compactMap { read in
      read.kind.map { kind in
        ArtifactPolicy.Badge(kind: kind, label: read.label, checklist: read.checklist.map { .init(key: $0, text: $1) })
      }
    }.sorted { $0.kind < $1.kind }
  }

  /// Each step ends at or after the one before, and the first after the notification.
  private func artifactCalendar(_ artifacts: CallFileSection, after notification: Instant, zone: Zone) -> ArtifactCalendar {
    let keys = ["registration", "artifact", "kick-the-tires", "answers", "evaluation", "badges"]
    let section = artifacts.section("calendar", required: keys)
    var dates: [String: Instant] = [:]
    var last: (name: String, moment: Instant) = (name: "calendar.notification", moment: notification)
    for key in keys {
      guard let field = section.field(key) else { continue }
      switch CallFileDate.read(field.scalar ?? "", zone: zone) {
      case .failure(let mistake): notes.add(field.place, "\(field.name): \(mistake.message)")
      case .success(let moment):
        if moment <= last.moment {
          notes.add(field.place, "\(field.name) is not after `\(last.name)`; it has to be after \(last.moment.text(in: zone)).")
        }
        dates[key] = moment
        last = (name: key, moment: moment)
      }
    }
    func date(_ key: String) -> Instant { dates[key] ?? Instant(seconds: 0) }
    return ArtifactCalendar(
      registration: date("registration"), artifact: date("artifact"), kickTheTires: date("kick-the-tires"),
      answers: date("answers"), evaluation: date("evaluation"), badges: date("badges"))
  }
}
