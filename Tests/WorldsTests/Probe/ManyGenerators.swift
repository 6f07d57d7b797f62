extension Generators {
  /// Every paper there is by its number, and one there isn't: a table may name what its reader must not know of.
  private static func table(_ head: String, _ targets: Targets, _ rest: [String]) -> [String] {
    let lines = (targets.numbers + ["99999"]).flatMap { number in rest.map { "\(number),\($0)" } }
    return lines.map { "\(head)\n\($0)\n" } + ["\(head)\n" + lines.joined(separator: "\n"), head, "", "a,b\n1,2\n", "\"\n"]
  }

  static let manyRoutes: [String: Generator] = [
    "GET /chair/decisions/many": { _, _ in
      [.get("/chair/decisions/many"), .get("/chair/decisions/many?q=caches")]
        + (tagQueries + ["decision:none", "-decision:accept", "overall > 2", ""]).flatMap { query in
          ["&decision=accept", "&decision=reject&undecided=yes"].map {
            .get("/chair/decisions/many?q=\(Probe.escaped(query))\($0)")
          }
        }
    },
    "POST /chair/decisions/many": { targets, _ in
      table("paper,decision", targets, ["accept", "reject"]).map {
        .post("/chair/decisions/many", [("action", "preview"), ("csv", $0)])
      }
        + ["decision:none", "tag:any", "("].map {
          .post("/chair/decisions/many", [("action", "apply"), ("q", $0), ("decision", "accept"), ("seen", "nothing")])
        } + [Probe("POST", "/chair/decisions/many", file: "paper,decision,note\n2,accept,Well\n99,accept,No")]
    },
    "GET /chair/assignment/table": { _, _ in [.get("/chair/assignment/table")] },
    "POST /chair/assignment/table": { targets, _ in
      table(
        "paper,reviewer,action", targets,
        ["rita@people.example,assign", "conrad@people.example,assign", "ruth@people.example,remove"]
      )
      .map { .post("/chair/assignment/table", [("action", "preview"), ("csv", $0)]) }
        + [
          .post("/chair/assignment/table", [("action", "apply"), ("csv", "paper,reviewer\n1,uma@people.example"), ("seen", "x")])
        ]
    },
  ]
}
