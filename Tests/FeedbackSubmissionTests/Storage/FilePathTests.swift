import Testing

@testable import FeedbackSubmission

@Suite struct FilePathTests {
  @Test(arguments: [
    ("x", "."), ("-", "."), ("", "."), ("a.podium", "."), ("/", "/"), ("/x", "/"), ("a/b", "a"),
    ("a/b/", "a"),
    ("./x", "."), ("/tmp/é/x", "/tmp/é"),
  ])
  func `a file is in a folder`(path: String, folder: String) {
    #expect(FilePath.folder(of: path) == folder)
  }
}
