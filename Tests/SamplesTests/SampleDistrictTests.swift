import Papers
import Registry
import Samples
import Testing

/// A sample is what it says: of the size asked for, sound, untidy, marked as made up, and the same each time.
struct SampleDistrictTests {
    @Test func sameSeedGivesTheSameBytes() throws {
        let one = try sampleDistrict(seed: 42, bodies: 60).bytes()
        #expect(try sampleDistrict(seed: 42, bodies: 60).bytes() == one)
        #expect(try sampleDistrict(seed: 43, bodies: 60).bytes() != one)
        #expect(try sampleDistrict(seed: 42, bodies: 60, faults: true).bytes() != one)
    }

    @Test(arguments: [40, 41, 97, 157, 314, 472, 1000])
    func sizeIsWhatWasAskedFor(bodies: Int) {
        let sample = sampleDistrict(seed: 3, bodies: bodies)
        #expect(sample.bodies == bodies)
        #expect((15...30).contains(sample.people / bodies))
    }

    // Under seed 1 a planted name once met another of its theme.
    @Test(arguments: [1, 9] as [UInt64])
    func tenTimesTheSizeKeepsNamesApart(seed: UInt64) throws {
        let sample = sampleDistrict(seed: seed, bodies: 3140)
        #expect(sample.bodies == 3140)
        #expect((63_000...77_000).contains(sample.people))
        let names = sample.sheets[0].rows.compactMap { row -> String? in
            guard row.count > 2, case .text(let name) = row[2] else { return nil }
            return name.trimmingSpaces
        }
        #expect(names.count == 3140)
        #expect(Set(names).count == 3140)
    }

    @Test func defaultIsADistrictOfItsKind() throws {
        let read = try ReadSample.standard()
        #expect((6_600...7_700).contains(read.sample.people))
        #expect(read.personRows.count == read.sample.people)
        let types = read.bodyRows.map { read.bodies[$0, 4].text }
        #expect(types.count { $0 == InstitutionType.township.name.zh } == 18)
        #expect(types.count { $0 != InstitutionType.publicInstitution.name.zh } == 53)
        for type: InstitutionType in [.party, .congress, .government, .consultative, .massOrganisation] {
            #expect(types.contains(type.name.zh))
        }
        #expect(read.bodyNames.filter { $0.hasSuffix("综合行政执法队") }.count == 4)
        let road = try #require(read.bodyRows.first { read.bodies[$0, 2].text == "澄岚区公路管理段" })
        #expect(read.bodies[road, 8].text == Funding.selfFunded.name.zh)
        #expect(count(read.bodies[road, 13]) == 86)
        #expect(count(read.bodies[road, 15]) == 1)
        #expect(count(read.bodies[road, 16]) == 3)
        let workers = read.personRows.filter { read.people[$0, 9].text == "澄岚区公路养护有限公司" }
        #expect(workers.count == 28)
        #expect(workers.allSatisfy { read.people[$0, 5].text.hasSuffix("公路管理段") })
        #expect(workers.map { $0 + 1 } == read.sample.planted.atEnterprise)
    }

    @Test func everySheetSaysThatItIsMadeUp() throws {
        let read = try ReadSample(bodies: 50)
        for sheet in [read.bodies, read.people, read.duties, read.matters] {
            #expect(sheet[0, 0].text.contains("合成数据，仅供演示"))
            #expect(sheet.rows.last?.first?.text.contains("Synthetic data") == true)
        }
    }

    @Test func headersAreAnOffices() throws {
        let read = try ReadSample(bodies: 50)
        #expect(read.bodies[2, 10].text == "核定编制数")
        #expect(read.bodies[3, 11].text == "全额事业")
        #expect(read.bodies.merge(row: 2, column: 12) == Merge(top: 2, left: 10, bottom: 2, right: 14))
        #expect(read.bodies.merge(row: 3, column: 2) == Merge(top: 2, left: 2, bottom: 3, right: 2))
        #expect(read.people.rows[2].map(\.text).prefix(6) == ["序号", "姓名", "性别", "身份证号", "出生日期", "单位全称"])
    }

    @Test func cellsAreUntidy() throws {
        let read = try ReadSample.standard()
        let counts = read.bodyRows.flatMap { row in (10...16).map { read.bodies[row, $0] } }
        #expect(counts.contains { if case .number = $0 { true } else { false } })
        #expect(counts.contains { if case .text(let text) = $0 { text.first == " " } else { false } })
        #expect(counts.contains { $0.text.unicodeScalars.contains { (0xFF10...0xFF19).contains($0.value) } })
        #expect(counts.contains(.empty))
        let dates = read.personRows.map { read.people[$0, 11] }
        #expect(dates.contains { if case .day = $0 { true } else { false } })
        for mark: Character in ["-", ".", "/", "年"] { #expect(dates.contains { $0.text.contains(mark) }) }
        let supervisors = Set(read.bodyRows.map { read.bodies[$0, 6].text })
        #expect(supervisors.isSuperset(of: ["教育局", "澄岚区教育局"]))
    }
}

extension String {
    fileprivate var trimmingSpaces: String {
        String(drop { $0 == " " || $0 == "\u{3000}" }.reversed().drop { $0 == " " || $0 == "\u{3000}" }.reversed())
    }
}
