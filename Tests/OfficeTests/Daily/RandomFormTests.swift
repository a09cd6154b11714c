import Basics
import Office
import Registry
import Testing

/// Forms filled at random: what trying takes is recorded as it was shown, what it refuses the journal refuses alike.
@Suite struct RandomFormTests {
    @Test(arguments: [UInt64(1), 2, 3]) func tryingIsDeciding(_ seed: UInt64) throws {
        let office = try DailyOffice()
        var random = SeededSource(seed: seed)
        var (passed, refused, wrong) = (0, Set<String>(), 0)
        for round in 0..<60 {
            let forms = (0...Int.random(in: 0...1, using: &random)).map { _ in
                filled(office, serial: round, from: &random)
            }
            let draft = office.draft(forms)
            let written = WrittenDaily(draft)
            #expect(try WrittenDaily(written.text) == written)
            let trial = try office.desk.tryDraft(draft, at: office.office.later())
            guard trial.problems.isEmpty else {
                wrong += 1
                #expect(code { try office.decide(draft) } == trial.problems[0].code)
                continue
            }
            if let refusal = trial.refusal {
                refused.insert(refusal.code)
                // Straight at the journal, past all that asks before.
                let document = try office.desk.document(office.words())
                let act = Act(
                    command: Identifier(from: &random), document: document.document,
                    basis: draft.forms.contains { $0.code == "reverse" } ? .correction : .daily,
                    drafter: try office.office.officer("甲"), deciders: [try office.office.officer("乙")],
                    changes: trial.changes.map { DatedChange(draft.day, $0) })
                let instant = office.office.later()
                #expect(
                    code { try office.desk.record(act, sealing: document.sealed, at: instant) } == refusal.code)
            } else {
                passed += 1
                try office.decide(draft, expecting: trial.digest)
                if !trial.changes.contains(where: \.isSealed) {
                    #expect(office.register.digest == trial.after.digest)
                }
            }
        }
        #expect(passed > 5 && refused.count > 3 && wrong < 50, "\(passed) \(refused) \(wrong)")
        #expect(try verifyJournal(office.office.reopened().journal, jurisdiction: "339981").faults.isEmpty)
    }

    private func filled(_ office: DailyOffice, serial: Int, from random: inout SeededSource) -> FilledForm {
        let form = ChangeForm.all.randomElement(using: &random) ?? ChangeForm.all[0]
        var answers: [String: String] = [:]
        let people = office.register.people.values.sorted { $0.id < $1.id }
        for field in form.items where field.isRequired || Bool.random(using: &random) {
            let answer: String? =
                switch field.kind {
                case .name, .line, .text: ["样区甲", "样区乙", "测试\(serial)"].randomElement(using: &random)
                case .body, .bodies, .holder: office.bodies.randomElement(using: &random)?.profile.name
                case .closedBody:
                    office.register.institutions.values.filter { !$0.isActive }.map(\.id.description).min()
                case .person: people.randomElement(using: &random)?.id.description
                case .number: ["1", "2", "500"].randomElement(using: &random)
                case .day: ["2021-01-20", "2020-01-01"].randomElement(using: &random)
                case .date: "2019-08"
                case .choice, .commodity, .flag: field.kind.choices?.randomElement(using: &random)?.zh
                case .duty: office.register.duties.values.map(\.id).sorted().randomElement(using: &random)?.description
                case .matter:
                    office.register.matters.values.map(\.id).sorted().randomElement(using: &random)?.description
                case .reservation: office.register.ledger.reservations.keys.sorted().first?.description
                case .tolerance:
                    office.register.tolerances.keys.sorted().randomElement(using: &random)?.subject(in: office.register)
                        .zh
                case .rules: "trial"
                case .citation: "样编〔2020〕7号"
                case .identityNumber: DailyOffice.number(serial + 100)
                }
            answers[field.key] = answer
        }
        // A place that the person really has, more often than not.
        if form.item("person") != nil, form.item("kind") != nil, Int.random(in: 0..<3, using: &random) > 0,
            let person = people.first(where: { $0.id.description == answers["person"] }),
            let place = person.places.first
        {
            answers["body"] = office.register.institutions[place.institution]?.profile.name
            answers["kind"] = place.kind.name.zh
        }
        return FilledForm(form.code, answers)
    }
}

extension Change {
    /// Whether it names something sealed, whose digest is another each time.
    fileprivate var isSealed: Bool {
        switch self {
        case .registerPerson, .amendPersonal, .dropDuty: true
        default: false
        }
    }
}
