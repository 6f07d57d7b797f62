import ArgumentParser

/// The program. Each command opens the data folder, does one thing through the same desks as the web, and closes it.
@main
struct Lectern: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lectern",
    abstract: "Runs a scientific conference from its call for papers to its proceedings.",
    discussion: """
      Try it:   lectern serve --sample
      A year:   lectern rehearse --call calls/mlsys-2026.yaml --seed 7 --submissions 60 --reviewers 40 --data ./rehearsal
      For real: lectern call open calls/mlsys-2026.yaml --data ./data
                lectern person invite --role chair --email you@example.org --data ./data
                lectern serve --data ./data --site https://submit.example.org --smtp smtp://user:password@mail.example.org
      """,
    subcommands: [
      ServeCommand.self, WorkerCommand.self, CallCommand.self, PersonCommand.self, MailCommand.self, SubmissionCommand.self,
      AssignCommand.self, AssignmentCommand.self, ExpertiseCommand.self, DecisionCommand.self, ProceedingsCommand.self,
      AuditCommand.self,
      RehearseCommand.self,
      BackupCommand.self, ScreenCommand.self, SimilarCommand.self,
    ])
}
