"""The configuration file, and the options that say otherwise."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from pytest import CaptureFixture, MonkeyPatch

from claimcheck import ConfigError, Report, Settings
from claimcheck.cli import main
from claimcheck.config import Configuration, find_configuration, read_configuration

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: MonkeyPatch) -> Write:
    """Write a file into the working directory."""
    monkeypatch.chdir(tmp_path)

    def write_file(text: str, name: str = "claimcheck.toml") -> Path:
        path = tmp_path / name
        path.write_text(text, "utf-8")
        return path

    return write_file


def test_keys_are_the_settings(write: Write) -> None:
    path = write('dollar = "USD"\nbound-ratio = 1.4\nhedge = "0.05"\nfiscal-year-start = 4\ndate-order = "dmy"\n')
    expected = Settings(
        dollar="USD", bound_ratio=Decimal("1.4"), hedge=Decimal("0.05"), fiscal_year_start=4, date_order="dmy"
    )
    assert read_configuration(path).settings == expected


def test_an_empty_file_is_the_defaults(write: Write) -> None:
    assert read_configuration(write("")).settings == Settings()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("dolar = 3", "unknown key 'dolar'; did you mean 'dollar'?"),
        ("bound_ratio = 3", "unknown key 'bound_ratio'; did you mean 'bound-ratio'?"),
        ("xyzzy = 3", "known are dollar, "),
        ("dollar = 3", "dollar must be a string, not 3"),
        ('fiscal-year-start = "April"', "fiscal-year-start must be a whole number"),
        ("fiscal-year-start = true", "whole number"),
        ('date-order = "mixed"', "date-order must be one of dmy, mdy, ymd"),
        ("hedge = -1", "hedge must be a number, not -1"),
        ("hedge = nan", "hedge must be a number"),
        ('min-severity = "grave"', "min-severity must be one of error, warning, note"),
        ('select = "value"', "select must be a list of strings"),
        ('ignore = ["valu"]', "'valu' is neither a rule nor a verdict; did you mean 'value'?"),
        ("dollar = ", "claimcheck.toml: "),
    ],
)
def test_a_wrong_file_names_the_key_and_the_way_out(text: str, words: str, write: Write) -> None:
    with pytest.raises(ConfigError) as caught:
        read_configuration(write(text))
    assert words in str(caught.value)


def test_the_nearest_file_governs(write: Write, tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    project = write("[tool.claimcheck]\nhedge = 0.2\n", "pyproject.toml")
    assert find_configuration(inner) == project
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.other]\n", "utf-8")
    assert find_configuration(inner) == project
    own = tmp_path / "a" / "claimcheck.toml"
    own.write_text("", "utf-8")
    assert find_configuration(inner) == own


@pytest.mark.parametrize(
    ("configuration", "kept"),
    [
        (Configuration(), 1),
        (Configuration(select=("value",)), 1),
        (Configuration(select=("date",)), 0),
        (Configuration(select=("discrepancy",)), 1),
        (Configuration(ignore=("discrepancy",)), 0),
        (Configuration(select=("value",), ignore=("update",)), 1),
        (Configuration(min_severity="error"), 0),
    ],
)
def test_only_what_is_asked_for_is_reported(configuration: Configuration, kept: int, report: Report) -> None:
    assert len(configuration.applied(report).conflicts) == kept


def test_options_say_otherwise(write: Write) -> None:
    configuration = read_configuration(write('ignore = ["update"]\nmin-severity = "warning"\n'))
    chosen = configuration.with_options(min_severity="error", select="value, date", ignore="")
    assert (chosen.min_severity, chosen.select, chosen.ignore) == ("error", ("value", "date"), ())


def test_what_is_shown_can_be_read_again(write: Write, capsys: CaptureFixture[str]) -> None:
    write('dollar = "CAD"\nselect = ["value"]\n')
    assert main(["config", "show"]) == 0
    shown = capsys.readouterr().out
    assert "# fiscal-year-start is not set" in shown
    again = read_configuration(write(shown, "again.toml"))
    assert (again.settings.dollar, again.select) == ("CAD", ("value",))


@pytest.mark.parametrize(
    "command", [["check", "claimcheck.toml"], ["demo"], ["batch", "claimcheck.toml"], ["config", "show"]]
)
def test_a_wrong_file_is_status_2_for_every_command(
    command: list[str], write: Write, capsys: CaptureFixture[str]
) -> None:
    write("dolar = 3\n")
    assert main(command) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_named_file_must_exist(write: Write, capsys: CaptureFixture[str]) -> None:
    assert main(["demo", "--config", "nowhere.toml"]) == 2
    assert "nowhere.toml: no such file" in capsys.readouterr().err


def test_words_can_be_added(write: Write, capsys: CaptureFixture[str]) -> None:
    write('lexicons = ["words.toml"]\n')
    write("[no-such-file.x]\n", "words.toml")
    assert main(["demo", "-q"]) == 2
    assert "no such lexicon file" in capsys.readouterr().err
