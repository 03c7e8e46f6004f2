"""The tables, as ordered migrations. A migration that has shipped is never edited."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlite_utils.migrations import Migrations

if TYPE_CHECKING:
    from sqlite_utils import Database

migrations = Migrations("odv")

FIRST_TABLES = """
CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL);

CREATE TABLE track (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, theme TEXT NOT NULL,
    position INTEGER NOT NULL, created_at TEXT NOT NULL, removed_at TEXT
);
CREATE TABLE organisation (
    id TEXT PRIMARY KEY, track_id TEXT NOT NULL REFERENCES track (id),
    name TEXT NOT NULL, sector TEXT NOT NULL, place TEXT NOT NULL, tile INTEGER NOT NULL,
    position INTEGER NOT NULL, removed_at TEXT
);
CREATE TABLE person (
    id TEXT PRIMARY KEY, track_id TEXT NOT NULL REFERENCES track (id),
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    name TEXT NOT NULL, name_key TEXT NOT NULL, function TEXT NOT NULL, pose TEXT NOT NULL,
    created_at TEXT NOT NULL, removed_at TEXT
);
CREATE INDEX person_by_track ON person (track_id);

CREATE TABLE meeting (
    id TEXT PRIMARY KEY, track_id TEXT NOT NULL REFERENCES track (id),
    title TEXT NOT NULL, date TEXT NOT NULL, place TEXT NOT NULL, position INTEGER NOT NULL,
    code TEXT NOT NULL UNIQUE, state TEXT NOT NULL, face TEXT NOT NULL,
    current_activity_id TEXT, may_add_organisation INTEGER NOT NULL, secret TEXT NOT NULL,
    removed_at TEXT
);
CREATE TABLE activity (
    id TEXT PRIMARY KEY, meeting_id TEXT NOT NULL REFERENCES meeting (id), kind TEXT NOT NULL,
    config TEXT NOT NULL, minutes INTEGER NOT NULL, position INTEGER NOT NULL,
    state TEXT NOT NULL, phase TEXT NOT NULL, running_since TEXT, spent_seconds REAL NOT NULL,
    timer TEXT, removed_at TEXT
);
CREATE INDEX activity_by_meeting ON activity (meeting_id);

