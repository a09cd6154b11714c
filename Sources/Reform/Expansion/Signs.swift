import Basics
import Registry

extension Expansion {
    /// Hangs and takes down name plates; sets up, closes, renames and moves internal units.
    mutating func performSigns(_ action: Action) throws(StepProblem) {
        switch action {
        case .hangPlates(let name, let plates):
            let subject = try body(name)
            for plate in plates {
                if subject.plates.contains(plate) {
                    note(.nothingToDo(plate))
                } else {
                    make(.hangPlate(subject.id, plate))
                }
            }
        case .removePlates(let name, let plates):
            let subject = try body(name)
            try require(plates, among: subject.plates, of: subject)
            for plate in plates { make(.removePlate(subject.id, plate)) }
        case .addUnits(let name, let units):
            let subject = try body(name)
            for unit in units {
                if subject.units.contains(where: { $0.name == unit.name }) {
                    note(.nothingToDo(unit.name))
                } else {
                    make(.addUnit(subject.id, unit))
                }
            }
        case .closeUnits(let name, let units):
            let subject = try body(name)
            try require(units, among: subject.units.map(\.name), of: subject)
            for unit in units { make(.dropUnit(subject.id, name: unit)) }
        case .renameUnit(let name, let old, let new):
            let subject = try body(name)
            guard let unit = subject.units.first(where: { $0.name == old }) else {
                throw .noSuchSign(subject.profile.name, [old])
            }
            make(.dropUnit(subject.id, name: old))
            make(.addUnit(subject.id, InternalUnit(name: new, rank: unit.rank)))
        case .moveUnits(let names, let name, let takerName):
            let (subject, taker) = try bodies(name, takerName)
            guard subject.id != taker.id else { throw .repeatedBody(name) }
            try require(names, among: subject.units.map(\.name), of: subject)
            move(units: subject.units.filter { names.contains($0.name) }, of: subject, to: taker)
        default: break
        }
    }

    /// Takes name plates down, and hangs them at the taker where there is one and it has none of that name.
    mutating func move(plates: [String], of source: Institution, to taker: Institution?) {
        for plate in plates where register.institutions[source.id]?.plates.contains(plate) == true {
            make(.removePlate(source.id, plate))
            guard let taker, register.institutions[taker.id]?.plates.contains(plate) == false else { continue }
            make(.hangPlate(taker.id, plate))
        }
    }

    /// Closes internal units, and sets them up at the taker where there is one; a unit of that name there takes them in.
    mutating func move(units: [InternalUnit], of source: Institution, to taker: Institution?) {
        for unit in units where register.institutions[source.id]?.units.contains(unit) == true {
            make(.dropUnit(source.id, name: unit.name))
            guard let taker, register.institutions[taker.id]?.units.contains(where: { $0.name == unit.name }) == false
            else { continue }
            make(.addUnit(taker.id, unit))
        }
    }

    /// Throws unless all of them are there.
    func require(_ names: [String], among there: [String], of subject: Institution) throws(StepProblem) {
        let missing = names.filter { !there.contains($0) }
        guard missing.isEmpty else { throw .noSuchSign(subject.profile.name, missing) }
    }
}
