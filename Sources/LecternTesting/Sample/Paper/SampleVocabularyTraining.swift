extension SampleVocabulary {
  static let training: [SampleVocabulary] = [
    SampleVocabulary(
      "efficient model; training, inference, and serving",
      things:
        "activation checkpoints; optimizer states; gradient buffers; mixed-precision kernels; request batches; model "
        + "replicas; pipeline bubbles",
      methods:
        "activation recomputation; continuous batching; pipeline interleaving; gradient compression; operator overlap; "
        + "memory-aware scheduling",
      settings: "multi-node training; online serving; elastic training; mixed training and serving; bursty inference",
      metrics: "step time; time to accuracy; tail latency; peak device memory",
      workloads: "vision transformers; encoder models; mixture-of-experts models; recommendation models"),
    SampleVocabulary(
      "large language model; llm; fine-tun",
      things:
        "key-value caches; attention kernels; adapter weights; prefill batches; decoding slots; expert shards; draft "
        + "tokens; long prompts",
      methods:
        "speculative decoding; prefix sharing; low-rank adaptation; chunked prefill; cache eviction; weight "
        + "quantization; disaggregated decoding",
      settings:
        "long-context decoding; multi-tenant fine-tuning; latency-bound decoding; offline batch generation; "
        + "language-model pre-training",
      metrics: "time to first token; inter-token latency; +cache hit rate; +token throughput",
      workloads: "chat traces; code-completion traces; summarization requests; retrieval-augmented prompts"),
    SampleVocabulary(
      "reinforcement; -rl; rl for",
      things:
        "rollout workers; reward models; trajectory buffers; policy updates; stale actors; verifier calls; advantage estimates",
      methods:
        "asynchronous rollout; partial trajectory reuse; staleness control; reward batching; weight streaming; "
        + "length-aware packing",
      settings:
        "reinforcement learning from verifiable rewards; on-policy training; multi-turn rollout generation; large-scale "
        + "policy training",
      metrics: "+rollout throughput; policy lag; +reward per device hour; +generator utilization",
      workloads: "mathematical reasoning tasks; tool-use episodes; program-repair tasks; long-horizon games"),
    SampleVocabulary(
      "agent; autonomous",
      things: "tool calls; agent plans; shared contexts; sub-agents; execution sandboxes; retry loops; memory stores",
      methods:
        "plan caching; speculative tool execution; context forking; budget-aware planning; sandbox snapshotting; "
        + "dependency-aware dispatch",
      settings: "multi-agent serving; long-running agent work; interactive tool use; unattended operation",
      metrics: "+task completion rate; cost per task; end-to-end latency; token waste",
      workloads: "software-maintenance tasks; web-navigation sessions; data-analysis notebooks; travel-planning dialogues"),
    SampleVocabulary(
      "multimodal; voice; perception",
      things: "audio frames; vision encoders; modality queues; speech decoders; video tokens; cross-modal caches; "
        + "sensor streams",
      methods:
        "modality-aware batching; streaming encoding; frame skipping; encoder disaggregation; token pruning; "
        + "turn-taking prediction",
      settings: "voice-based interaction; streaming video understanding; on-device perception; mixed-modality serving",
      metrics: "response onset delay; word error rate; energy per frame; +encoder utilization",
      workloads: "call-centre recordings; dashcam clips; captioned lectures; household-robot sessions"),
    SampleVocabulary(
      "storage",
      things:
        "model checkpoints; data shards; embedding tables; object stores; prefetch queues; erasure-coded stripes; "
        + "metadata servers",
      methods:
        "checkpoint deduplication; tiered caching; asynchronous persistence; shard-aware prefetching; log-structured "
        + "placement; delta encoding",
      settings: "checkpoint storage; remote data loading; cache offloading; shared training storage",
      metrics: "recovery time; stall time; write amplification; read volume per step",
      workloads: "image-shard pipelines; checkpoint-restart traces; embedding lookups; tokenized text corpora"),
    SampleVocabulary(
      "distributed and; federated",
      things:
        "client updates; aggregation trees; straggling workers; sparse gradients; local steps; collective operations; "
        + "gossip rounds",
      methods:
        "hierarchical aggregation; error-feedback compression; straggler-tolerant averaging; client sampling; "
        + "topology-aware collectives; local updating",
      settings: "cross-device federated learning; geo-distributed training; training over slow links; volunteer computing",
      metrics: "round count; traffic per client; synchronization time; energy per round",
      workloads: "keyboard-prediction clients; medical-imaging silos; wearable-sensor fleets; wide-area training traces"),
    SampleVocabulary(
      "privacy; security",
      things:
        "trusted enclaves; noisy gradients; encrypted activations; membership probes; poisoned samples; model "
        + "watermarks; privacy budgets",
      methods:
        "differentially private training; secure aggregation; enclave partitioning; homomorphic evaluation; budget "
        + "accounting; canary testing",
      settings: "confidential inference; private fine-tuning; outsourced training; multi-party prediction",
      metrics: "attack success rate; +utility at fixed privacy; ciphertext overhead; verification time",
      workloads: "credit-scoring models; hospital records; face-verification models; private search logs"),
  ]
}
