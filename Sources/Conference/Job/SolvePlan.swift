internal import PeerReview
extension Conference { func solvePlan(_ id: ID<Plan>) async throws {} }
