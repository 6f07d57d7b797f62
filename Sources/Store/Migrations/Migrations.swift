extension Schema {
  /// Every migration in order. One file each; never edited after a release that ran it.
  public static let migrations = [
    M001Foundation.migration, M002Submission.migration, M003Reviewing.migration, M004PersonConflict.migration,
    M005Counts.migration, M006PlanMethod.migration, M007ReviewerCopy.migration, M008Reveal.migration,
    M009Screening.migration, M010Publications.migration, M011Tags.migration, M012KeptSearches.migration,
    M013Keywords.migration, M014Reminders.migration, M015CameraReady.migration, M016Proceedings.migration,
    M017Letters.migration, M018Meeting.migration, M019Dates.migration, M020Artifacts.migration,
    M021ConflictConsole.migration, M022IntegrityCase.migration, M023SubmissionExtension.migration,
    M024Authorship.migration, M025PlanPapers.migration, M026ServiceStatement.migration, M027Retention.migration,
    M028Erasure.migration, M029ReviewTally.migration, M030Metareviews.migration, M031Loads.migration,
    M032ReviewForms.migration, M033ReviewRatings.migration, M034Delegations.migration,
    M035DiscussionLeads.migration, M036LetterChoices.migration, M037ServerKeys.migration, M038PaperWords.migration,
    M039ReciprocalReviewing.migration, M040AuthorWords.migration, M041TrackChairs.migration, M042ReturnedLetters.migration,
    M043ReviewRounds.migration, M044RevealFile.migration, M045RevealMoved.migration,
    M046ReviewTimes.migration, M047PlanRelease.migration, M048OfficeByPerson.migration,
    M049WaitingLetters.migration,
    M050TimedRelease.migration,
  ]
}
