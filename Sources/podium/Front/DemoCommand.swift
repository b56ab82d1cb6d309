import ArgumentParser
import Foundation
import LabelingUI
import PreferenceStore

struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Try Podium on comparisons that come with it.",
    discussion: """
      Works in a temporary workspace; needs no account and no network, and sends nothing. Says at the end where the judgments \
      are.

      Example:
        podium demo --theme default-light
      """)

  @OptionGroup var front: FrontOptions

  func run() throws {
    if front.printConfig { return try front.printSettings() }
    let settings = try front.settings()
    let console = Console.standard
    let folder = try Self.makeFolder()
    let location = try WorkspaceLocation(of: folder.appending(path: "demo.jsonl").path)
    let recording = try front.recording.open()
    let session = try makeSession(at: location, settings: settings, recording: recording, console: console)
    let ending = try session.run()
    settings.faults.tell()
    if let recording { console.note(recording.sentence) }
    try FrontEnding(ending, path: location.path, delivers: false).report(to: console)
    try console.printLine("Look at them: podium export \(location.path) --format jsonl")
    try console.printLine("Your own: podium label FILE.jsonl (podium label --help)")
  }

  private func makeSession(
    at location: WorkspaceLocation, settings: FrontSettings, recording: RecordingFile?, console: Console
  ) throws -> FrontSession {
    try Data(PackageResources.campaign_jsonl).write(to: URL(filePath: location.input ?? location.path))
    let (workspace, _) = try WorkspaceAccess(console: console).open(importing: location)
    let campaign = String(decoding: PackageResources.campaign_toml, as: UTF8.self)
    _ = try workspace.use(CampaignFile.rubric(campaign, path: "campaign.toml"), now: Date())
    return FrontSession(
      workspace: workspace, campaign: "demo", settings: settings, recording: recording, delivery: nil)
  }

  /// Readable by its owner only, as the workspace in it is.
  private static func makeFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "podium-demo-\(UUID().uuidString.prefix(8))")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    return folder
  }
}
