import Basics
import Papers
import Registry

/// A row of a person in the sample.
struct DraftPerson {
    var name: String
    let isMale: Bool
    let birth: Day
    var number: String
    var body: Int
    var kind: EstablishmentKind
    var position: PositionKind
    var role: LeaderRole?
    var workplace: String?
    var entry: String
    var entered: Day
    var mark: Mark?
    /// What stands in a cell in place of what should.
    var spoiled: [Column: OutputCell] = [:]

    /// What a row was planted for.
    enum Mark: Hashable {
        case mixedKind, secondPlace, elsewhere, enterprise
        case fault(PlantedFault.Kind)
    }

    /// The columns that a fault can spoil.
    enum Column {
        case number, body, entered
    }
}
