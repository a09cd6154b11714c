extension Route {
    /// Every way into the system, with whom it is open to. What isn't here doesn't exist.
    static let all: [Route] =
        frameRoutes + doorRoutes + overviewRoutes + bodyRoutes + personRoutes + ledgerRoutes + searchRoutes
        + treeRoutes + documentRoutes + importRoutes + changeRoutes + choosingRoutes + motionRoutes + meetingRoutes
        + useRoutes
        + accountRoutes + grantRoutes + auditRoutes
}
