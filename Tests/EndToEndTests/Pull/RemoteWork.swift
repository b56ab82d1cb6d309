import StrictJSON

/// What LangSmith holds in a test: the dataset “questions”, the experiments “small”, “large” and “tuned” on it, and
/// the queue “To review”.
struct RemoteWork: Sendable {
  var datasets: [JSONObject] = [
    ["id": .string(Self.dataset), "name": "questions"], ["id": .string(Self.otherDataset), "name": "others"],
  ]
  var sessions: [JSONObject] = [
    Self.session(1, "small"), Self.session(2, "large"), Self.session(3, "tuned"),
    Self.session(4, "stray", dataset: Self.otherDataset),
  ]
  var examples: [JSONObject] = [
    Self.example(1, ["question": "What is 2 + 2?"], outputs: ["answer": "4"]),
    Self.example(
      2, ["messages": [["role": "system", "content": "Be brief."], ["type": "human", "content": "Hi"]]]),
    Self.example(3, ["text": "long", "lines": 2], outputs: ["summary": "s", "score": 1.0]),
    Self.example(4, ["question": "Alone?"], outputs: ["answer": "yes"]),
  ]
  /// Newest first, as LangSmith gives them.
  var runs: [JSONObject] = [
    Self.run(34, session: 3, example: 4, output: "tuned 4"),
    Self.run(15, session: 1, example: 1, output: "small 1 again", minute: 9),
    Self.run(25, session: 2, example: 1, output: "large 1 again", minute: 8),
    Self.run(13, session: 1, example: 3, output: "small 3"),
    Self.run(12, session: 1, example: 2, output: "small 2"),
    Self.run(11, session: 1, example: 1, output: "small 1"),
    Self.run(23, session: 2, example: 3, output: nil),
    Self.run(22, session: 2, example: 2, output: "large 2"),
    Self.run(21, session: 2, example: 1, output: "large 1"),
    Self.run(33, session: 3, example: 3, output: "tuned 3"),
    Self.run(31, session: 3, example: 1, output: "tuned 1"),
  ]
  var queues: [JSONObject] = [["id": .string(Self.queue), "name": "To review", "queue_type": "single"]]

  static let dataset = "dada0001-0000-4000-8000-000000000001"
  static let otherDataset = "dada0001-0000-4000-8000-000000000002"
  static let queue = "90e00001-0000-4000-8000-000000000001"

  static func id(_ kind: String, _ number: Int) -> String {
    "\(kind)0001-0000-4000-8000-\(String(1_000_000_000_000 + number).dropFirst())"
  }

  static func session(_ number: Int, _ name: String, dataset: String = dataset) -> JSONObject {
    [
      "id": .string(id("bbbb", number)), "name": .string(name), "start_time": "2025-12-31T00:00:00+00:00",
      "reference_dataset_id": .string(dataset),
      "extra": ["metadata": ["dataset_version": "2025-12-30T00:00:00+00:00"]],
    ]
  }

  static func example(_ number: Int, _ inputs: JSONObject, outputs: JSONObject? = nil) -> JSONObject {
    [
      "id": .string(id("e0e0", number)), "dataset_id": .string(dataset), "inputs": .object(inputs),
      "outputs": outputs.map(JSONValue.object) ?? .null,
      "created_at": .string("2025-12-30T00:00:0\(number)+00:00"),
    ]
  }

  static func run(_ number: Int, session: Int, example: Int, output: String?, minute: Int = 0) -> JSONObject {
    [
      "id": .string(id("aaaa", number)), "name": "model", "run_type": "chain",
      "start_time": .string(startTime(number, minute: minute)), "session_id": .string(id("bbbb", session)),
      "trace_id": .string(id("aaaa", number)), "reference_example_id": .string(id("e0e0", example)),
      "inputs": ["q": "?"], "outputs": output.map { ["answer": .string($0)] } ?? .null,
      "status": .string(output == nil ? "error" : "success"),
    ]
  }

  static func startTime(_ number: Int, minute: Int = 0) -> String {
    "2025-12-31T23:0\(minute):\(number).123456+00:00"
  }

  func runs(of sessions: JSONValue?) -> [JSONObject] {
    let ids = sessions?.array ?? []
    return runs.filter { ids.contains($0["session_id"] ?? .null) }
  }

  /// As the second generation of calls writes it.
  static func secondGeneration(_ run: JSONObject) -> JSONObject {
    var run = run
    run["project_id"] = run["session_id"]
    run["session_id"] = nil
    for key in ["status", "run_type"] { run[key] = run[key]?.string.map { .string($0.uppercased()) } }
    return run
  }

  var queueItems: [JSONObject] {
    runs.prefix(3).map { run in
      var item = run
      item["queue_run_id"] = (run["id"]?.string).map { .string("17e0" + $0.dropFirst(4)) }
      item["added_at"] = "2026-01-01T00:00:00+00:00"
      return item
    }
  }

  static func itemOfSecondGeneration(_ item: JSONObject) -> JSONObject {
    [
      "id": item["queue_run_id"] ?? .null, "item_type": "RUN", "run_id": item["id"] ?? .null,
      "project_id": item["session_id"] ?? .null, "start_time": item["start_time"] ?? .null,
      "added_at": item["added_at"] ?? .null,
    ]
  }
}