CREATE TABLE attendance (
    meeting_id TEXT NOT NULL REFERENCES meeting (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    joined_at TEXT NOT NULL, by_hand INTEGER NOT NULL, removed_at TEXT,
    PRIMARY KEY (meeting_id, person_id)
);
CREATE TABLE device (
    token_hash TEXT PRIMARY KEY, meeting_id TEXT NOT NULL REFERENCES meeting (id),
    person_id TEXT NOT NULL REFERENCES person (id), created_at TEXT NOT NULL,
    took_over INTEGER NOT NULL, settled INTEGER NOT NULL, revoked_at TEXT
);
CREATE INDEX device_by_meeting ON device (meeting_id, person_id);

CREATE TABLE contribution (
    id INTEGER PRIMARY KEY, activity_id TEXT NOT NULL REFERENCES activity (id),
    author TEXT NOT NULL, slot TEXT NOT NULL, payload TEXT NOT NULL,
    by_hand INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
    removed_at TEXT, UNIQUE (activity_id, author, slot)
);
CREATE TABLE contribution_history (
    id INTEGER PRIMARY KEY, contribution_id INTEGER NOT NULL REFERENCES contribution (id),
    client_id TEXT NOT NULL UNIQUE, payload TEXT NOT NULL, by_hand INTEGER NOT NULL,
    at TEXT NOT NULL
);
CREATE INDEX history_by_contribution ON contribution_history (contribution_id);

CREATE TABLE revision (
    meeting_id TEXT NOT NULL, topic TEXT NOT NULL, number INTEGER NOT NULL,
    PRIMARY KEY (meeting_id, topic)
);
CREATE TABLE pass (
    token_hash TEXT PRIMARY KEY, role TEXT NOT NULL, meeting_id TEXT,
    created_at TEXT NOT NULL, expires_at TEXT NOT NULL
);
CREATE TABLE removal (
    id TEXT PRIMARY KEY, scope TEXT NOT NULL, label TEXT NOT NULL, changes TEXT NOT NULL,
    at TEXT NOT NULL, undone_at TEXT
);
CREATE INDEX removal_by_scope ON removal (scope);
"""


@migrations()
def first_tables(db: Database) -> None:
    """Tracks, meetings, people, contributions, revisions and access."""
    for statement in FIRST_TABLES.split(";"):
        if statement.strip():
            db.conn.execute(statement)


@migrations()
def who_wrote_for_an_organisation(db: Database) -> None:
    """What an organisation owns is written by one of its people: who, on each change."""
    for table in ("contribution", "contribution_history"):
        db.conn.execute(f"ALTER TABLE {table} ADD COLUMN by_person TEXT NOT NULL DEFAULT ''")


@migrations()
def own_content(db: Database) -> None:
    """Contents of exercises that were kept for a next time, and the framework of a track."""
    db.conn.execute(
        "CREATE TABLE saved_content ("
        " id TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, config TEXT NOT NULL,"
        " created_at TEXT NOT NULL, removed_at TEXT)"
    )
    db.conn.execute("ALTER TABLE track ADD COLUMN framework TEXT NOT NULL DEFAULT ''")


@migrations()
def pictures(db: Database) -> None:
    """Photos that phones send in, as small as they were made on the way in."""
    db.conn.execute(
        "CREATE TABLE picture (id TEXT PRIMARY KEY, meeting_id TEXT NOT NULL REFERENCES meeting"
        " (id), activity_id TEXT NOT NULL REFERENCES activity (id), by_person TEXT NOT NULL,"
        " digest TEXT NOT NULL, media TEXT NOT NULL, width INTEGER NOT NULL,"
        " height INTEGER NOT NULL, content BLOB NOT NULL, created_at TEXT NOT NULL)"
    )
    db.conn.execute("CREATE INDEX picture_by_activity ON picture (activity_id, by_person)")


@migrations()
def homework(db: Database) -> None:
    """Exercises that people go on with at home, and the links by which they do."""
    db.conn.execute("ALTER TABLE activity ADD COLUMN at_home INTEGER NOT NULL DEFAULT 0")
    db.conn.execute("ALTER TABLE activity ADD COLUMN due TEXT")
    db.conn.execute(
        "CREATE TABLE home_link (token_hash TEXT PRIMARY KEY, meeting_id TEXT NOT NULL REFERENCES"
        " meeting (id), person_id TEXT NOT NULL REFERENCES person (id), created_at TEXT NOT NULL,"
        " used_at TEXT, revoked_at TEXT)"
    )
    db.conn.execute("CREATE INDEX home_link_by_meeting ON home_link (meeting_id, person_id)")
    db.conn.execute("ALTER TABLE device ADD COLUMN home_link TEXT NOT NULL DEFAULT ''")
    db.conn.execute("ALTER TABLE device ADD COLUMN home_activity TEXT NOT NULL DEFAULT ''")


@migrations()
def expected_people(db: Database) -> None:
    """How many people the facilitator expects at a meeting; NULL for all people of the track."""
    db.conn.execute("ALTER TABLE meeting ADD COLUMN expected INTEGER")


@migrations()
def erased_people(db: Database) -> None:
    """When somebody's name was erased; what the person's answers say stays."""
    db.conn.execute("ALTER TABLE person ADD COLUMN erased_at TEXT")


@migrations()
def short_names(db: Database) -> None:
    """The short name that the facilitator gave to an organisation; empty where none was given."""
    db.conn.execute("ALTER TABLE organisation ADD COLUMN short TEXT NOT NULL DEFAULT ''")


@migrations()
def own_title(db: Database) -> None:
    """A title that an exercise has on one agenda; '' for that of its kind."""
    db.conn.execute("ALTER TABLE activity ADD COLUMN title TEXT NOT NULL DEFAULT ''")


@migrations()
def documents(db: Database) -> None:
    """What documents need besides answers: agreements of a meeting, the facilitator's own part of a
    report, whether a name may stand in it, names in texts, and until when a track is kept."""
    db.conn.execute(
        "CREATE TABLE agreement (id TEXT PRIMARY KEY, meeting_id TEXT NOT NULL REFERENCES meeting"
        " (id), text TEXT NOT NULL, due TEXT NOT NULL, position INTEGER NOT NULL,"
        " removed_at TEXT)"
    )
    db.conn.execute("CREATE INDEX agreement_by_meeting ON agreement (meeting_id)")
    db.conn.execute(
        "CREATE TABLE report_part (track_id TEXT NOT NULL REFERENCES track (id), key TEXT NOT NULL,"
        " included INTEGER NOT NULL, position INTEGER, text TEXT NOT NULL,"
        " PRIMARY KEY (track_id, key))"
    )
    db.conn.execute(
        "CREATE TABLE name_in_text (track_id TEXT NOT NULL REFERENCES track (id),"
        " place TEXT NOT NULL, instead TEXT NOT NULL, PRIMARY KEY (track_id, place))"
    )
    db.conn.execute("ALTER TABLE person ADD COLUMN consent TEXT NOT NULL DEFAULT ''")
    db.conn.execute("ALTER TABLE track ADD COLUMN keep_until TEXT NOT NULL DEFAULT ''")


@migrations()
def visits(db: Database) -> None:
    """Who visits whom: the visit, the people who go, and its days."""
    db.conn.execute(
        "CREATE TABLE visit (id TEXT PRIMARY KEY, track_id TEXT NOT NULL REFERENCES track (id),"
        " host_id TEXT NOT NULL REFERENCES organisation (id),"
        " visitor_id TEXT NOT NULL REFERENCES organisation (id),"
        " count INTEGER NOT NULL, kind TEXT NOT NULL, state TEXT NOT NULL, mentor TEXT NOT NULL,"
        " place TEXT NOT NULL, lodging TEXT NOT NULL, why TEXT NOT NULL,"
        " announced INTEGER NOT NULL, position INTEGER NOT NULL, created_at TEXT NOT NULL,"
        " removed_at TEXT)"
    )
    db.conn.execute("CREATE INDEX visit_by_track ON visit (track_id)")
    db.conn.execute(
        "CREATE TABLE visit_guest (visit_id TEXT NOT NULL REFERENCES visit (id),"
        " person_id TEXT NOT NULL REFERENCES person (id), PRIMARY KEY (visit_id, person_id))"
    )
    db.conn.execute(
        "CREATE TABLE visit_day (visit_id TEXT NOT NULL REFERENCES visit (id),"
        " date TEXT NOT NULL, start TEXT NOT NULL, until TEXT NOT NULL,"
        " PRIMARY KEY (visit_id, date))"
    )


@migrations()
def hours_of_a_meeting(db: Database) -> None:
    """When a meeting starts ('HH:MM', '' for not chosen), and what people bring to it."""
    db.conn.execute("ALTER TABLE meeting ADD COLUMN start TEXT NOT NULL DEFAULT ''")
    db.conn.execute("ALTER TABLE meeting ADD COLUMN bring TEXT NOT NULL DEFAULT ''")


@migrations()
def calendar_events(db: Database) -> None:
    """What each reader was last given of the events of a visit in a calendar file: the id of a
    person, or '' for who has no calendar of their own."""
    db.conn.execute(
        "CREATE TABLE calendar_event (visit_id TEXT NOT NULL REFERENCES visit (id),"
        " reader TEXT NOT NULL, key TEXT NOT NULL, sequence INTEGER NOT NULL, mark TEXT NOT NULL,"
        " date TEXT NOT NULL, start TEXT NOT NULL, until TEXT NOT NULL,"
        " PRIMARY KEY (visit_id, reader, key))"
    )


@migrations()
def own_pages(db: Database) -> None:
    """One lasting link for each person of a track, and the browsers in which it was opened. The
    links of single meetings that were given before become such links."""
    db.conn.execute(
        "CREATE TABLE own_link (token_hash TEXT PRIMARY KEY, track_id TEXT NOT NULL REFERENCES"
        " track (id), person_id TEXT NOT NULL REFERENCES person (id), created_at TEXT NOT NULL,"
        " used_at TEXT, revoked_at TEXT)"
    )
    db.conn.execute("CREATE INDEX own_link_by_person ON own_link (person_id)")
    db.conn.execute("CREATE INDEX own_link_by_track ON own_link (track_id)")
    db.conn.execute(
        "CREATE TABLE own_opening (token_hash TEXT PRIMARY KEY, link TEXT NOT NULL REFERENCES"
        " own_link (token_hash), opened_at TEXT NOT NULL, seen_at TEXT NOT NULL, closed_at TEXT)"
    )
    db.conn.execute("CREATE INDEX own_opening_by_link ON own_opening (link)")
    db.conn.execute(
        "INSERT INTO own_link SELECT token_hash, track_id, person_id, created_at, used_at,"
        " revoked_at FROM home_link JOIN meeting ON meeting.id = meeting_id"
    )
    db.conn.execute("DROP TABLE home_link")


@migrations()
def matching(db: Database) -> None:
    """What the organiser decides for who visits whom. What `number` and `host_id` say hangs on the
    kind; see state/matching.py."""
    db.conn.execute(
        "CREATE TABLE matching_choice (id TEXT PRIMARY KEY, track_id TEXT NOT NULL REFERENCES track"
        " (id), kind TEXT NOT NULL, organisation_id TEXT NOT NULL REFERENCES organisation (id),"
        " host_id TEXT REFERENCES organisation (id), number INTEGER NOT NULL, note TEXT NOT NULL,"
        " created_at TEXT NOT NULL, removed_at TEXT)"
    )
    db.conn.execute("CREATE INDEX matching_choice_by_track ON matching_choice (track_id)")


@migrations()
def visit_notebooks(db: Database) -> None:
    """What guests note on a visit, each for themselves until they share it, and their photos."""
    db.conn.execute(
        "CREATE TABLE visit_note (id TEXT PRIMARY KEY, visit_id TEXT NOT NULL REFERENCES visit"
        " (id), person_id TEXT NOT NULL REFERENCES person (id), client_id TEXT NOT NULL,"
        " kind TEXT NOT NULL, text TEXT NOT NULL, area INTEGER, indicator INTEGER,"
        " consent TEXT NOT NULL, shared INTEGER NOT NULL, day TEXT NOT NULL,"
        " created_at TEXT NOT NULL, updated_at TEXT NOT NULL, removed_at TEXT,"
        " UNIQUE (person_id, client_id))"
    )
    db.conn.execute("CREATE INDEX visit_note_by_visit ON visit_note (visit_id, person_id)")
    db.conn.execute(
        "CREATE TABLE note_picture (id TEXT PRIMARY KEY, note_id TEXT NOT NULL REFERENCES"
        " visit_note (id), client_id TEXT NOT NULL, digest TEXT NOT NULL, media TEXT NOT NULL,"
        " width INTEGER NOT NULL, height INTEGER NOT NULL, content BLOB NOT NULL,"
        " created_at TEXT NOT NULL, UNIQUE (note_id, client_id))"
    )


@migrations()
def calls_and_applications(db: Database) -> None:
    """The call of a track, who applied, and the links by which applicants come back."""
    db.conn.execute(
        "CREATE TABLE call (track_id TEXT PRIMARY KEY REFERENCES track (id),"
        " code TEXT NOT NULL UNIQUE, state TEXT NOT NULL, deadline TEXT NOT NULL,"
        " texts TEXT NOT NULL, form TEXT NOT NULL, most_people INTEGER NOT NULL,"
        " secret TEXT NOT NULL, updated_at TEXT NOT NULL)"
    )
    db.conn.execute(
        "CREATE TABLE application (id TEXT PRIMARY KEY, track_id TEXT NOT NULL REFERENCES track"
        " (id), status TEXT NOT NULL, answers TEXT NOT NULL, decision TEXT NOT NULL,"
        " phone_note TEXT NOT NULL, adds TEXT NOT NULL, seeks TEXT NOT NULL, doubts TEXT NOT NULL,"
        " organisation_id TEXT REFERENCES organisation (id), created_at TEXT NOT NULL,"
        " updated_at TEXT NOT NULL, sent_at TEXT, withdrawn_at TEXT, late_at TEXT)"
    )
    db.conn.execute("CREATE INDEX application_by_track ON application (track_id)")
    db.conn.execute("CREATE INDEX application_by_organisation ON application (organisation_id)")
    db.conn.execute(
        "CREATE TABLE application_link (token_hash TEXT PRIMARY KEY, application_id TEXT NOT NULL"
        " REFERENCES application (id), created_at TEXT NOT NULL, revoked_at TEXT)"
    )
    db.conn.execute(
        "CREATE INDEX application_link_by_application ON application_link (application_id)"
    )


@migrations()
def restrictions(db: Database) -> None:
    """How far somebody lets go what they gave, each slot with the first one of what belongs
    together; and on which day the report of a track is printed, after which that is closed."""
    db.conn.execute(
        "CREATE TABLE restriction (activity_id TEXT NOT NULL REFERENCES activity (id),"
        " author TEXT NOT NULL, slot TEXT NOT NULL, thing TEXT NOT NULL, place TEXT NOT NULL,"
        " naming TEXT NOT NULL, by_person TEXT NOT NULL, at TEXT NOT NULL,"
        " PRIMARY KEY (activity_id, author, slot, by_person))"
    )
    db.conn.execute("ALTER TABLE track ADD COLUMN print_day TEXT NOT NULL DEFAULT ''")


@migrations()
def several_organisers(db: Database) -> None:
    """People who prepare with an own name and passcode, the tracks that are theirs or shared with
    them, and what each changed. Without any of them there is one passcode for all."""
    db.conn.execute(
        "CREATE TABLE organiser (id TEXT PRIMARY KEY, name TEXT NOT NULL, passcode_hash TEXT NOT"
        " NULL DEFAULT '', administrator INTEGER NOT NULL DEFAULT 0, email TEXT NOT NULL DEFAULT"
        " '', issuer TEXT NOT NULL DEFAULT '', subject TEXT NOT NULL DEFAULT '',"
        " approved INTEGER NOT NULL DEFAULT 1, created_at TEXT NOT NULL, removed_at TEXT)"
    )
    db.conn.execute(
        "CREATE TABLE track_organiser (track_id TEXT NOT NULL REFERENCES track (id), organiser_id"
        " TEXT NOT NULL REFERENCES organiser (id), role TEXT NOT NULL, added_at TEXT NOT NULL,"
        " PRIMARY KEY (track_id, organiser_id))"
    )
    db.conn.execute("CREATE INDEX track_organiser_by_organiser ON track_organiser (organiser_id)")
    db.conn.execute(
        "CREATE TABLE track_change (id INTEGER PRIMARY KEY, track_id TEXT NOT NULL, organiser_id"
        " TEXT NOT NULL, at TEXT NOT NULL, what TEXT NOT NULL, row TEXT NOT NULL, action TEXT NOT"
        " NULL, columns TEXT NOT NULL, times INTEGER NOT NULL DEFAULT 1)"
    )
    db.conn.execute("CREATE INDEX track_change_by_track ON track_change (track_id, at)")
    db.conn.execute("ALTER TABLE pass ADD COLUMN organiser_id TEXT NOT NULL DEFAULT ''")
    db.conn.execute("ALTER TABLE saved_content ADD COLUMN organiser_id TEXT NOT NULL DEFAULT ''")


@migrations()
def visit_offers(db: Database) -> None:
    """Kijkstages: what an organisation offers to see, on which days, who took a place, and what
    each still has to be told. `number` gives the order in which people asked."""
    db.conn.execute(
        "CREATE TABLE visit_rule (track_id TEXT PRIMARY KEY REFERENCES track (id),"
        " is_on INTEGER NOT NULL, others_first INTEGER NOT NULL)"
    )
    db.conn.execute(
        "CREATE TABLE visit_offer (id TEXT PRIMARY KEY, track_id TEXT NOT NULL REFERENCES track"
        " (id), host_id TEXT NOT NULL REFERENCES organisation (id), shown TEXT NOT NULL,"
        " audience TEXT NOT NULL, contact TEXT NOT NULL, directions TEXT NOT NULL,"
        " bring TEXT NOT NULL, area INTEGER, created_at TEXT NOT NULL, called_off_at TEXT)"
    )
    db.conn.execute("CREATE INDEX visit_offer_by_track ON visit_offer (track_id)")
    db.conn.execute(
        "CREATE TABLE offer_day (id TEXT PRIMARY KEY, offer_id TEXT NOT NULL REFERENCES"
        " visit_offer (id), date TEXT NOT NULL, start TEXT NOT NULL, until TEXT NOT NULL,"
        " places INTEGER NOT NULL, created_at TEXT NOT NULL, called_off_at TEXT)"
    )
    db.conn.execute("CREATE INDEX offer_day_by_offer ON offer_day (offer_id)")
    db.conn.execute(
        "CREATE TABLE visit_place (id TEXT PRIMARY KEY, day_id TEXT NOT NULL REFERENCES offer_day"
        " (id), person_id TEXT NOT NULL REFERENCES person (id), number INTEGER NOT NULL,"
        " state TEXT NOT NULL, why TEXT NOT NULL, brings TEXT NOT NULL,"
        " visit_id TEXT REFERENCES visit (id), unexpected TEXT NOT NULL, tells TEXT NOT NULL,"
        " calls TEXT NOT NULL, shared INTEGER NOT NULL, for_host TEXT NOT NULL,"
        " printable INTEGER NOT NULL, for_home TEXT NOT NULL, created_at TEXT NOT NULL,"
        " updated_at TEXT NOT NULL)"
    )
    db.conn.execute("CREATE INDEX visit_place_by_person ON visit_place (person_id)")
    db.conn.execute("CREATE INDEX visit_place_by_visit ON visit_place (visit_id)")
    db.conn.execute("CREATE INDEX visit_place_by_day ON visit_place (day_id)")
    db.conn.execute(
        "CREATE UNIQUE INDEX one_place_a_day ON visit_place (day_id, person_id)"
        " WHERE state IN ('taken', 'waiting')"
    )
    db.conn.execute(
        "CREATE TABLE visit_notice (id TEXT PRIMARY KEY, person_id TEXT NOT NULL REFERENCES person"
        " (id), day_id TEXT NOT NULL REFERENCES offer_day (id), kind TEXT NOT NULL,"
        " about TEXT NOT NULL, detail TEXT NOT NULL, created_at TEXT NOT NULL, seen_at TEXT)"
    )
    db.conn.execute("CREATE INDEX visit_notice_by_person ON visit_notice (person_id)")


@migrations()
def guests(db: Database) -> None:
    """Who is at a meeting without being of an organisation: a phone and no name. `token_hash` is
    NULL for a guest of a track that was read in."""
    db.conn.execute(
        "CREATE TABLE guest (id TEXT PRIMARY KEY, meeting_id TEXT NOT NULL REFERENCES meeting (id),"
        " token_hash TEXT UNIQUE, joined_at TEXT NOT NULL, left_at TEXT)"
    )
    db.conn.execute("CREATE INDEX guest_by_meeting ON guest (meeting_id)")


@migrations()
def given_passcodes_and_screen_links(db: Database) -> None:
    """Whether an organiser still has the passcode that an administrator gave; and how often the
    links to the screen of a meeting were made anew."""
    db.conn.execute("ALTER TABLE organiser ADD COLUMN passcode_given INTEGER NOT NULL DEFAULT 0")
    db.conn.execute("ALTER TABLE meeting ADD COLUMN screen_number INTEGER NOT NULL DEFAULT 0")


@migrations()
def known_phones(db: Database) -> None:
    """Whether a phone showed that it is its person's, and whether that person is known to be of the
    organisation. Phones that were let in before this was asked are believed."""
    db.conn.execute("ALTER TABLE device ADD COLUMN proven INTEGER NOT NULL DEFAULT 0")
    db.conn.execute("ALTER TABLE device ADD COLUMN insider INTEGER NOT NULL DEFAULT 1")
    db.conn.execute("UPDATE device SET proven = 1 WHERE took_over = 0 OR settled = 1")


@migrations()
def who_went_home(db: Database) -> None:
    """Whether the facilitator said of somebody at a meeting that they went home."""
    db.conn.execute("ALTER TABLE attendance ADD COLUMN went_home INTEGER NOT NULL DEFAULT 0")


@migrations()
def two_people_again(db: Database) -> None:
    """What is needed to part two people of whom it was said that they are one; "" for a removal
    of anything else."""
    db.conn.execute("ALTER TABLE removal ADD COLUMN joined TEXT NOT NULL DEFAULT ''")


@migrations()
def not_coming(db: Database) -> None:
    """Of whom the facilitator said that they do not come to a meeting. What such a person filled
    in at home stays, so this is no attendance that was removed."""
    db.conn.execute(
        "CREATE TABLE absence (meeting_id TEXT NOT NULL REFERENCES meeting (id),"
        " person_id TEXT NOT NULL REFERENCES person (id), PRIMARY KEY (meeting_id, person_id))"
    )


@migrations()
def joined_names_leave_the_list(db: Database) -> None:
    """Of whom it was said that they are somebody else of the list, before such a name left it for
    good, leaves it now; nobody waits at that meeting for one that has a past elsewhere. It comes
    back when that is undone."""
    elsewhere = (
        "SELECT 1 FROM attendance WHERE person_id = :who AND meeting_id != :meeting",
        "SELECT 1 FROM visit_note WHERE person_id = :who",
        "SELECT 1 FROM visit_place WHERE person_id = :who",
        "SELECT 1 FROM own_link WHERE person_id = :who AND used_at IS NOT NULL",
        "SELECT 1 FROM contribution JOIN activity ON activity.id = activity_id"
        " WHERE author = :who AND contribution.removed_at IS NULL AND meeting_id != :meeting",
    )
    on_the_list = (
        "SELECT 1 FROM attendance JOIN person ON person.id = person_id WHERE person_id = :who"
        " AND meeting_id = :meeting AND attendance.removed_at = :at AND person.removed_at IS NULL"
    )
    said = db.conn.execute(
        "SELECT id, scope, at, changes, joined FROM removal WHERE joined != ''"
        " AND undone_at IS NULL"
    )
    for removal, meeting, at, changes, joined in said.fetchall():
        who = json.loads(joined)["who"]
        about = {"who": who, "meeting": meeting, "at": at, "removal": removal}
        if db.conn.execute(on_the_list, about).fetchone() is None:
            continue
        if any(db.conn.execute(one, about).fetchone() for one in elsewhere):
            db.conn.execute("INSERT OR IGNORE INTO absence VALUES (:meeting, :who)", about)
            continue
        gone = json.dumps([*json.loads(changes), ["person", {"id": who}]])
        db.conn.execute("UPDATE person SET removed_at = :at WHERE id = :who", about)
        db.conn.execute(
            "UPDATE removal SET changes = :gone WHERE id = :removal", {**about, "gone": gone}
        )


@migrations()
def organisations_of_the_door(db: Database) -> None:
    """At the door of which meeting somebody typed an organisation, until the facilitator said
    whether it belongs to the track; and whether it is there for that meeting only."""
    db.conn.execute("ALTER TABLE organisation ADD COLUMN door TEXT NOT NULL DEFAULT ''")
    db.conn.execute("ALTER TABLE organisation ADD COLUMN only_today INTEGER NOT NULL DEFAULT 0")
