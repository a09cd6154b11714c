import Accounts
import Procedure
import Registry

extension Motion {
    /// Whether it is an account's turn, where something waits for this: it has the right, and four eyes leave it to them.
    /// - Parameter officer: whom the account stands for.
    package func isTurn(of account: UserAccount, as officer: Officer.ID, awaiting waiting: Waiting) -> Bool {
        let isTheirs = drafters.contains(officer)
        switch waiting {
        case .drafter: return isTheirs
        case .decision(let decider):
            let isDecider =
                account.roles.contains(.head) || (decider != .office && account.roles.contains(.commissioner))
            return isDecider && !isTheirs
        case .takingOn: return account.may(.move) && !requesters.contains(officer)
        case .table: return account.may(.move)
        case .step(let step), .filing(let step):
            switch step.lack {
            case .motion: return account.may(.move)
            case .review, .reviewInFavour: return account.may(.review) && !isTheirs
            case .countersigning(let organ):
                return organ.isOrganisation ? account.may(.countersign) && !isTheirs : account.may(.keepMeetings)
            case .agenda, .meeting, .quorum, .majority, .minutes, .approval, .filing: return account.may(.keepMeetings)
            }
        }
    }
}

extension String {
    /// Whether an organ of the competence table is the Organisation Department (组织部), which has a role of its own; each
    /// party committee names its own.
    package var isOrganisation: Bool { contains("组织") }
}
