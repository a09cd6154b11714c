extension Migration {
    /// The journal and its head. Every key begins with the jurisdiction, so that tables can be distributed by it.
    ///
    /// A trigger before INSERT keeps positions without gap; it also stops INSERT OR REPLACE, which deletes without
    /// asking the triggers on DELETE. PostgreSQL tells other nodes of each entry when it is committed.
    static let journal = Migration(
        version: 1,
        sql: """
            CREATE TABLE journal (
                jurisdiction TEXT NOT NULL CHECK (jurisdiction <> ''),
                position INTEGER NOT NULL CHECK (position >= 1),
                recorded INTEGER NOT NULL,
                command BLOB NOT NULL CHECK (length(command) = 16),
                digest BLOB NOT NULL CHECK (length(digest) = 32),
                body BLOB NOT NULL CHECK (length(body) > 0),
                PRIMARY KEY (jurisdiction, position),
                UNIQUE (jurisdiction, command)
            ) STRICT;

            CREATE TABLE head (
                jurisdiction TEXT NOT NULL PRIMARY KEY,
                position INTEGER NOT NULL,
                digest BLOB NOT NULL CHECK (length(digest) = 32),
                FOREIGN KEY (jurisdiction, position) REFERENCES journal (jurisdiction, position)
                    DEFERRABLE INITIALLY DEFERRED
            ) STRICT, WITHOUT ROWID;

            CREATE TRIGGER journal_no_gap BEFORE INSERT ON journal
            WHEN NEW.position <> 1 + coalesce(
                (SELECT max(position) FROM journal WHERE jurisdiction = NEW.jurisdiction), 0)
            BEGIN SELECT raise(ABORT, 'the journal has no gaps'); END;

            CREATE TRIGGER journal_one_command BEFORE INSERT ON journal
            WHEN EXISTS (SELECT 1 FROM journal WHERE jurisdiction = NEW.jurisdiction AND command = NEW.command)
            BEGIN SELECT raise(ABORT, 'a command is recorded once'); END;

            CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal
            BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;

            CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal
            BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;

            CREATE TRIGGER head_one_step BEFORE UPDATE ON head
            WHEN NEW.position <> OLD.position + 1 OR NEW.jurisdiction <> OLD.jurisdiction
            BEGIN SELECT raise(ABORT, 'a head moves by one'); END;

            CREATE TRIGGER head_no_delete BEFORE DELETE ON head
            BEGIN SELECT raise(ABORT, 'a head stays'); END;
            """,
        postgresql: """
            CREATE TABLE journal (
                jurisdiction TEXT COLLATE "C" NOT NULL CHECK (jurisdiction <> ''),
                position BIGINT NOT NULL CHECK (position >= 1),
                recorded BIGINT NOT NULL,
                command BYTEA NOT NULL CHECK (octet_length(command) = 16),
                digest BYTEA NOT NULL CHECK (octet_length(digest) = 32),
                body BYTEA NOT NULL CHECK (octet_length(body) > 0),
                PRIMARY KEY (jurisdiction, position),
                UNIQUE (jurisdiction, command)
            );

            CREATE TABLE head (
                jurisdiction TEXT COLLATE "C" NOT NULL PRIMARY KEY,
                position BIGINT NOT NULL,
                digest BYTEA NOT NULL CHECK (octet_length(digest) = 32),
                FOREIGN KEY (jurisdiction, position) REFERENCES journal (jurisdiction, position)
                    DEFERRABLE INITIALLY DEFERRED
            );

            CREATE FUNCTION sanding_refuse() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION '%', TG_ARGV[0]; END $$;

            CREATE FUNCTION journal_no_gap() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF NEW.position <> 1 + coalesce(
                    (SELECT max(position) FROM journal WHERE jurisdiction = NEW.jurisdiction), 0)
                THEN RAISE EXCEPTION 'the journal has no gaps'; END IF;
                RETURN NEW;
            END $$;

            CREATE TRIGGER journal_no_gap BEFORE INSERT ON journal
            FOR EACH ROW EXECUTE FUNCTION journal_no_gap();

            CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal
            FOR EACH ROW EXECUTE FUNCTION sanding_refuse('the journal is append-only');

            CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal
            FOR EACH ROW EXECUTE FUNCTION sanding_refuse('the journal is append-only');

            CREATE TRIGGER journal_no_truncate BEFORE TRUNCATE ON journal
            FOR EACH STATEMENT EXECUTE FUNCTION sanding_refuse('the journal is append-only');

            CREATE TRIGGER head_one_step BEFORE UPDATE ON head
            FOR EACH ROW WHEN (NEW.position <> OLD.position + 1 OR NEW.jurisdiction <> OLD.jurisdiction)
            EXECUTE FUNCTION sanding_refuse('a head moves by one');

            CREATE TRIGGER head_no_delete BEFORE DELETE ON head
            FOR EACH ROW EXECUTE FUNCTION sanding_refuse('a head stays');

            CREATE TRIGGER head_no_truncate BEFORE TRUNCATE ON head
            FOR EACH STATEMENT EXECUTE FUNCTION sanding_refuse('a head stays');

            CREATE FUNCTION journal_tell() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                PERFORM pg_notify('sanding_journal', NEW.jurisdiction || ' ' || NEW.position);
                RETURN NULL;
            END $$;

            CREATE TRIGGER journal_tell AFTER INSERT ON journal
            FOR EACH ROW EXECUTE FUNCTION journal_tell();
            """)
}
