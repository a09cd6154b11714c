extension Migration {
    /// Drafts of plans, one row a revision: the last of a draft says how it stands and the earlier ones stay. A revision
    /// has the one it was made from and, where two drafts were merged, the other one.
    ///
    /// What a draft is called and says is sealed; its revisions have no gaps.
    static let drafts = Migration(
        version: 5,
        sql: """
            CREATE TABLE plan_drafts (
                jurisdiction TEXT NOT NULL CHECK (jurisdiction <> ''),
                draft BLOB NOT NULL CHECK (length(draft) = 16),
                revision INTEGER NOT NULL CHECK (revision >= 1),
                parent_draft BLOB CHECK (length(parent_draft) = 16),
                parent_revision INTEGER CHECK (parent_revision >= 1),
                other_draft BLOB CHECK (length(other_draft) = 16),
                other_revision INTEGER CHECK (other_revision >= 1),
                base INTEGER NOT NULL CHECK (base >= 0),
                officer BLOB NOT NULL CHECK (length(officer) = 16),
                recorded INTEGER NOT NULL,
                text BLOB NOT NULL CHECK (length(text) = 32),
                PRIMARY KEY (jurisdiction, draft, revision),
                FOREIGN KEY (jurisdiction, text) REFERENCES sealed (jurisdiction, digest),
                CHECK ((parent_draft IS NULL) = (parent_revision IS NULL)),
                CHECK ((other_draft IS NULL) = (other_revision IS NULL))
            ) STRICT, WITHOUT ROWID;

            CREATE TRIGGER plan_drafts_no_gap BEFORE INSERT ON plan_drafts
            WHEN NEW.revision <> 1 + coalesce(
                (SELECT max(revision) FROM plan_drafts
                 WHERE jurisdiction = NEW.jurisdiction AND draft = NEW.draft), 0)
            BEGIN SELECT raise(ABORT, 'the revisions of a draft have no gaps'); END;

            CREATE TRIGGER plan_drafts_no_update BEFORE UPDATE ON plan_drafts
            BEGIN SELECT raise(ABORT, 'a revision stays'); END;

            CREATE TRIGGER plan_drafts_no_delete BEFORE DELETE ON plan_drafts
            BEGIN SELECT raise(ABORT, 'a revision stays'); END;
            """,
        postgresql: """
            CREATE TABLE plan_drafts (
                jurisdiction TEXT COLLATE "C" NOT NULL CHECK (jurisdiction <> ''),
                draft BYTEA NOT NULL CHECK (octet_length(draft) = 16),
                revision BIGINT NOT NULL CHECK (revision >= 1),
                parent_draft BYTEA CHECK (octet_length(parent_draft) = 16),
                parent_revision BIGINT CHECK (parent_revision >= 1),
                other_draft BYTEA CHECK (octet_length(other_draft) = 16),
                other_revision BIGINT CHECK (other_revision >= 1),
                base BIGINT NOT NULL CHECK (base >= 0),
                officer BYTEA NOT NULL CHECK (octet_length(officer) = 16),
                recorded BIGINT NOT NULL,
                text BYTEA NOT NULL CHECK (octet_length(text) = 32),
                PRIMARY KEY (jurisdiction, draft, revision),
                FOREIGN KEY (jurisdiction, text) REFERENCES sealed (jurisdiction, digest),
                CHECK ((parent_draft IS NULL) = (parent_revision IS NULL)),
                CHECK ((other_draft IS NULL) = (other_revision IS NULL))
            );

            CREATE FUNCTION plan_drafts_no_gap() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF NEW.revision <> 1 + coalesce(
                    (SELECT max(revision) FROM plan_drafts
                     WHERE jurisdiction = NEW.jurisdiction AND draft = NEW.draft), 0)
                THEN RAISE EXCEPTION 'the revisions of a draft have no gaps'; END IF;
                RETURN NEW;
            END $$;

            CREATE TRIGGER plan_drafts_no_gap BEFORE INSERT ON plan_drafts
            FOR EACH ROW EXECUTE FUNCTION plan_drafts_no_gap();

            CREATE TRIGGER plan_drafts_no_update BEFORE UPDATE ON plan_drafts
            FOR EACH ROW EXECUTE FUNCTION sanding_refuse('a revision stays');

            CREATE TRIGGER plan_drafts_no_delete BEFORE DELETE ON plan_drafts
            FOR EACH ROW EXECUTE FUNCTION sanding_refuse('a revision stays');

            CREATE TRIGGER plan_drafts_no_truncate BEFORE TRUNCATE ON plan_drafts
            FOR EACH STATEMENT EXECUTE FUNCTION sanding_refuse('a revision stays');
            """)
}
