import Office

extension Visit {
    /// Ends the session. Whoever sits down next finds nothing by which a form of it could be sent.
    func signOut() throws -> Reply {
        var source = SystemRandomNumberGenerator()
        try workbench.accounts.signOut(token: token, from: address, at: now, source: &source)
        var reply = Reply.on(to: .path(["sign-in"]))
        for name in [Workbench.sessionCookie, Workbench.formerCookie] {
            reply.headers.append(("set-cookie", cookie(name, "", seconds: 0)))
        }
        return reply
    }
}
