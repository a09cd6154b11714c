extension Migration {
    /// Accounts, version by version; sessions by the digest of their tokens; and the audit, a chain of its own beside the
    /// journal, whose texts stand sealed in it, since it grows with every sign-in and a mark over all of them would be dear.
    static let accounts = Migration(
        version: 9,
        sql: """
            CREATE TABLE accounts (
                jurisdiction TEXT NOT NULL CHECK (jurisdiction <> ''),
                number INTEGER NOT NULL CHECK (number >= 1),
                account BLOB NOT NULL CHECK (length(account) = 16),
                version INTEGER NOT NULL CHECK (version >= 1),
                login BLOB NOT NULL CHECK (length(login) = 32),
                name BLOB NOT NULL CHECK (length(name) = 32),
                recorded INTEGER NOT NULL,
                content BLOB NOT NULL CHECK (length(content) = 32),
                PRIMARY KEY (jurisdiction, number),
                UNIQUE (jurisdiction, account, version),
                UNIQUE (jurisdiction, login, version),
                UNIQUE (jurisdiction, name, version),
                FOREIGN KEY (jurisdiction, content) REFERENCES sealed (jurisdiction, digest)
            ) STRICT, WITHOUT ROWID;

            CREATE TRIGGER accounts_no_gap BEFORE INSERT ON accounts
            WHEN NEW.number <> 1 + coalesce(
                    (SELECT max(number) FROM accounts WHERE jurisdiction = NEW.jurisdiction), 0)
                OR NEW.version <> 1 + coalesce(
                    (SELECT max(version) FROM accounts
                     WHERE jurisdiction = NEW.jurisdiction AND account = NEW.account), 0)
            BEGIN SELECT raise(ABORT, 'versions of accounts have no gaps'); END;

            CREATE TRIGGER accounts_no_update BEFORE UPDATE ON accounts
            BEGIN SELECT raise(ABORT, 'a version of an account stays'); END;

            CREATE TRIGGER accounts_no_delete BEFORE DELETE ON accounts
            BEGIN SELECT raise(ABORT, 'a version of an account stays'); END;

            CREATE TABLE sessions (
                jurisdiction TEXT NOT NULL CHECK (jurisdiction <> ''),
                token BLOB NOT NULL CHECK (length(token) = 32),
                account BLOB NOT NULL CHECK (length(account) = 16),
                version INTEGER NOT NULL CHECK (version >= 1),
                stage INTEGER NOT NULL CHECK (stage BETWEEN 1 AND 255),
                step INTEGER,
                opened INTEGER NOT NULL,
                seen INTEGER NOT NULL CHECK (seen >= opened),
                ended INTEGER,
                PRIMARY KEY (jurisdiction, token),
                UNIQUE (jurisdiction, account, step),
                FOREIGN KEY (jurisdiction, account, version) REFERENCES accounts (jurisdiction, account, version)
            ) STRICT, WITHOUT ROWID;

            CREATE INDEX sessions_open ON sessions (jurisdiction, seen) WHERE ended IS NULL;

            CREATE TRIGGER sessions_only_end BEFORE UPDATE ON sessions
            WHEN OLD.ended IS NOT NULL OR NEW.seen < OLD.seen
                OR NEW.jurisdiction <> OLD.jurisdiction OR NEW.token <> OLD.token OR NEW.account <> OLD.account
                OR NEW.version <> OLD.version OR NEW.stage <> OLD.stage OR NEW.step IS NOT OLD.step
                OR NEW.opened <> OLD.opened
            BEGIN SELECT raise(ABORT, 'a session can only go on or end'); END;

            CREATE TRIGGER sessions_no_delete BEFORE DELETE ON sessions
            BEGIN SELECT raise(ABORT, 'a session stays'); END;

            CREATE TABLE audit (
                jurisdiction TEXT NOT NULL CHECK (jurisdiction <> ''),
                position INTEGER NOT NULL CHECK (position >= 1),
                recorded INTEGER NOT NULL,
                command BLOB NOT NULL CHECK (length(command) = 16),
                actor BLOB CHECK (length(actor) = 16),
                action INTEGER NOT NULL CHECK (action BETWEEN 1 AND 255),
                outcome INTEGER NOT NULL CHECK (outcome BETWEEN 1 AND 255),
                about BLOB CHECK (length(about) = 32),
                content BLOB NOT NULL CHECK (length(content) = 32),
                box BLOB NOT NULL,
                digest BLOB NOT NULL CHECK (length(digest) = 32),
                PRIMARY KEY (jurisdiction, position),
                UNIQUE (jurisdiction, command)
            ) STRICT;

            CREATE INDEX audit_by_about ON audit (jurisdiction, about, action, outcome, position)
                WHERE about IS NOT NULL;

            CREATE TRIGGER audit_no_gap BEFORE INSERT ON audit
            WHEN NEW.position <> 1 + coalesce(
                (SELECT max(position) FROM audit WHERE jurisdiction = NEW.jurisdiction), 0)
            BEGIN SELECT raise(ABORT, 'the audit has no gaps'); END;

            CREATE TRIGGER audit_only_renewed BEFORE UPDATE ON audit
            WHEN length(NEW.box) <> length(OLD.box)
                OR NEW.jurisdiction <> OLD.jurisdiction OR NEW.position <> OLD.position
                OR NEW.recorded <> OLD.recorded OR NEW.command <> OLD.command OR NEW.actor IS NOT OLD.actor
                OR NEW.action <> OLD.action OR NEW.outcome <> OLD.outcome OR NEW.about IS NOT OLD.about
                OR NEW.content <> OLD.content OR NEW.digest <> OLD.digest
            BEGIN SELECT raise(ABORT, 'an audit record stays'); END;

            CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
            BEGIN SELECT raise(ABORT, 'an audit record stays'); END;

            CREATE TABLE audit_heads (
                jurisdiction TEXT NOT NULL PRIMARY KEY CHECK (jurisdiction <> ''),
                position INTEGER NOT NULL CHECK (position >= 0),
                digest BLOB NOT NULL CHECK (length(digest) = 32)
            ) STRICT, WITHOUT ROWID;

            CREATE TRIGGER audit_heads_only_forward BEFORE UPDATE ON audit_heads
            WHEN NEW.position < OLD.position OR NEW.jurisdiction <> OLD.jurisdiction
            BEGIN SELECT raise(ABORT, 'the head of the audit moves forward'); END;

            CREATE TRIGGER audit_heads_no_delete BEFORE DELETE ON audit_heads
            BEGIN SELECT raise(ABORT, 'the head of the audit stays'); END;
            """,
        postgresql: """
            CREATE TABLE accounts (
                jurisdiction TEXT COLLATE "C" NOT NULL CHECK (jurisdiction <> ''),
                number BIGINT NOT NULL CHECK (number >= 1),
                account BYTEA NOT NULL CHECK (octet_length(account) = 16),
                version BIGINT NOT NULL CHECK (version >= 1),
                login BYTEA NOT NULL CHECK (octet_length(login) = 32),
                name BYTEA NOT NULL CHECK (octet_length(name) = 32),
                recorded BIGINT NOT NULL,
                content BYTEA NOT NULL CHECK (octet_length(content) = 32),
                PRIMARY KEY (jurisdiction, number),
                UNIQUE (jurisdiction, account, version),
                UNIQUE (jurisdiction, login, version),
                UNIQUE (jurisdiction, name, version),
                FOREIGN KEY (jurisdiction, content) REFERENCES sealed (jurisdiction, digest)
            );

            CREATE FUNCTION accounts_no_gap() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF NEW.number <> 1 + coalesce(
                        (SELECT max(number) FROM accounts WHERE jurisdiction = NEW.jurisdiction), 0)
                    OR NEW.version <> 1 + coalesce(
                        (SELECT max(version) FROM accounts
                         WHERE jurisdiction = NEW.jurisdiction AND account = NEW.account), 0)
                THEN RAISE EXCEPTION 'versions of accounts have no gaps'; END IF;
                RETURN NEW;
            END $$;

            CREATE TRIGGER accounts_no_gap BEFORE INSERT ON accounts
            FOR EACH ROW EXECUTE FUNCTION accounts_no_gap();

            CREATE TRIGGER accounts_no_update BEFORE UPDATE ON accounts
            FOR EACH ROW EXECUTE FUNCTION sanding_refuse('a version of an account stays');

            CREATE TRIGGER accounts_no_delete BEFORE DELETE ON accounts
            FOR EACH ROW EXECUTE FUNCTION sanding_refuse('a version of an account stays');

            CREATE TRIGGER accounts_no_truncate BEFORE TRUNCATE ON accounts
            FOR EACH STATEMENT EXECUTE FUNCTION sanding_refuse('a version of an account stays');

            CREATE TABLE sessions (
                jurisdiction TEXT COLLATE "C" NOT NULL CHECK (jurisdiction <> ''),
                token BYTEA NOT NULL CHECK (octet_length(token) = 32),
                account BYTEA NOT NULL CHECK (octet_length(account) = 16),
                version BIGINT NOT NULL CHECK (version >= 1),
                stage BIGINT NOT NULL CHECK (stage BETWEEN 1 AND 255),
                step BIGINT,
                opened BIGINT NOT NULL,
                seen BIGINT NOT NULL CHECK (seen >= opened),
                ended BIGINT,
                PRIMARY KEY (jurisdiction, token),
                UNIQUE (jurisdiction, account, step),
                FOREIGN KEY (jurisdiction, account, version) REFERENCES accounts (jurisdiction, account, version)
            );

            CREATE INDEX sessions_open ON sessions (jurisdiction, seen) WHERE ended IS NULL;

            CREATE TRIGGER sessions_only_end BEFORE UPDATE ON sessions
            FOR EACH ROW WHEN (
                OLD.ended IS NOT NULL OR NEW.seen < OLD.seen
                OR NEW.jurisdiction <> OLD.jurisdiction OR NEW.token <> OLD.token OR NEW.account <> OLD.account
                OR NEW.version <> OLD.version OR NEW.stage <> OLD.stage OR NEW.step IS DISTINCT FROM OLD.step
                OR NEW.opened <> OLD.opened)
            EXECUTE FUNCTION sanding_refuse('a session can only go on or end');

            CREATE TRIGGER sessions_no_delete BEFORE DELETE ON sessions
            FOR EACH ROW EXECUTE FUNCTION sanding_refuse('a session stays');

            CREATE TRIGGER sessions_no_truncate BEFORE TRUNCATE ON sessions
            FOR EACH STATEMENT EXECUTE FUNCTION sanding_refuse('a session stays');

            CREATE TABLE audit (
                jurisdiction TEXT COLLATE "C" NOT NULL CHECK (jurisdiction <> ''),
                position BIGINT NOT NULL CHECK (position >= 1),
                recorded BIGINT NOT NULL,
                command BYTEA NOT NULL CHECK (octet_length(command) = 16),
                actor BYTEA CHECK (octet_length(actor) = 16),
                action BIGINT NOT NULL CHECK (action BETWEEN 1 AND 255),
                outcome BIGINT NOT NULL CHECK (outcome BETWEEN 1 AND 255),
                about BYTEA CHECK (octet_length(about) = 32),
                content BYTEA NOT NULL CHECK (octet_length(content) = 32),
                box BYTEA NOT NULL,
                digest BYTEA NOT NULL CHECK (octet_length(digest) = 32),
                PRIMARY KEY (jurisdiction, position),
                UNIQUE (jurisdiction, command)
            );

            CREATE INDEX audit_by_about ON audit (jurisdiction, about, action, outcome, position)
                WHERE about IS NOT NULL;

            CREATE FUNCTION audit_no_gap() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF NEW.position <> 1 + coalesce(
                    (SELECT max(position) FROM audit WHERE jurisdiction = NEW.jurisdiction), 0)
                THEN RAISE EXCEPTION 'the audit has no gaps'; END IF;
                RETURN NEW;
            END $$;

            CREATE TRIGGER audit_no_gap BEFORE INSERT ON audit
            FOR EACH ROW EXECUTE FUNCTION audit_no_gap();

            CREATE TRIGGER audit_only_renewed BEFORE UPDATE ON audit
            FOR EACH ROW WHEN (
                octet_length(NEW.box) <> octet_length(OLD.box)
                OR NEW.jurisdiction <> OLD.jurisdiction OR NEW.position <> OLD.position
                OR NEW.recorded <> OLD.recorded OR NEW.command <> OLD.command
                OR NEW.actor IS DISTINCT FROM OLD.actor OR NEW.action <> OLD.action OR NEW.outcome <> OLD.outcome
                OR NEW.about IS DISTINCT FROM OLD.about OR NEW.content <> OLD.content OR NEW.digest <> OLD.digest)
            EXECUTE FUNCTION sanding_refuse('an audit record stays');

            CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
            FOR EACH ROW EXECUTE FUNCTION sanding_refuse('an audit record stays');

            CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON audit
            FOR EACH STATEMENT EXECUTE FUNCTION sanding_refuse('an audit record stays');

            CREATE TABLE audit_heads (
                jurisdiction TEXT COLLATE "C" NOT NULL PRIMARY KEY CHECK (jurisdiction <> ''),
                position BIGINT NOT NULL CHECK (position >= 0),
                digest BYTEA NOT NULL CHECK (octet_length(digest) = 32)
            );

            CREATE TRIGGER audit_heads_only_forward BEFORE UPDATE ON audit_heads
            FOR EACH ROW WHEN (NEW.position < OLD.position OR NEW.jurisdiction <> OLD.jurisdiction)
            EXECUTE FUNCTION sanding_refuse('the head of the audit moves forward');

            CREATE TRIGGER audit_heads_no_delete BEFORE DELETE ON audit_heads
            FOR EACH ROW EXECUTE FUNCTION sanding_refuse('the head of the audit stays');

            CREATE TRIGGER audit_heads_no_truncate BEFORE TRUNCATE ON audit_heads
            FOR EACH STATEMENT EXECUTE FUNCTION sanding_refuse('the head of the audit stays');
            """)
}
