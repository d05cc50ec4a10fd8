"""The comparison of help routes: the questions that most of them answer."""


def compare(routes: list) -> dict:
    """Return the ``questions`` to compare and for each route a row: ``route`` and its ``cells``.

    A question is compared once at least half of the routes know their answer. A route that does not
    says so in its cell, since an empty cell reads as "no".
    """
    facts = [route.facts() for route in routes]
    asked = [
        place
        for place in range(len(facts[0]) if facts else 0)
        if 2 * sum(bool(of_route[place].value) for of_route in facts) >= len(facts)
    ]
    return {
        "questions": [facts[0][place].name for place in asked],
        "rows": [
            {
                "route": route,
                "cells": [of_route[place].value or route.words_for_a_gap() for place in asked],
            }
            for route, of_route in zip(routes, facts, strict=True)
        ],
    }
