extension Route {
    /// Every way into the system, with whom it is open to. What isn't here doesn't exist.
    static let all: [Route] =
        frameRoutes + doorRoutes + overviewRoutes + bodyRoutes + personRoutes + ledgerRoutes + searchRoutes
        + treeRoutes + documentRoutes + importRoutes + changeRoutes + choosingRoutes + motionRoutes + meetingRoutes
        + useRoutes
        + accountRoutes + grantRoutes + auditRoutes

    /// How many parts of a form's path are the path of the page that it stands on: the longest that is one.
    static func pageDepth(of pattern: String) -> Int {
        let parts = pattern.split(separator: "/")
        return parts.indices.reversed().first { depth in
            let above = "/" + parts[..<depth].joined(separator: "/")
            return all.contains { $0.method == .get && $0.pattern == above }
        } ?? 0
    }
}
