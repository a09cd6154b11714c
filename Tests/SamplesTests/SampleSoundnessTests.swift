import Basics
import Papers
import Registry
import Samples
import Testing

/// Without faults everything in a sample can be read, and only what the key names is to be found.
struct SampleSoundnessTests {
    @Test func subtotalsAndTotalAreTheSums() throws {
        let read = try ReadSample.standard()
        var subtotal = [0, 0, 0, 0, 0]
        var total = [0, 0, 0, 0, 0]
        var sums = 0
        for row in 4..<read.bodies.rows.count {
            let figures = (10...14).map { count(read.bodies[row, $0]) ?? -1 }
            switch read.bodies[row, 0].text {
            case "小计":
                #expect(figures == subtotal)
                subtotal = [0, 0, 0, 0, 0]
                sums += 1
            case "合计": #expect(figures == total)
            default:
                guard !read.bodies[row, 2].isBlank else { continue }
                subtotal = zip(subtotal, figures).map(+)
                total = zip(total, figures).map(+)
            }
        }
        #expect(sums == 5)
        #expect(total.reduce(0, +) > 7_000)
    }

    @Test func identityNumbersAreSoundAndSayWhatTheRowSays() throws {
        let read = try ReadSample.standard()
        var holders: [String: Set<String>] = [:]
        for row in read.personRows {
            let number = Array(read.people[row, 3].text)
            try #require(number.count == 18)
            // ISO 7064, modulus 11-2, as the standard writes it: the weighted sum of all 18 is 1.
            var product = 0
            for (index, sign) in number.enumerated() {
                let value = try #require(sign == "X" ? 10 : sign.wholeNumberValue)
                product = (product + value) * (index < 17 ? 2 : 1) % 11
            }
            #expect(product == 1)
            #expect(number.prefix(6) == ArraySlice("339981"))
            #expect((number[16].wholeNumberValue ?? 0) % 2 == (read.people[row, 2].text == "男" ? 1 : 0))
            let birth = String(number[6..<10]) + "-" + String(number[10..<12]) + "-" + String(number[12..<14])
            let day = try #require(Day(iso: birth))
            if case .day(let written) = read.people[row, 4] { #expect(written == day) }
            if case .day(let entered) = read.people[row, 11] { #expect(entered.number - day.number > 20 * 365) }
            holders[String(number), default: []].insert(read.people[row, 1].text)
        }
        #expect(holders.values.allSatisfy { $0.count == 1 })
        let doubles = read.personRows.count - holders.count
        #expect(doubles == read.sample.planted.secondPlace.count)
        #expect(doubles >= 4)
    }

    @Test func registrationCodesAreSoundAndUnique() throws {
        let read = try ReadSample.standard()
        let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
        var codes: Set<String> = []
        for row in read.bodyRows where read.bodies[row, 4].text == InstitutionType.publicInstitution.name.zh {
            let code = read.bodies[row, 9].text
            let values = code.compactMap { alphabet.firstIndex(of: $0) }
            try #require(values.count == 18)
            // GB 32100 is ISO 7064 with modulus 31 and 3 as its base: the sum of all 18 is divisible.
            var power = 1
            var sum = 0
            for value in values.dropLast() {
                sum = (sum + value * power) % 31
                power = power * 3 % 31
            }
            #expect((sum + values[17]) % 31 == 0)
            codes.insert(code)
        }
        #expect(codes.count == 261)
    }

    @Test func everyNameLeadsToABody() throws {
        let read = try ReadSample(seed: 8, bodies: 640)
        var known = Set(read.bodyNames)
        #expect(known.count == 640)
        for name in read.bodyNames where name.hasPrefix("澄岚区") {
            // Left out in front, the district must not make two names one.
            #expect(known.insert(String(name.dropFirst(3))).inserted)
        }
        for row in read.bodyRows {
            let supervisor = read.bodies[row, 6].text
            #expect(supervisor.isEmpty || known.contains(supervisor), "\(supervisor)")
        }
        var shortened = 0
        for row in read.personRows {
            let body = read.people[row, 5].text
            #expect(known.contains(body), "\(body)")
            if !body.contains("澄岚区") { shortened += 1 }
            let workplace = read.people[row, 9].text
            #expect(workplace.isEmpty || known.contains(workplace) || workplace.hasSuffix("有限公司"), "\(workplace)")
        }
        #expect(shortened > 20)
        for row in 2..<read.duties.rows.count where !read.duties[row, 2].isBlank {
            let holder = read.duties[row, 0].text
            #expect(known.contains(holder) || holder.hasSuffix("有限公司"))
        }
    }

    @Test func everyBodyStatesItsDuties() throws {
        let read = try ReadSample.standard()
        var duties: [String: Int] = [:]
        for row in 2..<read.duties.rows.count where !read.duties[row, 2].isBlank {
            duties[read.duties[row, 0].text, default: 0] += 1
        }
        for name in read.bodyNames { #expect((3...6).contains(duties[name] ?? 0), "\(name)") }
        let texts = Set(read.duties.rows.map { $0.count > 2 ? $0[2].text : "" })
        for overlap in read.sample.planted.overlaps {
            #expect(texts.contains(overlap.oneText) && texts.contains(overlap.otherText))
            #expect(overlap.one != overlap.other)
        }
        #expect(read.sample.planted.overlaps.count == 8)
        let matters = Set(read.matters.rows.map { $0.count > 1 ? $0[1].text : "" })
        #expect(matters.isSuperset(of: read.sample.planted.gaps))
    }
}
