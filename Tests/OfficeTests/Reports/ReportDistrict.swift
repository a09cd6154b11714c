import Basics
import Diagnosis
import Office
import Registry

/// A small fixed register with something to find, something unknown, and names that would break markup.
enum ReportDistrict {
    static let bureau = Institution.ID(high: 1, low: 1)
    static let center = Institution.ID(high: 1, low: 2)
    static let unknown = Institution.ID(high: 1, low: 3)
    static let company = Institution.ID(high: 1, low: 4)
    static let day = Day(number: 18_412)

    static func register() throws -> Register {
        var register = Register()
        var changes: [Change] = [
            .setCeiling(.heads(.administrative), 100),
            .establish(
                bureau, Profile(name: "安和区水利局", type: .government, rank: .zhengke), origin: Origin(sheet: "机构", row: 3)),
            .move(.heads(.administrative), count: 12, from: .grant, to: .institution(bureau)),
            .move(.posts(LeaderPost(.chief, .zhengke)), count: 1, from: .grant, to: .institution(bureau)),
            .establish(
                center,
                Profile(
                    name: "<b>水务|监测*中心</b> & \"测试\"", type: .publicInstitution, rank: .guji, category: .welfareOne,
                    funding: .full, supervisor: bureau,
                    founding: Founding(document: "安编〔2010〕1号", date: nil)), origin: Origin(sheet: "机构", row: 4)),
            .move(.heads(.institutionFull), count: 3, from: .grant, to: .institution(center)),
            .establish(
                unknown, Profile(name: "安和区灌溉站", type: .publicInstitution, rank: .guji, supervisor: bureau),
                origin: Origin(sheet: "机构", row: 5)),
            .setUnknown(unknown, .heads, true),
            .establish(company, Profile(name: "安和水务有限公司", type: .outside), origin: nil),
            .openTolerance(.headsWithinBalance(center, .institutionFull), measure: 1, .baseline),
        ]
        let places: [(Institution.ID, EstablishmentKind, LeaderRole?, Institution.ID?)] =
            [(bureau, .administrative, .chief, nil)]
            + (0..<7).map { _ in (bureau, .administrative, nil, nil) }
            + (0..<4).map { (center, .institutionFull, nil, $0 == 3 ? company : nil) }
            + [(unknown, .institutionFull, nil, nil)]
        for (index, place) in places.enumerated() {
            let person = Person.ID(high: 2, low: UInt64(index + 1))
            let origin = Origin(sheet: "人员", row: index + 2)
            let isCivil = place.1 == .administrative
            changes += [
                .registerPerson(
                    person, personal: .none, status: isCivil ? .civilServant : .professional,
                    position: isCivil ? .civilService : index == 12 ? nil : .professional, entered: nil, origin: origin),
                .enrol(person, Place(institution: place.0, kind: place.1, role: place.2, origin: origin)),
            ]
            if let workplace = place.3 { changes.append(.setWorkplace(person, workplace)) }
        }
        try register.enact(changes, basis: .opening, on: day, recorded: day, at: 1)
        return register
    }

    /// The report of it, with a state for the first finding of small bodies.
    static func report() throws -> DiagnosisReport {
        let register = try register()
        let findings = diagnose(register).findings
        var states: [Finding.Key: Wording] = [:]
        if let small = findings.first(where: { $0.check == "small-body" }) {
            states[small.key] = Wording(zh: "整改中", en: "being mended")
        }
        return DiagnosisReport(
            findings, in: register,
            heading: ReportHeading(jurisdiction: "339902", district: "安和区", day: day, position: 1),
            states: states)
    }
}
