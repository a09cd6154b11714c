import Basics
import Testing

@Suite struct InstantTests {
    @Test(arguments: [
        ("1970-01-01T00:00:00.000Z", 0), ("2020-05-31T23:59:59.999Z", 1_590_969_599_999),
        ("1969-12-31T23:59:59.999Z", -1), ("2000-02-29T12:30:15.007Z", 951_827_415_007),
    ])
    func readsAndWrites(text: String, milliseconds: Int64) throws {
        let instant = try #require(Instant(iso: text))
        #expect(instant.milliseconds == milliseconds)
        #expect(instant.description == text)
    }

    @Test func shorterTextsMeanTheFirstMoment() {
        #expect(Instant(iso: "2020-05-31")?.description == "2020-05-31T00:00:00.000Z")
        #expect(Instant(iso: "2020-05-31T08:00:01Z")?.description == "2020-05-31T08:00:01.000Z")
    }

    @Test(arguments: [
        "2020-05-31T08:00:01", "2020-05-31T24:00:00Z", "2020-05-31T08:60:00Z", "2020-05-31T08:00:60Z",
        "2020-05-31T08:00Z", "2020-05-31T08:00:01.5Z", "2020-02-30T08:00:01Z", "2020-05-31T08:00:01.0001Z",
        "2020-05-31T+8:00:01Z", "2020-05-31T-0:00:01Z", "2020-05-31T08:00:01.+12Z", "2020-05-31T08:00:01+08:00", "T",
    ])
    func otherTextsAreNoInstants(text: String) {
        #expect(Instant(iso: text) == nil)
    }

    @Test func ordersByTime() {
        #expect(Instant(milliseconds: -1) < Instant(milliseconds: 0))
    }
}
