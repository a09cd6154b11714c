import Registry

/// The step of a plan that would mend a finding: who and how many, and nothing that the finding leaves open. Whoever
/// writes the plan fills in the rest: names, targets, terms.
package enum Mending: Hashable, Sendable {
    /// Merge these bodies into one; into which is for the office to choose.
    case merge([Institution.ID])
    /// Cut the heads of a kind of a body to so many.
    case cut(Institution.ID, EstablishmentKind, to: Int)
    /// Exchange so many heads of a body for heads of another kind.
    case exchange(Institution.ID, count: Int, give: EstablishmentKind, take: EstablishmentKind)
    /// Set the approved leader posts of a body; roles that aren't named stay as they are.
    case setPosts(Institution.ID, [LeaderRole: Int])
    /// Give a body another name.
    case rename(Institution.ID)
    /// Take a person off all places but one: the one they work at, where that is known.
    case endSecondPlace(Person.ID, keeping: Institution.ID?)
    /// Call a person back from where they work.
    case callBack(Person.ID, from: Institution.ID)
}
