"""The routes of the public pages of a call."""

from __future__ import annotations

from starlette.routing import Route

from pages.call import application_page, call_page, sheet_page

ROUTES = [
    Route("/oproep/{code}", call_page.show, methods=["GET"]),
    Route("/oproep/{code}/meedoen", sheet_page.first, methods=["GET"]),
    Route("/oproep/{code}/meedoen", sheet_page.begin, methods=["POST"]),
    Route("/aanmelding/{token}", application_page.show, methods=["GET"]),
    Route("/aanmelding/{token}/versturen", application_page.send, methods=["POST"]),
    Route("/aanmelding/{token}/intrekken", application_page.ask_withdrawal, methods=["GET"]),
    Route("/aanmelding/{token}/intrekken", application_page.withdraw, methods=["POST"]),
    Route("/aanmelding/{token}/tekst.txt", application_page.text, methods=["GET"]),
    Route("/aanmelding/{token}/{n:int}", sheet_page.show, methods=["GET"]),
    Route("/aanmelding/{token}/{n:int}", sheet_page.save, methods=["POST"]),
]
