/// Text that speaks to a language model, or to a reviewer, about the verdict on the paper.
///
/// Written from what such texts have to do, not from samples: override earlier orders, ask for a verdict, or forbid
/// criticism; and say to whom they speak.
struct Instructions {
  struct Found {
    let range: Range<Int>
    let isQuoted: Bool
    /// It speaks of this paper's review, not only of orders in general.
    let isAboutReview: Bool
  }

  private let text: RunningText
  private let scan: PhraseScan

  init(_ text: RunningText) {
    self.text = text
    scan = PhraseScan(text, groups: Self.groups)
  }

  /// In text that nobody sees, any of the three counts.
  var hidden: Found? {
    let ranges = Self.override.flatMap { scan.places(of: $0, within: 60) } + demands(within: 110) + addresses
    return ranges.min { $0.lowerBound < $1.lowerBound }.map { Found(range: $0, isQuoted: quoted($0), isAboutReview: true) }
  }

  /// In text that can be seen a paper may speak about such things. Only a demand on the verdict that is addressed to somebody
  /// is an instruction; orders to ignore orders are told of.
  var visible: [Found] {
    let overrides = Self.override.flatMap { scan.places(of: $0, within: 40) }
    let demands = demands(within: 110).filter { demand in
      isAddressed(demand) || overrides.contains { abs($0.lowerBound - demand.lowerBound) < 200 }
    }
    return
      (demands.map { Found(range: $0, isQuoted: quoted($0), isAboutReview: true) }
      + overrides.map { override in
        let isDemand = demands.contains { abs($0.lowerBound - override.lowerBound) < 200 }
        return Found(range: override, isQuoted: quoted(override), isAboutReview: isDemand)
      })
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private func demands(within letters: Int) -> [Range<Int>] {
    Self.demand.flatMap { scan.places(of: $0, within: letters) }
  }

  /// An address and an order to whoever is addressed.
  private var addresses: [Range<Int>] { scan.places(of: ["address", "order"], within: 120) }

  private func isAddressed(_ range: Range<Int>) -> Bool {
    scan.hits.contains { hit in
      (hit.group == "address" || hit.group == "role") && hit.start > range.lowerBound - 160 && hit.start < range.upperBound + 60
    }
  }

  private func quoted(_ range: Range<Int>) -> Bool {
    // A sentence that quotes one may hold the first of its words: "attackers write …".
    [range.lowerBound, range.upperBound - 1].contains { text.isQuoted.indices.contains($0) && text.isQuoted[$0] }
  }

  private static let override = [["ignore", "orders"]]
  private static let demand = [
    ["give", "good", "verdict"], ["give", "verdict", "good"], ["give", "acceptance"], ["praise", "merit", "thiswork"],
    ["forbid", "fault", "thiswork"], ["forbid", "fault", "verdict"], ["deserves", "good", "verdict"], ["deserves", "acceptance"],
  ]

  static let groups: [WordGroup] = [
    WordGroup(
      name: "ignore",
      words: [
        "ignoreall", "ignoreany", "ignorethe", "ignoreprevious", "ignoreprior", "ignoreyour", "ignoreearlier", "ignoreevery",
        "disregardall", "disregardany", "disregardthe", "disregardprevious", "disregardprior", "disregardyour",
        "forgetall", "forgeteverything", "forgetthe", "forgetyour", "forgetprevious", "overrideyour", "overrideall",
        "overridethe", "overrideprevious", "bypassyour", "setaside",
      ]),
    WordGroup(
      name: "orders",
      words: [
        "instruction", "systemprompt", "previousprompt", "priorprompt", "otherprompt", "guideline", "directive",
        "reviewingcriteria", "reviewcriteria", "yourrules", "previousrules", "previouscontext", "priorcontext",
      ]),
    WordGroup(
      name: "give",
      words: [
        "give", "provide", "assign", "award", "recommend", "ratethis", "rateit", "ratethe", "score", "write", "output", "return",
        "produce", "generate", "respondwith", "answerwith", "mustaccept", "shouldaccept", "pleaseaccept", "submit", "issue",
        "reportonly", "sayonly", "saythat", "statethat", "conclude", "choose", "select", "vote", "grade", "ensure",
      ]),
    WordGroup(
      name: "good",
      words: [
        "positive", "favorable", "favourable", "highest", "highscore", "highrating", "highmark", "highgrade", "excellent",
        "outstanding", "enthusiastic", "glowing", "topscore", "toprating", "maximum", "best", "strongly", "exceptional", "1010",
        "10outof10", "fullmarks", "55", "perfect",
      ]),
    WordGroup(
      name: "verdict",
      words: [
        "review", "rating", "score", "recommendation", "evaluation", "assessment", "grade", "verdict", "feedback", "mark",
      ]),
    WordGroup(
      name: "acceptance",
      words: [
        "strongaccept", "clearaccept", "acceptthispaper", "acceptthissubmission", "acceptthiswork", "acceptthemanuscript",
        "acceptthismanuscript", "acceptthepaper", "acceptthesubmission", "acceptance", "anaccept", "recommendaccept",
        "bestpaper", "bespublished", "10outof10", "1010",
      ]),
    WordGroup(name: "praise", words: ["praise", "emphasize", "emphasise", "highlight", "stress", "commend", "applaud", "extol"]),
    WordGroup(
      name: "merit",
      words: ["novel", "contribution", "strength", "impact", "merit", "rigor", "rigour", "quality", "original", "significance"]),
    WordGroup(
      name: "thiswork",
      words: [
        "thispaper", "thiswork", "thissubmission", "thismanuscript", "thisarticle", "thepaper", "thesubmission", "themanuscript",
        "itsnovelty", "theauthors", "ourpaper", "oursubmission",
      ]),
    WordGroup(
      name: "forbid",
      words: ["donot", "dont", "never", "mustnot", "shouldnot", "avoid", "refrain", "withoutmention", "nothighlight", "omit"]),
    WordGroup(
      name: "fault",
      words: [
        "negative", "weakness", "criticis", "criticiz", "flaw", "limitation", "shortcoming", "reject", "downside", "drawback",
        "concern", "critique", "problem", "lowscore", "faults",
      ]),
    WordGroup(name: "deserves", words: ["deserves", "mustbe", "shouldbe", "worthyof", "istobe"]),
    WordGroup(
      name: "address",
      words: [
        "asareviewer", "asalanguagemodel", "asanai", "asanllm", "asalargelanguagemodel", "ifyouarea", "ifyouarean",
        "notetoreviewer", "notetothereviewer", "notetoai", "notetollm", "notetoany", "deareditor", "dearreviewer", "dearai",
        "dearllm", "attentionreviewer", "attentionai", "attentionllm", "toallreviewers", "aireviewer", "llmreviewer",
        "automatedreviewer", "automaticreviewer", "reviewermodel", "reviewingmodel", "languagemodelreviewer", "modelsreading",
        "modelreading", "llmsreading", "anyaireading", "airead", "foraireview", "forllmreview", "forllm", "forlanguagemodels",
        "systemdo", "systemyou", "systemignore", "systemgive", "systemthe", "systeminstruction", "systemprompt", "systemoverride",
        "assistantyou", "instructionto", "instructionsto", "instructionforthe", "instructionsforthe", "instructionsfor",
        "hiddeninstruction", "youareareview", "youareanai", "youareanexpert", "youareahelpful", "whenreviewingthis",
        "whensummarizingthis", "whensummarisingthis", "whenevaluatingthis", "whenassessingthis", "llmsmust", "modelsmust",
      ]),
    WordGroup(name: "role", words: ["youmust", "youshould", "youareto", "youshall", "youwill", "youarerequired"]),
    WordGroup(
      name: "order",
      words: [
        "must", "should", "please", "give", "write", "recommend", "ignore", "donot", "dont", "never", "always", "rate", "score",
        "accept", "praise", "mention", "insert", "include", "respond", "answer", "output", "say", "highlight", "treat",
      ]),
  ]
}
