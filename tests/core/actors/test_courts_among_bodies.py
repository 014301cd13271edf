"""A noun for a court among other bodies."""

from tests.core.actors.test_opposed_roles import described


def test_a_court_is_no_health_fund():
    text = (
        "Das Landgericht Ulm verhandelt seit Mai.\n\nAuch die DAK hat zugestimmt. Die Kammer hatte eine Haftstrafe in "
        "Aussicht gestellt. Das Urteil wird nach Angaben des Gerichts am 3. Mai erwartet."
    )
    assert described(text).get("des gerichts") == "Landgericht Ulm"
    assert described(text).get("die kammer") != "DAK"
