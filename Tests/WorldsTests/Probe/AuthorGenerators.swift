extension Generators {
  static let authorRoutes: [String: Generator] = [
    "GET /submissions": { _, _ in [.get("/submissions"), .get("/submissions?sort=title&q=caches")] },
    "GET /submissions/new": { _, _ in [.get("/submissions/new")] },
    "POST /submissions/new": { targets, _ in
      [
        .post("/submissions/new", entry("Fresh")), .post("/submissions/new", entry("")),
        .post("/submissions/new", entry("Fresh") + [("conflicts.0.member", targets.nowhere), ("conflicts.0.kind", "advisor")]),
      ]
    },
    "POST /submissions/new/file": { targets, _ in
      [
        Probe("POST", "/submissions/new/file", file: "%PDF-1.7 \(targets.caches)"),
        Probe("POST", "/submissions/new/file", file: "PK\u{3}\u{4}"),
      ]
    },
    "GET /submissions/:id": { targets, _ in each(targets.papers, targets) { .get("/submissions/\($0)") } },
    "GET /submissions/:id/edit": { targets, _ in
      each(targets.papers, targets) { .get("/submissions/\($0)/edit") } + [.get("/submissions/\(targets.caches)/edit?take=both")]
    },
    "POST /submissions/:id/edit": { targets, _ in
      each(targets.papers, targets) { .post("/submissions/\($0)/edit", entry("Changed") + [("version", "2")]) }
        + [
          .post("/submissions/\(targets.caches)/edit", entry("Changed") + [("version", "1")]),
          .post("/submissions/\(targets.caches)/edit", [("action", "author-add")]),
          .post("/submissions/\(targets.caches)/edit", [("action", "take-abstract")]),
          .post("/submissions/\(targets.caches)/edit", [("action", "suggest-dismiss.\(targets.people.first ?? "")")]),
          .post("/submissions/\(targets.caches)/edit", [("action", "suggest-add.\(targets.people.first ?? "").coauthor")]),
        ]
    },
    "POST /submissions/:id/submit": { targets, _ in
      each(targets.papers, targets) { .post("/submissions/\($0)/submit", []) }
    },
    "GET /submissions/:id/withdraw": { targets, _ in
      each(targets.papers, targets) { .get("/submissions/\($0)/withdraw") }
    },
    "POST /submissions/:id/withdraw": { targets, _ in
      each(targets.papers, targets) { .post("/submissions/\($0)/withdraw", [("reason", "Enough.")]) }
    },
    "POST /submissions/:id/response": { targets, _ in
      each(targets.papers, targets) { .post("/submissions/\($0)/response", [("text", "We answer.")]) }
        + [.post("/submissions/\(targets.caches)/response", [("text", "")])]
    },
    "POST /submissions/:id/files/:slot": { targets, _ in
      each(targets.papers, targets) {
        Probe("POST", "/submissions/\($0)/files/manuscript", file: "%PDF-1.7 \(targets.caches)")
      } + [Probe("POST", "/submissions/\(targets.caches)/files/nothing", file: "%PDF-1.7")]
    },
    "GET /submissions/:id/files/:slot/:version": { targets, _ in
      files("/submissions/", targets, versions: ["1", "2", "x"])
    },
  ]

  /// `make` of each id and of one that doesn't exist.
  static func each(_ ids: [String], _ targets: Targets, _ make: (String) -> Probe) -> [Probe] {
    (ids + [targets.nowhere]).map(make)
  }

  static func files(_ prefix: String, _ targets: Targets, versions: [String]) -> [Probe] {
    let paths = versions.map { "\(prefix)\(targets.caches)/files/manuscript/\($0)" }
    let others = targets.papers.dropFirst().map { "\(prefix)\($0)/files/manuscript/1" }
    let more = [
      "\(prefix)\(targets.caches)/files/appendix/1", "\(prefix)\(targets.caches)/files/nothing/1",
      "\(prefix)\(targets.nowhere)/files/manuscript/1",
    ]
    return (paths + others + more).map { .get($0) } + conditional(paths.first ?? prefix, targets)
  }

  /// Questions about a file that its holder alone could ask.
  static func conditional(_ path: String, _ targets: Targets) -> [Probe] {
    [
      .get(path, headers: ["If-None-Match": "\"\(targets.manuscript)\""]), .get(path, headers: ["If-None-Match": "*"]),
      .get(path, headers: ["Range": "bytes=0-3"]), .get(path, headers: ["Range": "bytes=100000-"]),
      .get(path, headers: ["Range": "bytes=0-3", "If-Range": "\"\(targets.manuscript)\""]),
    ]
  }

  private static func entry(_ title: String) -> [(String, String)] {
    [
      ("track", "full"), ("title", title), ("abstract", "About it."), ("keywords", "clay"), ("topics", "soil"),
      ("authors.0.name", "Second"), ("authors.0.email", "second@people.example"), ("authors.0.affiliation", "Laboratory"),
      ("declarations.originality", "yes"), ("authors.0.serves", "yes"), ("exemption", "None."), ("action", "save"),
    ]
  }
}
