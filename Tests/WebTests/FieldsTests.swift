import Basics
import Papers
import Testing

@testable import Web

@Suite("What is typed")
struct FieldsTests {
    @Test("Fields of a form are read as they were sent")
    func fields() throws {
        let fields = try #require(Fields(encoded: "a=1&b=%E4%B8%89+%E5%AE%9A&a=2&c=&d"))
        #expect(fields.all("a") == ["1", "2"])
        #expect(fields["a"] == nil)
        #expect(fields.isRepeated("a"))
        #expect(fields["b"] == "三 定")
        #expect(fields["c"] == nil)
        #expect(fields.all("d") == [""])
        #expect(fields.names == ["a", "b", "c", "d"])
    }

    @Test("What is no form is not read", arguments: ["a=%", "a=%4", "a=%zz", "a=%ff", "%c3=1"])
    func malformed(_ text: String) { #expect(Fields(encoded: text) == nil) }

    @Test("More fields than any page has are not read")
    func tooMany() {
        #expect(Fields(encoded: (0..<Fields.most).map { "f\($0)=1" }.joined(separator: "&")) != nil)
        #expect(Fields(encoded: (0...Fields.most).map { "f\($0)=1" }.joined(separator: "&")) == nil)
    }

    @Test(
        "Days are read as people type them",
        arguments: [
            "2026-05-31", "2026/5/31", "2026.5.31", "2026年5月31日", "20260531", " 2026-5-31 ", "２０２６－０５－３１",
            "二〇二六年五月三十一日", "31-05-2026",
        ])
    func day(_ text: String) { #expect(typedDay(text) == Day(year: 2026, month: 5, day: 31)) }

    @Test(
        "What is no day is none",
        arguments: [
            "", "2026", "2026-5", "2026-02-30", "05-06-2026", "46173", "2026-05-31-1", "x2026-05-31", "99999999",
            "2026053",
            "999999999999999999999999", "1899-12-31", "3000-01-01",
        ])
    func noDay(_ text: String) { #expect(typedDay(text) == nil) }

    @Test("A form with files is read part by part")
    func multipart() throws {
        let body =
            "--xyz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n一\r\n--xyz\r\n"
            + "Content-Disposition: form-data; name=\"file\"; filename=\"C:\\dir\\台账.xlsx\"\r\n"
            + "Content-Type: application/octet-stream\r\n\r\n\r\n--xy\r\n\r\n--xyz\r\n"
            + "Content-Disposition: form-data; name=\"none\"; filename=\"\"\r\n\r\n\r\n--xyz--\r\n"
        let parts = try #require(Multipart(Array(body.utf8), boundary: "xyz"))
        #expect(parts.fields.map(\.name) == ["a"])
        #expect(parts.fields.map(\.value) == ["一"])
        #expect(parts.files.map(\.name) == ["台账.xlsx"])
        #expect(parts.files.map(\.field) == ["file"])
        #expect(parts.files.first?.bytes == Array("\r\n--xy\r\n".utf8))
        #expect(Multipart.boundary(of: "multipart/form-data; boundary=\"xyz\"") == "xyz")
        #expect(Multipart.boundary(of: "text/plain; boundary=xyz") == nil)
    }

    @Test("A form with files that is cut off anywhere is not read, and ends no program")
    func cutOff() {
        let body = Array(
            "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x\"\r\n\r\n2\r\n--b--"
                .utf8)
        #expect(Multipart(body, boundary: "b") != nil)
        for length in 0..<(body.count - 1) {
            #expect(Multipart(Array(body.prefix(length)), boundary: "b") == nil, "\(length)")
        }
    }
}
