import ArgumentParser
import AssignmentFiles
import Expertise
import ExpertiseFiles
import Foundation

/// The expertise engine on files, without a data folder.
struct ExpertiseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "expertise", abstract: "Tells from texts who knows which paper's subject, from files to a file.",
    discussion: """
      lectern expertise score --papers papers.jsonl --people people.jsonl --texts texts.jsonl.gz --out scores.csv --top 200
      lectern expertise embed --texts texts.jsonl.gz --cache ./vectors
      lectern expertise similar --papers papers.jsonl --texts earlier.jsonl.gz --out near.csv --top 10
      lectern expertise people --from ./publications --out people.jsonl

      Files are JSON, an object a line, plain or gzipped:
        papers, texts   {"id": "17", "title": "…", "abstract": "…"}
        people          {"id": "ann", "publications": [{"title": "…", "abstract": "…"}, "id of a text"], "exclude": ["id or title"]}
      No text leaves this machine. Exit code 1: bad input, told with file and line.
      """,
    subcommands: [Score.self, Embed.self, Similar.self, People.self])

  struct SourceOptions: ParsableArguments {
    @Option(help: "lexical, static, encoder or default (all that is there).") var model = "default"
    @Option(help: "Percent of encoder, word vectors and words in a score, as 70,15,15, in the place of the model's own.")
    var shares: String?
    @Option(help: "The encoder's folder: config.json, vocab.txt, model.safetensors.") var encoder: String?
    @Option(help: "A folder that keeps vectors; what was encoded once, or before a break, isn't again.") var cache: String?
    @Flag(help: "Prints each step instead of telling it beside.") var progress = false
    @Option(help: "Threads; as many as the machine has cores when left out.") var workers: Int?

    func sources() throws -> ExpertiseSources {
      guard let model = ExpertiseModel(rawValue: model) else {
        throw CommandFailure(
          "--model \(self.model) is unknown. Choose \(ExpertiseModel.allCases.map(\.rawValue).joined(separator: ", ")).", code: 1)
      }
      let start = ContinuousClock.now
      let printsSteps = progress
      let steps = StepTeller(now: { ContinuousClock.now - start }) { line in
        if printsSteps { print(line); fflush(nil) } else { say(line) }
      }
      var sources = try ExpertiseSources(
        model: model, encoderFolder: encoder, cache: cache, workers: workers ?? ProcessInfo.processInfo.activeProcessorCount,
        table: WordTable.shipped(), steps: steps)
      if let shares { sources.shares = try mix(shares, sources) }
      return sources
    }

    private func mix(_ text: String, _ sources: ExpertiseSources) throws -> ExpertiseMix {
      let percents = text.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) ?? -1 }
      guard percents.count == 3,
        let mix = ExpertiseMix(encoderPercent: percents[0], wordsPercent: percents[1], lexicalPercent: percents[2])
      else {
        throw CommandFailure("--shares \(text) isn't three whole percentages that add up to 100, such as 70,15,15.", code: 1)
      }
      guard mix.encoder == 0 || sources.encoder != nil, mix.words == 0 || sources.table != nil else {
        throw CommandFailure(
          "--shares \(text) asks for a part that isn't there. Choose --model default, or other shares.", code: 1)
      }
      return mix
    }
  }

  struct Score: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Scores papers and people: paper,person,score.",
      discussion: "lectern expertise score --papers papers.jsonl --people people.jsonl --out scores.csv")

    @Option(help: "The papers.") var papers: String
    @Option(help: "The people and what they wrote.") var people: String
    @Option(help: "Texts that people's publications name by id.") var texts: String?
    @Option(help: "Where the scores go.") var out: String
    @Option(help: "Only the best people of each paper, so many; all pairs when left out.") var top: Int?
    @Option(help: "Where marks go: scores that rest on a single paper, or on a text made to fit.") var marks: String?
    @Flag(help: "Keep the earlier scores in OUT where neither paper nor person changed; OUT.state remembers their texts.")
    var update = false
    @Flag(help: "All words weigh the same, so that nobody's scores rest on what others wrote.") var evenWords = false
    @OptionGroup var source: SourceOptions

    func run() async throws {
      try await reporting {
        var task = ScoreTask(papers: papers, people: people, out: out)
        task.texts = texts
        task.top = top
        task.marks = marks
        task.updates = update
        task.weighsWords = !evenWords
        let sources = try source.sources()
        print(sources.description)
        let answer = try await task.run(sources)
        print("\(answer.pairCount) scores, \(answer.markCount) marks.")
        list("No publications, so no scores", answer.unknownPeople)
        list("No text, so scores tell nothing", answer.emptyPapers)
      }
    }

    private func list(_ what: String, _ ids: [String]) {
      if !ids.isEmpty { print("\(what) (\(ids.count)): \(ids.joined(separator: ", "))") }
    }
  }

  struct Embed: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Turns texts into vectors, for later scores or for a file.",
      discussion: "lectern expertise embed --texts texts.jsonl.gz --cache ./vectors --out vectors.jsonl")

    @Option(help: "The texts.") var texts: String
    @Option(help: "Where the vectors go, a JSON object a line.") var out: String?
    @Option(help: "Where the encoder's tokens go, a JSON object a line; no vectors are made then.") var tokens: String?
    @OptionGroup var source: SourceOptions

    func run() async throws {
      try await reporting {
        var task = EmbedTask(texts: texts)
        task.out = out
        let sources = try source.sources()
        print(sources.description)
        if let tokens {
          print("\(try task.writeTokens(sources, to: tokens)) texts.")
        } else {
          print("\(try await task.run(sources)) vectors.")
        }
      }
    }
  }

  struct Similar: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists the nearest texts of each paper: paper,text,closeness.",
      discussion: "lectern expertise similar --papers papers.jsonl --texts earlier.jsonl.gz --out near.csv")

    @Option(help: "The papers.") var papers: String
    @Option(help: "Where to look; among the papers themselves when left out.") var texts: String?
    @Option(help: "Where the list goes.") var out: String
    @Option(help: "Texts a paper.") var top = 10
    @OptionGroup var source: SourceOptions

    func run() async throws {
      try await reporting {
        var task = SimilarTask(papers: papers, out: out, top: top)
        task.texts = texts
        let sources = try source.sources()
        print(sources.description)
        print("\(try await task.run(sources)) pairs.")
      }
    }
  }

  struct People: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Makes one file of people from a folder with a file for each: ann.bib, bob.xml (DBLP), eve.json, joe.csv.",
      discussion: "lectern expertise people --from ./publications --out people.jsonl")

    @Option(help: "The folder.") var from: String
    @Option(help: "Where the people go.") var out: String

    func run() async throws {
      try await reporting {
        let people = try PeopleFolder.read(from)
        try PeopleFolder.write(people, to: out)
        print("\(people.count) people, \(people.reduce(0) { $0 + $1.publications.count }) publications.")
        let unknown = people.filter(\.publications.isEmpty).map(\.id)
        if !unknown.isEmpty { print("No publications (\(unknown.count)): \(unknown.joined(separator: ", "))") }
      }
    }
  }
}
