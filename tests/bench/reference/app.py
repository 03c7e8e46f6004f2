"""A meeting as Streamlit alone would be written: one script, default settings, fragments that poll
a shared SQLite file each second. `?role=phone&name=An`, `?role=screen`, `?role=console`.
"""

import json
import os
import sqlite3

import streamlit as st

STEPS = 14


@st.cache_resource
def database() -> sqlite3.Connection:
    """One connection for everybody, as Streamlit's guide has it."""
    opened = sqlite3.connect(
        os.environ["REFERENCE_DB"], timeout=5, isolation_level=None, check_same_thread=False
    )
    opened.execute("PRAGMA journal_mode = WAL")
    opened.execute("CREATE TABLE IF NOT EXISTS step (number INTEGER)")
    opened.execute(
        "CREATE TABLE IF NOT EXISTS place (name TEXT, step INTEGER, at REAL,"
        " PRIMARY KEY (name, step))"
    )
    return opened


connection = database()


def step_now() -> int:
    """The step that everybody is on."""
    row = connection.execute("SELECT max(number) FROM step").fetchone()
    return int(row[0] or 1)


@st.fragment(run_every=1)
def phone(name: str) -> None:
    """One slider for the step that is on."""
    number = step_now()
    st.text(f"step:{number}")
    at = st.slider("Waar sta je?", 0.0, 1.0, 0.5, 0.0001, key=f"at{number}")
    connection.execute("INSERT OR REPLACE INTO place VALUES (?, ?, ?)", [name, number, at])
    st.text(f"saved:{at}")


@st.fragment(run_every=1)
def screen() -> None:
    """Everybody's place on the step that is on."""
    found = connection.execute("SELECT name, at FROM place WHERE step = ?", [step_now()])
    st.text("screen:" + json.dumps(dict(found.fetchall())))


def console() -> None:
    """Go to another step."""
    number = st.number_input("Stap", 1, STEPS)
    connection.execute("DELETE FROM step")
    connection.execute("INSERT INTO step VALUES (?)", [number])
    st.text(f"step:{number}")


role = st.query_params.get("role", "phone")
if role == "phone":
    st.title("Over de vloer")
    phone(st.query_params["name"])
elif role == "screen":
    screen()
else:
    console()
