extension Generators {
  /// Tags that one world's papers have, and what might be asked about them.
  static let tagQueries: [String] =
    ["tag", "tagExistence", "chairTag", "ownTag"].compactMap { name in
      let secret = WorldSecret.allCases.first { "\($0)" == name }
      let sign = name == "chairTag" ? "~~" : name == "ownTag" ? "~" : ""
      return secret.map { "tag:" + sign + Canary(secret: $0, field: "name").token }
    }.flatMap { [$0, "-\($0)"] } + [
      "tag:any", "tag:none", "tag:late", "#late", "sort:#order show:#order", "sort:-#award", "sort:#best show:#best",
      "tag:best#1", "tag:order#2..", "tag:order#1",
      "search:~own", "search:shared", "search:none", "tag:award#2..3", "-tag:award", "#award > 1", "tag:~award", "tag:~again",
      "tag:~~late OR tag:order#3",
    ]

  static let tagRoutes: [String: Generator] = [
    "GET /chair/tags": { _, _ in
      [.get("/chair/tags")]
        + tagQueries.flatMap { query in
          ["", "-discuss order", "~award#2"].map {
            .get("/chair/tags?q=\(Probe.escaped(query))&tags=\(Probe.escaped($0))")
          }
        }
    },
    "POST /chair/tags": { _, _ in
      ["tag:any", "tag:none", "tag:order#2", "caches", "(", ""].map {
        .post("/chair/tags", [("q", $0), ("tags", "discuss order"), ("seen", "nothing")])
      }
    },
    "POST /chair/searches": { targets, _ in
      ["~own", "shared", "search", "no name", ""].map {
        .post("/chair/searches", [("action", "keep"), ("name", $0), ("q", "tag:any search:shared")])
      } + each([], targets) { .post("/chair/searches", [("action", "remove"), ("search", $0)]) }
        + [.post("/chair/searches", [("name", "bad"), ("q", "(")])]
    },
    "POST /chair/submissions/:id/tags": { targets, _ in
      ["discuss ~~check order#2", "-order", "~award#3", "award#1"].flatMap { words in
        each(targets.papers, targets) { .post("/chair/submissions/\($0)/tags", [("tags", words)]) }
      }
    },
  ]
}
