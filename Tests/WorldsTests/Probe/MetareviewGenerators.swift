extension Generators {
  static let metareviewRoutes: [String: Generator] = [
    "GET /metareviews/:id": { targets, _ in each(targets.metareviews, targets) { .get("/metareviews/\($0)") } },
    "POST /metareviews/:id": { targets, _ in
      each(targets.metareviews, targets) { .post("/metareviews/\($0)", text(version: "1", action: "submit")) }
        + each(targets.metareviews, targets) { .post("/metareviews/\($0)", text(version: "0", action: "save")) }
    },
    "POST /metareviews/:id/draft": { targets, _ in
      each(targets.metareviews, targets) { .post("/metareviews/\($0)/draft", text(version: "1", action: "save")) }
    },
    "POST /metareviews/:id/comments": { targets, _ in
      each(targets.metareviews, targets) { .post("/metareviews/\($0)/comments", [("text", "I wonder.")]) }
    },
    "POST /metareviews/:id/recuse": { targets, _ in
      each(targets.metareviews, targets) { .post("/metareviews/\($0)/recuse", [("reason", "I can't.")]) }
    },
    "GET /metareviews/:id/files/:slot": { targets, _ in
      each(targets.metareviews, targets) { .get("/metareviews/\($0)/files/manuscript") }
    },
    "GET /chair/metareviews": { _, _ in [.get("/chair/metareviews")] },
    "POST /chair/metareviews": { targets, _ in
      table("paper,metareviewer", targets, ["mira@people.example", "mona@people.example", ""]).flatMap { csv in
        [("preview", ""), ("apply", "x")].map { .post("/chair/metareviews", [("action", $0.0), ("csv", csv), ("seen", $0.1)]) }
      } + [.post("/chair/metareviews", [("action", "propose")])]
    },
    "GET /chair/reassignment/:id": { targets, _ in
      each(targets.people, targets) { .get("/chair/reassignment/\($0)") }
    },
    "POST /chair/reassignment/:id": { targets, _ in
      targets.papers.flatMap { paper in
        ["preview", "apply"].flatMap { action in
          each(targets.people, targets) {
            .post(
              "/chair/reassignment/\($0)",
              [("to.\(paper)", targets.people.last ?? ""), ("action", action), ("seen", "x")])
          }
        }
      }
    },
    "POST /chair/submissions/:id/ratings": { targets, _ in
      targets.assignments.prefix(3).flatMap { assignment in
        ["3", "9", ""].flatMap { grade in
          each(targets.papers, targets) { .post("/chair/submissions/\($0)/ratings", [("ratings.\(assignment)", grade)]) }
        }
      }
    },
    "POST /chair/submissions/:id/lead": { targets, _ in
      (targets.assignments.prefix(2) + [""]).flatMap { reviewer in
        each(targets.papers, targets) { .post("/chair/submissions/\($0)/lead", [("lead", reviewer)]) }
      }
    },
    "POST /chair/submissions/:id/metareviewer": { targets, _ in
      (targets.metareviewers + [""]).flatMap { person in
        each(targets.papers, targets) { .post("/chair/submissions/\($0)/metareviewer", [("metareviewer", person)]) }
      }
    },
  ]

  private static func text(version: String, action: String) -> [(String, String)] {
    [("version", version), ("action", action), ("toAuthors", "All in all."), ("toChairs", "Yes."), ("recommendation", "accept")]
  }
}
