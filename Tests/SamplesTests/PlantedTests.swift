import Papers
import Registry
import Samples
import Testing

/// The key names what is in the sheets, counted there anew.
struct PlantedTests {
    @Test func whatIsOverApprovedIsWhatTheKeySays() throws {
        let read = try ReadSample.standard()
        let columns: [(EstablishmentKind, Int)] = [
            (.administrative, 10), (.institutionFull, 11), (.institutionPartial, 12), (.institutionSelf, 13),
            (.worker, 14),
        ]
        var occupied: [String: [String: Int]] = [:]
        var deputies: [String: Int] = [:]
        for row in read.personRows {
            let body = full(read.people[row, 5].text)
            occupied[body, default: [:]][read.people[row, 6].text, default: 0] += 1
            if read.people[row, 8].text == LeaderRole.deputy.name.zh { deputies[body, default: 0] += 1 }
        }
        var over = 0
        for row in read.bodyRows {
            let name = read.bodies[row, 2].text
            for (kind, column) in columns {
                let inPlace = occupied[name]?[kind.name.zh] ?? 0
                let approved = try #require(count(read.bodies[row, column]))
                guard inPlace > approved else { continue }
                over += 1
                let planted = read.sample.planted.overByKind.first { $0.body == name && $0.kind == kind }
                #expect(planted?.occupied == inPlace, "\(name)")
                #expect(planted?.approved == approved, "\(name)")
            }
            let approvedDeputies = try #require(count(read.bodies[row, 16]))
            let planted = read.sample.planted.leadersOver.first { $0.body == name }
            #expect(((deputies[name] ?? 0) > approvedDeputies) == (planted != nil), "\(name)")
        }
        #expect(over == read.sample.planted.overByKind.count)
        #expect(over >= 10)
        #expect(read.sample.planted.leadersOver.count >= 5)
    }

    @Test func smallBodiesAreScatteredUnderOneSupervisor() throws {
        let read = try ReadSample.standard()
        var small: [String: Int] = [:]
        var names: [String] = []
        for row in read.bodyRows where read.bodies[row, 4].text == InstitutionType.publicInstitution.name.zh {
            let approved = try (10...14).reduce(0) { try $0 + #require(count(read.bodies[row, $1])) }
            guard approved <= 5 else { continue }
            names.append(read.bodies[row, 2].text)
            small[full(read.bodies[row, 6].text), default: 0] += 1
        }
        #expect(names == read.sample.planted.small)
        #expect((15...60).contains(names.count))
        #expect(small.values.filter { $0 >= 3 }.count >= 3)
    }

    @Test func mixedKindsAndWorkplacesStandInTheirRows() throws {
        let read = try ReadSample.standard()
        let key = read.sample.planted
        let administrative = read.personRows.filter { row in
            read.people[row, 6].text == EstablishmentKind.administrative.name.zh
                && key.mixedKind.contains(row + 1)
        }
        #expect(administrative.count == key.mixedKind.count)
        #expect(key.mixedKind.count >= 4)
        for row in key.elsewhere {
            #expect(full(read.people[row - 1, 5].text) != read.people[row - 1, 9].text)
            #expect(!read.people[row - 1, 9].isBlank)
        }
        #expect(key.elsewhere.count >= 8)
    }

    @Test func aSoundSampleHasNoFaults() {
        #expect(sampleDistrict(seed: 2).planted.faults.isEmpty)
    }

    @Test func faultsStandWhereTheKeySays() throws {
        let read = try ReadSample(seed: 2, faults: true)
        let faults = read.sample.planted.faults
        #expect(Set(faults.map(\.kind)) == Set(PlantedFault.Kind.allCases))
        for fault in faults {
            let bodies = read.bodies
            let people = read.people
            let row = fault.row - 1
            switch fault.kind {
            case .identityAsNumber: #expect({ if case .number = people[row, 3] { true } else { false } }())
            case .unreadableDate: #expect(people[row, 11].text == "不详")
            case .impossibleDate: #expect(people[row, 11].text == "2009-02-30")
            case .unknownBody: #expect(!read.bodyNames.contains(people[row, 5].text))
            case .identityCheck: #expect(people[row, 3].text.count == 18)
            case .identityShared:
                let holders = read.personRows.filter { people[$0, 3].text == people[row, 3].text }
                #expect(holders.count == 2)
            case .unreadableCount: #expect((10...14).contains { count(bodies[row, $0]) == nil })
            case .bodyTwice: #expect(read.bodyNames.filter { $0 == bodies[row, 2].text }.count == 2)
            case .registrationCheck: #expect(bodies[row, 9].text.count == 18)
            case .wrongTotal: #expect(bodies[row, 0].text == "合计")
            }
        }
    }

    private func full(_ name: String) -> String {
        name.isEmpty || name.contains("澄岚区") ? name : "澄岚区" + name
    }
}
