extension CallFileReader {
  /// The section `retention`. Everything in it lies after the year is over: what still has to be read can't be closed.
  func retention(_ file: CallFileSection, calendar: Calendar, artifacts: ArtifactPolicy?) -> RetentionPolicy {
    guard file.field("retention") != nil else { return .none }
    let section = file.section("retention", required: [], optional: RetentionKind.allCases.map(\.rawValue))
    let zone = Zone(file.field("time-zone")?.scalar ?? "") ?? .utc
    let last = [calendar.notification, calendar.cameraReady, artifacts?.calendar.badges].compactMap { $0 }.max()
    let policy = RetentionPolicy(
      rules: RetentionKind.allCases.compactMap { kind in
        guard let field = section.field(kind.rawValue) else { return nil }
        return rule(kind, field, section, after: last ?? calendar.notification, zone)
      })
    checkLetters(policy, section, zone)
    return policy
  }

  /// That a letter went, and to whom, tells of the discussion and of who reviewed: letters close first.
  private func checkLetters(_ policy: RetentionPolicy, _ section: CallFileSection, _ zone: Zone) {
    func closed(_ kind: RetentionKind) -> Instant? {
      policy.rules.first { $0.kind == kind }?.closes(to: .chairs)
    }
    for kind in [RetentionKind.discussion, .reviewerIdentities] {
      guard let end = closed(kind), let place = section.field(kind.rawValue)?.keyPlace else { continue }
      if let letters = closed(.letters), letters <= end { continue }
      notes.add(
        place,
        "`retention.\(kind.rawValue)` is closed to chairs from \(end.text(in: zone)) on, but the letters that tell of it are not. Give `retention.letters.chairs-until` that moment or an earlier one."
      )
    }
  }

  private func rule(
    _ kind: RetentionKind, _ field: CallFileField, _ section: CallFileSection, after end: Instant, _ zone: Zone
  ) -> RetentionPolicy.Rule? {
    let keys = kind.readers.map { "\($0.rawValue)-until" } + (kind.canBeDeleted ? ["deleted"] : [])
    let part = section.section(kind.rawValue, required: [], optional: keys)
    guard part.isRead else { return nil }
    var until: [RetentionReader: Instant] = [:]
    for reader in kind.readers { until[reader] = moment(part, "\(reader.rawValue)-until", after: end, zone) }
    let deleted = kind.canBeDeleted ? moment(part, "deleted", after: end, zone) : nil
    if !keys.contains(where: { part.field($0) != nil }) {
      notes.add(
        field.keyPlace, "\(field.name) says nothing; give at least one of \(keys.map { "`\($0)`" }.joined(separator: ", ")).")
    }
    if let deleted, let latest = until.values.max(), deleted < latest, let place = part.field("deleted")?.place {
      notes.add(
        place, "`\(field.path).deleted` is before somebody's last day to read it, \(latest.text(in: zone)); it has to be later.")
    }
    return RetentionPolicy.Rule(kind: kind, until: until, deleted: deleted)
  }

  private func moment(_ part: CallFileSection, _ key: String, after end: Instant, _ zone: Zone) -> Instant? {
    guard let field = part.field(key) else { return nil }
    switch CallFileDate.read(field.scalar ?? "", zone: zone) {
    case .failure(let mistake):
      notes.add(field.place, "\(field.name): \(mistake.message)")
      return nil
    case .success(let moment):
      if moment <= end {
        notes.add(
          field.place,
          "\(field.name) lies before the year is over; it has to be after \(end.text(in: zone)), when the last date of the call has come."
        )
      }
      return moment
    }
  }
}

extension Call {
  /// What is kept how long, for those it is about.
  var retentionRules: [String] {
    retention.rules.map { rule in
      let readers = RetentionReader.allCases.compactMap { reader in
        rule.until(reader).map { "\(reader.rawValue) read it until \($0.utc)" }
      }
      let end = rule.deleted.map { ["it is deleted at \($0.utc)"] } ?? []
      return "\(rule.kind.label): \((readers + end).joined(separator: ", "))."
    }
  }
}
