"""The names that users import."""

import doctest
import importlib
import pkgutil

import pytest

import claimcheck


def test_names_are_sorted_and_all_there() -> None:
    assert claimcheck.__all__ == sorted(claimcheck.__all__)
    for name in claimcheck.__all__:
        assert getattr(claimcheck, name) is not None


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="'claimcheck' has no attribute 'frob'"):
        _ = claimcheck.frob


def test_free_functions_share_one_pipeline() -> None:
    report = claimcheck.verify("Twelve died.", [claimcheck.Document(id="a", text="Twelve died.")])
    assert report.draft == "text"
    assert claimcheck.extract("") == ()
    assert claimcheck.analyze("Nothing.").claims == ()
    assert claimcheck.check(["one"]).documents[0].id == "text"


def test_two_documents_with_one_id_are_an_error() -> None:
    with pytest.raises(claimcheck.DocumentError, match="two documents have the id 'text'"):
        claimcheck.check([claimcheck.Document(text="one"), claimcheck.Document(text="two")])


def test_plain_texts_are_numbered_in_their_order() -> None:
    given = claimcheck.Document(id="a", text="three")
    assert [item.id for item in claimcheck.check(["one", "two", given, "four"]).documents] == [
        "text",
        "text-2",
        "a",
        "text-3",
    ]
    report = claimcheck.verify("draft", ["one", given, "two"])
    assert (report.draft, [item.id for item in report.documents]) == ("text", ["text-2", "a", "text-3", "text"])


def test_assert_consistent_raises_the_readable_report(
    verified: claimcheck.Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    def found(*_: object) -> claimcheck.Report:
        return verified

    monkeypatch.setattr("claimcheck.pipeline.Pipeline.verify", found)
    assert claimcheck.assert_consistent("x", []) is verified  # a discrepancy is allowed unless asked for
    with pytest.raises(AssertionError, match="over 800"):
        claimcheck.assert_consistent("x", [], verdicts={"discrepancy"})
    with pytest.raises(claimcheck.ConsistencyError, match="unsupported"):
        claimcheck.assert_consistent("x", [], unsupported=True)
    claimcheck.assert_consistent("x", [], verdicts={"discrepancy"}, min_severity="error")


MODULES = [
    module.name for module in pkgutil.walk_packages(claimcheck.__path__, "claimcheck.") if "__main__" not in module.name
]


@pytest.mark.parametrize("name", ["claimcheck", *MODULES])
def test_examples_in_docstrings_are_true(name: str) -> None:
    try:
        module = importlib.import_module(name)
    except claimcheck.MissingExtraError as error:
        pytest.skip(str(error))
    assert doctest.testmod(module).failed == 0
