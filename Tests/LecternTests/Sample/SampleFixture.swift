import LecternTesting

enum SampleFixture {
  static let topics = [
    "Efficient model training, inference, and serving", "Large language model (LLM) training, fine-tuning, and inference",
    "Large-scale reinforcement learning for LLMs", "Autonomous and agentic AI systems",
    "Multimodal AI systems for perception/voice-based interactions",
    "Storage systems for large-scale ML systems (training/serving/RL)", "Distributed and federated learning algorithms",
    "Privacy and security for ML applications", "ML methods for job scheduling in computing systems",
    "Testing, debugging, and monitoring of ML applications",
    "Fairness, interpretability, and explainability for ML applications", "Data preparation and data cleaning",
    "ML programming models and abstractions", "Programming languages for machine learning", "ML compilers and runtimes",
    "Visualization of data, models, and predictions", "Specialized hardware for machine learning",
    "LLM-based hardware design or system optimization techniques", "Hardware-efficient ML methods",
    "Machine learning benchmarks, datasets, and tooling",
  ].enumerated().map { SampleTopic(key: "topic-\($0)", name: $1) }

  static let plan = SamplePlan(seed: 7, submissions: 60, reviewers: 40, call: SampleCall(topics: topics))

  static func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }
}
