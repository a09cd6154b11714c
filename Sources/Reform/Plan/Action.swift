import Basics
import Registry

/// What a step does. Bodies are named as people name them and looked up when the step is expanded, since an earlier
/// step may have renamed or made them. What people call each is in `Verb`.
package enum Action: Sendable, Hashable {
    // Bodies
    /// Merge bodies into one that exists or is made (合并, 并入).
    case merge([String], into: String, MergeTerms)
    /// Split a body into parts that exist or are made (分立).
    case split(String, [SplitPart])
    /// Abolish a body with disposal of all it has (撤销).
    case abolish(String, Disposal)
    /// Bring a closed body back under its old identifier, empty (恢复).
    case restore(String)
    /// Set up a body (设立).
    case establish(String, Establishment)
    /// Rename (更名).
    case rename(String, to: String)
    /// Change rank, class, type, supervisor, sponsor or host.
    case amend(String, [Setting])
    /// Change funding, and with it the kind of all heads and people (调整经费形式).
    case fund(String, Funding)
    /// Hang name plates (加挂牌子).
    case hangPlates(String, [String])
    /// Take name plates down (摘牌).
    case removePlates(String, [String])
    /// Set up internal units.
    case addUnits(String, [InternalUnit])
    /// Close internal units, by name.
    case closeUnits(String, [String])
    /// Give an internal unit another name.
    case renameUnit(String, from: String, to: String)
    /// Move internal units, by name, to another body.
    case moveUnits([String], of: String, to: String)
    /// Hold heads and people of bodies in place for the plan's reform (锁定编制和人员).
    case lock([String])
    /// End the lock of the plan's reform.
    case unlock([String])

    // Heads and posts
    /// Move heads from one holder to another.
    case moveHeads(EstablishmentKind, count: Int, from: HolderName, to: HolderName)
    /// Cut the heads of a body to a number, absorbing what is over by a day (核减).
    case cut(String, kind: EstablishmentKind?, remaining: Int, to: HolderName, absorb: Day?)
    /// Exchange vacant heads of a body for heads of another kind (调换编制类别).
    case exchange(String, count: Int, give: EstablishmentKind, take: EstablishmentKind)
    /// Lend heads out of the turnover pool until a day; they stay the pool's (周转使用).
    case lend(EstablishmentKind, count: Int, to: String, until: Day)
    /// Give lent heads back to the turnover pool; all of them where no number is said.
    case giveBack(String, kind: EstablishmentKind?, count: Int?)
    /// Set the approved leader posts of bodies (核定领导职数), of one or of a whole re-approval round.
    case setPosts([PostsApproval])

    // Duties
    /// State new duties at the end of a body's text.
    case stateDuties(String, [String])
    /// Give a duty another text.
    case reviseDuty(Selection, of: String, to: String)
    /// Drop duties; they end their parts in matters.
    case dropDuties(Selection, of: String)
    /// Move duties to another body of the jurisdiction (划转).
    case moveDuties(Selection, of: String, to: String)
    /// Give duties to an enterprise, a township or a body managed from above (划出, 下放, 上收).
    case hiveOff(Selection, of: String, to: String)
    /// Settle who leads, assists in and carries out a matter (明确牵头、配合).
    case share(Sharing)

    // People
    /// Move people, and the heads with them unless told otherwise (转隶).
    case transfer(PeopleChoice, from: String, to: String, kind: EstablishmentKind?, withHeads: Bool)
    /// Put right where people of a body work.
    case place(of: String, workingAt: String, Placement)
    /// Call one person back to where they are on the establishment.
    case callBack(Person.ID)
    /// Take a person off every place but the one at this body (清理重复占编).
    case endSecondPlace(Person.ID, keeping: String)
}

extension Action {
    /// The body the step is first of all about; otherwise the matter, the kind of heads or the person.
    package var subject: String {
        switch self {
        case .merge(_, let name, _), .split(let name, _), .abolish(let name, _), .restore(let name),
            .establish(let name, _), .rename(let name, _), .amend(let name, _), .fund(let name, _),
            .hangPlates(let name, _), .removePlates(let name, _), .addUnits(let name, _), .closeUnits(let name, _),
            .renameUnit(let name, _, _), .moveUnits(_, let name, _), .cut(let name, _, _, _, _),
            .exchange(let name, _, _, _), .lend(_, _, let name, _), .giveBack(let name, _, _),
            .stateDuties(let name, _), .reviseDuty(_, let name, _), .dropDuties(_, let name),
            .moveDuties(_, let name, _), .hiveOff(_, let name, _), .transfer(_, let name, _, _, _),
            .place(let name, _, _), .endSecondPlace(_, let name):
            name
        case .lock(let names), .unlock(let names): names.joined(separator: "、")
        case .setPosts(let rows): rows.map(\.body).joined(separator: "、")
        case .moveHeads(_, _, .body(let name), _), .moveHeads(_, _, _, .body(let name)): name
        case .moveHeads(let kind, _, _, _): kind.name.zh
        case .share(let sharing): sharing.matter
        case .callBack(let person): "\(person)"
        }
    }
}
