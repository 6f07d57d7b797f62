internal import Yams

/// Reads the tree of a call file into a `Call`, noting every mistake on the way.
struct CallFileReader {
  let notes: CallFileNotes

  private static let required = [
    "call", "name", "full-name", "website", "contact", "time-zone", "calendar", "topics", "keywords-limit", "tracks",
    "declarations", "dual-submission-exceptions", "preprints-allowed", "conflict-kinds", "desk-rejection", "bidding",
    "assignment", "response", "discussion", "decisions", "limits",
  ]

  private static let optional = [
    "affinity", "artifacts", "tags", "camera-ready", "proceedings", "letters", "conflict-checks", "retention", "statistics",
    "metareviews", "reciprocal-reviewing",
  ]

  func call(_ root: Node) -> Call {
    let start = CallFilePlace(line: 1, column: 1)
    let field = CallFileField(path: "", node: root, keyPlace: start)
    let file = CallFileSection(
      field, required: Self.required, optional: Self.optional, notes: notes)
    let topics = topics(file)
    let tracks = tracks(file, topics: topics)
    let calendar = CallFileCalendar(file, notes: notes).calendar
    let keywordsLimit = file.integer("keywords-limit", in: 0...50)
    let artifacts = artifacts(file, calendar: calendar)
    let conflictKinds = labels(file, "conflict-kinds").map { ConflictKind(key: $0, label: $1) }
    return Call(
      id: ID(identifier(file)), name: file.line("name", limitCharacters: 60), fullName: file.line("full-name"),
      website: website(file), timeZone: file.field("time-zone")?.scalar ?? "UTC", contactEmail: contact(file),
      calendar: calendar, topics: topics,
      keywordsLimit: keywordsLimit == 0 ? nil : keywordsLimit, tracks: tracks,
      declarations: declarations(file, tracks: tracks), dualSubmissionExceptions: exceptions(file),
      conflictKinds: conflictKinds,
      preprintsAllowed: file.flag("preprints-allowed"), desk: desk(file), bidding: bidding(file),
      assignment: assignment(file), response: response(file), discussion: discussion(file), decisions: decisions(file),
      artifacts: artifacts, limits: limits(file, topicsCount: topics.count), affinity: affinity(file),
      tags: tags(file), cameraReady: cameraReady(file, calendar: calendar), proceedings: proceedings(file),
      letters: letters(file), conflictChecks: conflictChecks(file, kinds: conflictKinds),
      retention: retention(file, calendar: calendar, artifacts: artifacts), statistics: statistics(file),
      metareviews: metareviews(file), reciprocal: reciprocal(file))
  }

  private func identifier(_ file: CallFileSection) -> String {
    let id = file.line("call", limitCharacters: 40)
    if !id.isEmpty, !id.isSlug, let field = file.field("call") {
      notes.add(field.place, "`call` is a name for URLs, such as `mlsys-2026`: lower-case letters, digits and hyphens.")
    }
    return id
  }

  private func website(_ file: CallFileSection) -> String {
    let url = file.line("website")
    let host = url.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false).dropFirst(2).first ?? ""
    if !url.isEmpty, let field = file.field("website"),
      !(url.hasPrefix("https://") || url.hasPrefix("http://")) || !host.contains(".") || !url.isPrintableASCII
    {
      notes.add(field.place, "`website` is an address such as `https://mlsys.org`, not \(field.kind).")
    }
    return url
  }

  private func contact(_ file: CallFileSection) -> String {
    let address = file.line("contact", limitCharacters: 254)
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    let sound =
      parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && parts.last?.contains(".") == true
      && address.isPrintableASCII && !address.contains { "<>()[],;:\\\"".contains($0) }
    if !address.isEmpty, !sound, let field = file.field("contact") {
      notes.add(field.place, "`contact` is an e-mail address such as `chairs@example.org`, not \(field.kind).")
    }
    return address
  }

  private func topics(_ file: CallFileSection) -> [Topic] {
    labels(file, "topics").map { Topic(key: $0, name: $1) }
  }

  /// A group of `key: text` lines with at least one line and no text twice.
  func labels(_ section: CallFileSection, _ key: String) -> [(String, String)] {
    let entries = section.entries(key).map { key, field in (key, field.text(notes: notes), field.place) }
    requireDistinct(entries.map { ($0.1, $0.2) })
    return entries.map { ($0.0, $0.1) }
  }

  /// Notes each name that stood before. Capitals don't tell names apart.
  func requireDistinct(_ names: [(String, CallFilePlace)]) {
    var lines: [String: Int] = [:]
    for (name, place) in names where !name.isEmpty {
      if let line = lines[name.lowercased()] {
        notes.add(place, "`\(name.prefix(80))` is already the name on line \(line); give each its own.")
      } else {
        lines[name.lowercased()] = place.line
      }
    }
  }

  /// The label of each entry of a group, checked for being distinct.
  func labelled<Item>(
    _ section: CallFileSection, _ key: String, required: [String], optional: [String] = [], mayBeEmpty: Bool = false,
    make: (String, CallFileSection) -> Item
  ) -> [Item] {
    let read = section.entries(key, mayBeEmpty: mayBeEmpty).map { key, field in
      (key, CallFileSection(field, required: required, optional: optional, notes: notes))
    }
    let items = read.map { make($0, $1) }
    requireDistinct(
      read.compactMap { _, entry in
        (entry.field("label") ?? entry.field("name")).map { ($0.scalar ?? "", $0.place) }
      })
    return items
  }
}

extension String {
  var isPrintableASCII: Bool { utf8.allSatisfy { (0x21...0x7E).contains($0) } }
}
