/// Reads the dates of a call file and checks that they can be, one after the other.
struct CallFileCalendar {
  private(set) var calendar: Calendar
  private let notes: CallFileNotes

  init(_ file: CallFileSection, notes: CallFileNotes) {
    self.notes = notes
    let zone = Self.zone(file, notes: notes)
    let keys = ["submission", "bidding", "reviewing", "response", "discussion", "notification"]
    let section = file.section("calendar", required: keys, optional: ["camera-ready", "registration", "rounds"])
    var dates: [String: (moment: Instant, field: CallFileField)] = [:]
    func date(_ section: CallFileSection, _ key: String) -> Instant {
      guard let field = section.field(key) else { return Instant(seconds: 0) }
      switch CallFileDate.read(field.scalar ?? "", zone: zone) {
      case .success(let moment):
        dates[field.path] = (moment, field)
        return moment
      case .failure(let mistake):
        notes.add(field.place, "\(field.name): \(mistake.message)")
        return Instant(seconds: 0)
      }
    }
    func period(_ key: String) -> Period { period(section.section(key, required: ["opens", "closes"])) }
    func period(_ part: CallFileSection) -> Period { Period(opens: date(part, "opens"), closes: date(part, "closes")) }
    let submission = section.section("submission", required: ["opens", "closes"], optional: ["grace-minutes"])
    calendar = Calendar(
      submission: period(submission), bidding: period("bidding"), reviewing: period("reviewing"),
      response: period("response"), discussion: period("discussion"), notification: date(section, "notification"),
      cameraReady: section.field("camera-ready") == nil ? nil : date(section, "camera-ready"),
      registration: section.field("registration") == nil ? nil : date(section, "registration"),
      grace: .minutes(Int64(submission.integer("grace-minutes", in: 0...1_440))),
      rounds: CallFileRounds.read(section.field("rounds"), notes: notes, date: date))
    if let field = submission.field("grace-minutes"), calendar.completing.closes > calendar.bidding.opens {
      notes.add(
        field.place, "With this grace papers change while bidding is open. Let it end at or before `bidding.opens`.")
    }
    for rule in Self.order(in: calendar) { check(rule, dates, zone) }
  }

  /// What has to come in which order, with the keys of both dates in the calendar.
  struct Order {
    let earlier: String
    let later: String
    let mayCoincide: Bool
  }

  /// Periods end after they begin, and each begins when what it needs is complete.
  private static let order: [Order] =
    ["submission", "bidding", "reviewing", "response", "discussion"].map {
      Order(earlier: "\($0).opens", later: "\($0).closes", mayCoincide: false)
    } + [
      Order(earlier: "submission.opens", later: "registration", mayCoincide: false),
      Order(earlier: "registration", later: "submission.closes", mayCoincide: true),
      Order(earlier: "submission.closes", later: "bidding.opens", mayCoincide: true),
      Order(earlier: "bidding.closes", later: "reviewing.opens", mayCoincide: true),
      Order(earlier: "reviewing.closes", later: "response.opens", mayCoincide: true),
      Order(earlier: "response.opens", later: "discussion.opens", mayCoincide: true),
      Order(earlier: "response.closes", later: "discussion.closes", mayCoincide: true),
      Order(earlier: "response.closes", later: "notification", mayCoincide: false),
      Order(earlier: "discussion.closes", later: "notification", mayCoincide: true),
      Order(earlier: "notification", later: "camera-ready", mayCoincide: false),
    ]

  /// Every order the dates of this calendar keep.
  static func order(in calendar: Calendar) -> [Order] { Self.order + calendar.rounds.flatMap { Self.order(of: $0.key) } }

  /// A further round begins after the first, and its reviews are in before the discussion of them ends.
  private static func order(of round: String) -> [Order] {
    [
      Order(earlier: "reviewing.opens", later: "rounds.\(round).opens", mayCoincide: false),
      Order(earlier: "rounds.\(round).opens", later: "rounds.\(round).due", mayCoincide: false),
      Order(earlier: "rounds.\(round).due", later: "discussion.closes", mayCoincide: true),
    ]
  }

