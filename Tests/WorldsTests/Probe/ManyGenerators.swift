@testable import Conference

extension Generators {
  /// Every paper there is by its number, and one there isn't: a table may name what its reader must not know of.
  static func table(_ head: String, _ targets: Targets, _ rest: [String]) -> [String] {
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
    "GET /chair/letters/write": { targets, _ in
      [
        .get("/chair/letters/write"), .get("/chair/letters/write?q=caches"),
        .get("/chair/letters/write?draft=\(targets.nowhere)"),
      ]
    },
    "POST /chair/letters/write": { _, _ in
      let letter = [("subject", "{conference}"), ("body", "Dear {name}, {number} {title} {link} {if decision}{decision}{end}")]
      let plain = [("subject", "A word"), ("body", "Dear {name}")]
      return ["contacts", "authors"].flatMap { audience in
        (tagQueries + ["", "caches", "decision:accept", "status:withdrawn OR status:draft", "("]).map { query in
          .post("/chair/letters/write", [("action", "preview"), ("audience", audience), ("q", query)] + letter)
        }
      }
        + ["assigned", "late", "reviewers", "chairs"].flatMap { audience in
          ["", "caches", "reviewer:rita"].map { query in
            .post("/chair/letters/write", [("action", "preview"), ("audience", audience), ("q", query)] + plain)
          }
        } + [
          .post("/chair/letters/write", [("action", "keep"), ("name", "thanks"), ("audience", "contacts")] + letter),
          .post("/chair/letters/write", [("action", "remove"), ("draft", "nowhere")]),
          .post("/chair/letters/write", [("action", "send"), ("audience", "contacts"), ("seen", "nothing")] + letter),
        ]
    },
    "GET /chair/dates": { _, _ in [.get("/chair/dates")] },
    "POST /chair/dates": { _, _ in
      [("notification", "2026-07-01 20:00"), ("submission.closes", "2020-01-01 10:00"), ("none", "x")].map { date, to in
        .post("/chair/dates", [("date", date), ("to", to), ("reason", "A storm."), ("letters", "yes")])
      }
    },
    "GET /meeting": { _, _ in [.get("/meeting")] },
    "GET /chair/meeting": { _, _ in [.get("/chair/meeting")] },
    "POST /chair/meeting": { targets, _ in
      (tagQueries + ["", "caches", "(", "decision:accept"]).map { .post("/chair/meeting", [("action", "agenda"), ("q", $0)]) }
        + each(targets.papers, targets) { .post("/chair/meeting", [("action", "call"), ("paper", $0)]) }
        + ["next", "pause", "none"].map { .post("/chair/meeting", [("action", $0)]) }
    },
    "GET /chair/figures": { _, _ in
      [.get("/chair/figures")]
        + (tagQueries + ["caches", "topic:soil", "overall > 1", "reviews > 0", "("]).map {
          .get("/chair/figures?q=\(Probe.escaped($0))")
        }
    },
    "GET /chair/submissions/load": { _, _ in [.get("/chair/submissions/load")] },
    "POST /chair/submissions/load": { _, _ in
      let list =
        #"[{"title": "Caches", "track": "full"}, {"title": "Drafty", "authors": ["A <a@x.example>"], "topics": ["soil"]}]"#
      let shared = #"[{"title": "Shared", "track": "full", "authors": ["Dirk <dirk@\#(World.unreachable)>"]}]"#
      return [list, shared, "title,track\nCaches,full\nGone,full\nHidden,full\n", "title\n", "", "{"].flatMap { text in
        ["draft", "submitted"].map { state in
          .post("/chair/submissions/load", [("action", "preview"), ("csv", text), ("as", state), ("reason", "Moved here.")])
        }
      } + [
        .post(
          "/chair/submissions/load",
          [("action", "apply"), ("csv", "title,track\nA new one,full\n"), ("seen", Token.hash("A new one"))])
      ]
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
