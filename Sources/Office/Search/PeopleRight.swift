/// Whether whoever searches may look people up (查人权限). Who may is decided before a search, never by it.
package enum PeopleRight: Hashable, Sendable {
    /// No person is among what is searched.
    case withheld
    /// People are found too, by name and by whole identity number; who looked and for what is put on record.
    case granted(to: Visitor, purpose: String)
}