  private func check(_ rule: Order, _ dates: [String: (moment: Instant, field: CallFileField)], _ zone: Zone) {
    guard let earlier = dates["calendar.\(rule.earlier)"], let later = dates["calendar.\(rule.later)"],
      later.moment < earlier.moment || (later.moment == earlier.moment && !rule.mayCoincide)
    else { return }
    let word = rule.mayCoincide ? "before" : "not after"
    let relation = rule.mayCoincide ? "at or after" : "after"
    notes.add(
      later.field.place,
      "\(later.field.name) is \(word) `\(rule.earlier)`; it has to be \(relation) \(earlier.moment.text(in: zone)).")
  }

  private static func zone(_ file: CallFileSection, notes: CallFileNotes) -> Zone {
    let name = file.line("time-zone", limitCharacters: 60)
    guard !name.isEmpty, let field = file.field("time-zone") else { return .utc }
    if let zone = Zone(name) { return zone }
    notes.add(field.place, "`time-zone` can't be \(field.kind); " + CallFileDate.zoneAdvice(name))
    return .utc
  }
}

/// A date as chairs write it: `2025-10-30 20:00` in the call's zone, or followed by a zone of its own.
enum CallFileDate {
  struct Mistake: Error {
    let message: String
  }

  /// The moment meant, or what is wrong and what would be right. Never guesses where clocks skip or repeat a time.
  static func read(_ text: String, zone: Zone) -> Result<Instant, Mistake> {
    let bytes = Array(text.utf8.prefix(100))
    guard bytes.count < 100, let clock = ClockText(bytes) else {
      let day = bytes.count == 10 && ClockText.date(bytes) != nil
      return fail(
        day
          ? "a date needs its hour; write `\(text) 20:00`."
          : "`\(text.prefix(40))` is no date; write it as `2025-10-30 20:00`, perhaps with a zone after it.")
    }
    let written = String(decoding: bytes.prefix(clock.length), as: UTF8.self)
    let zoneName = String(decoding: bytes[clock.length...], as: UTF8.self).trimmed
    guard let time = clock.time else { return fail(absence(of: clock, written: written)) }
    guard let zone = zoneName.isEmpty ? zone : Zone(zoneName) else {
      return fail("`\(zoneName)` is no time zone; " + zoneAdvice(zoneName))
    }
    let moments = zone.instants(of: time)
    guard let first = moments.first else { return fail(gap(at: time, written: written, zone: zone)) }
    if moments.count > 1 {
      let offsets = moments.map { "`\(written) \(zone.offsetText(at: $0))`" }.joined(separator: " or ")
      return fail("`\(written)` comes twice in \(zone.name), where clocks are set back; write \(offsets).")
    }
    return .success(first)
  }

  static func zoneAdvice(_ name: String) -> String {
    if let near = nearestName(to: name, among: Zone.knownNames + ["UTC", "AoE"]) { return "did you mean `\(near)`?" }
    return "write `UTC`, `AoE`, an offset such as `+02:00`, or a name such as `America/New_York`."
  }

  private static func fail(_ message: String) -> Result<Instant, Mistake> {
    .failure(Mistake(message: message))
  }

  private static func absence(of clock: ClockText, written: String) -> String {
    let days = CivilTime.days(inMonth: clock.month, ofYear: clock.year)
    if !(1...12).contains(clock.month) { return "`\(written)` does not exist; months run from 01 to 12." }
    if !(1...days).contains(clock.day) {
      return "`\(written)` does not exist; month \(twoDigits(clock.month)) of \(clock.year) has \(days) days."
    }
    return "`\(written)` does not exist; a day runs from 00:00 to 23:59:59."
  }

  /// Clocks there jump over `time`. The offset of the day before leads to the moment that was most likely meant.
  private static func gap(at time: CivilTime, written: String, zone: Zone) -> String {
    let before = zone.offsetSeconds(at: Instant(seconds: time.localSeconds - 86_400))
    let meant = Instant(seconds: time.localSeconds - Int64(before))
    let shown = zone.civilTime(at: meant)
    return "`\(written)` does not exist in \(zone.name), where clocks are set forward past it; write "
      + "`\(shown.dateText) \(twoDigits(shown.hour)):\(twoDigits(shown.minute))` or `\(meant.utc)`."
  }
}
