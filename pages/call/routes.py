"""The routes of the public pages of a call."""

from __future__ import annotations

from starlette.routing import Route

from pages.call import application_page, call_page, sheet_page
from pages.call.answering import public

ROUTES = [
    Route("/oproep/{code}", public(call_page.show), methods=["GET"]),
    Route("/oproep/{code}/meedoen", public(sheet_page.first), methods=["GET"]),
    Route("/oproep/{code}/meedoen", public(sheet_page.begin), methods=["POST"]),
    Route("/aanmelding/{token}", public(application_page.show), methods=["GET"]),
    Route("/aanmelding/{token}/versturen", public(application_page.send), methods=["POST"]),
    Route(
        "/aanmelding/{token}/intrekken", public(application_page.ask_withdrawal), methods=["GET"]
    ),
    Route("/aanmelding/{token}/intrekken", public(application_page.withdraw), methods=["POST"]),
    Route("/aanmelding/{token}/tekst.txt", public(application_page.text), methods=["GET"]),
    Route("/aanmelding/{token}/{n:int}", public(sheet_page.show), methods=["GET"]),
    Route("/aanmelding/{token}/{n:int}", public(sheet_page.save), methods=["POST"]),
]
