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

  @Test(arguments: [
    ("x.jsonl", "x.jsonl", "x", "jsonl"), ("a/b.tar.gz", "b.tar.gz", "b.tar", "gz"), ("a/b/", "b", "b", ""),
    ("/", "/", "/", ""), ("/x", "x", "x", ""), ("a/.x", ".x", ".x", ""), ("a.b/x", "x", "x", ""),
    ("", "", "", ""),
    ("x.", "x.", "x", ""),
  ])
  func `a file has a name, and that an ending`(path: String, name: String, stem: String, ending: String) {
    #expect(FilePath.name(of: path) == name)
    #expect(FilePath.stem(of: name) == stem)
    #expect(FilePath.ending(of: name) == ending)
  }

  @Test(arguments: ["\u{301}", "\u{200D}", "\u{FE0F}", "\u{1F3FD}", "\u{E0041}"])
  func `a name may begin with what joins the slash before it`(first: String) {
    let name = first + "x." + first + "jsonl"
    #expect(Array(FilePath.folder(of: "/a/" + name).utf8) == Array("/a".utf8))
    #expect(Array(FilePath.name(of: "/a/" + name).utf8) == Array(name.utf8))
    #expect(Array(FilePath.stem(of: name).utf8) == Array((first + "x").utf8))
    #expect(Array(FilePath.ending(of: name).utf8) == Array((first + "jsonl").utf8))
    #expect(Array(FilePath.path(of: name, in: "/a").utf8) == Array(("/a/" + name).utf8))
  }
}
